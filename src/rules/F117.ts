/** A column that the pack requires of every ledger, or of a stage that occurs in it, is missing. */
import { isApplication, isCalledReserve } from "../ledger/application";
import type { FieldKey } from "../ledger/fields";
import { nameOfFile } from "../ledger/fileName";
import type { Ledger } from "../ledger/ledger";
import type { Pack, Stage } from "../policy/pack";
import { OWN_CONVENTION } from "./bases";
import { fieldsOf } from "./columns";
import { stageOf } from "./lookups";
import { isGivenElsewhere, requiredFields } from "./required";
import { ledgerRule } from "./rule";
import { officeNamed } from "./titleOffice";

export default ledgerRule({
  code: "F117",
  severity: "error",
  basis: { ...OWN_CONVENTION, article: "缺列的台账无法汇总上报" },
  needs: [],
  on: "2025-06-20",
  good: [
    [{ name: "城北客运站迁建项目", department: "交通运输局", totalInvestment: 9800 }],
    [{ name: "城北客运站迁建项目", reporter: "交通运输局", totalInvestment: "9800万元" }],
  ],
  bad: [
    [
      {
        name: "城北客运站迁建项目",
        department: "交通运输局",
        owner: "县交通建设公司",
        scale: "占地35亩，站房6000平方米",
      },
    ],
    [{ name: "城北客运站迁建项目", totalInvestment: 9800, owner: "县交通建设公司" }],
  ],
  *check(context) {
    for (const ledger of context.ledgers) {
      const fields = fieldsOf(ledger);
      const isLacking = (field: FieldKey): boolean =>
        !fields.has(field) &&
        !isGivenElsewhere(field, ledger, null) &&
        !(field === "department" && fields.has("reporter"));
      for (const field of required(ledger, context.pack, isLacking)) {
        const codes =
          context.waiting(ledger).find((each) => each.field === field && each.anyOf === undefined)?.codes ?? [];
        const likely = ledger.questions
          .filter((question) => question.candidates.includes(field))
          .map(({ heading }) => heading);
        const hit = { ledger, fields: [field], args: { codes, likely } };
        const named = field === "department" && likely.length === 0 ? officeNamed(ledger) : null;
        // Whose the ledger is can be told; that it stands where sums look for it is still asked.
        if (named) yield { ...hit, severity: "warning", args: { ...hit.args, ...named } };
        else if (isOfReserve(field, ledger, fields) || !describesProjects(fields))
          yield { ...hit, severity: "warning" };
        else yield hit;
      }
    }
  },
});

/** What an application asks for is summed up; what its projects cost the reserve says, wherever that is kept. */
function isOfReserve(field: FieldKey, ledger: Ledger, fields: ReadonlySet<FieldKey>): boolean {
  return field === "totalInvestment" && fields.has("requested") && asksForMoney(ledger) && !isCalledReserve(ledger);
}

function asksForMoney(ledger: Ledger): boolean {
  return isApplication(ledger) || isApplication({ ...ledger, sheet: nameOfFile(ledger.file) });
}

/** What a list to be summed up says of its projects; without any of it a table follows them under one aspect: their steps, their land, what is owed for them. */
const DESCRIBING: readonly FieldKey[] = [
  "totalInvestment",
  "scale",
  "nature",
  "stage",
  "area",
  "channel",
  "requested",
  "planThisYear",
  "completed",
  "completedThisYear",
];

function describesProjects(fields: ReadonlySet<FieldKey>): boolean {
  return DESCRIBING.some((field) => fields.has(field));
}

/** Which stages occur is asked only where some stage would lack a column. */
function required(ledger: Ledger, pack: Pack, isLacking: (field: FieldKey) => boolean): readonly FieldKey[] {
  if (![null, ...pack.stages].some((stage) => requiredFields(pack, stage).some(isLacking))) return [];
  const stages = new Set<Stage | null>();
  for (const project of ledger.projects) stages.add(stageOf(pack, project));
  return [...new Set([...stages].flatMap((stage) => requiredFields(pack, stage)))].filter(isLacking);
}
