/** One project stands in the ledgers once. */
import { isApplication, isCalledReserve } from "../ledger/application";
import { isFurther } from "../ledger/together";
import { followsAnother } from "../ledger/together";
import { TOWNSHIP_ENDS } from "../measure/office";
import { namesOneThing } from "../measure/ownPlace";
import { normaliseText } from "../measure/text";
import type { Pack } from "../policy/pack";
import { grouped, laterOnes, linked, namesOf, validCodeOf, type Placed } from "./alike";
import { APPLYING, stageOf } from "./lookups";
import { comparableNameOf, sameStem } from "./names";
import { DISPATCH_MEETING } from "./bases";
import { conflictsAmong } from "./K704";
import { ledgerRule, type LedgerHit } from "./rule";
import { departmentsIn, type Departments } from "./sameDepartment";
import { byStatedYear } from "./statedTime";

export default ledgerRule({
  code: "F111",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "新增储备项目不少于30个，总投资不低于50亿元（重复的不能重计）" },
  seed: ["B20"],
  needs: ["name", ["department", "totalInvestment"]],
  on: "2025-06-20",
  good: [
    [
      { name: "柳林镇污水处理厂一期工程", department: "住房和城乡建设局", totalInvestment: 6200 },
      { name: "柳林镇污水处理厂二期工程", department: "住房和城乡建设局", totalInvestment: 6200 },
    ],
    [
      { name: "农村公路养护工程", department: "柳林镇人民政府", totalInvestment: 310 },
      { name: "农村公路养护工程", department: "西坪镇人民政府", totalInvestment: 300 },
    ],
    [
      { name: "农村生活污水治理设施提升改造工程", department: "柳林镇人民政府", totalInvestment: 310 },
      { name: "农村生活污水治理设施提升改造工程", department: "西坪镇人民政府", totalInvestment: 300 },
    ],
    [
      { name: "办公楼维修改造项目", department: "水务局", totalInvestment: 310 },
      { name: "办公楼维修改造工程", department: "林业局", totalInvestment: 480 },
    ],
    [
      {
        name: "柳林镇污水处理厂工程",
        department: "住房和城乡建设局",
        totalInvestment: 6200,
        code: "2503-130981-04-01-573274",
      },
      {
        name: "柳林镇污水处理厂工程",
        department: "住房和城乡建设局",
        totalInvestment: 6200,
        code: "2411-130202-89-01-637015",
      },
    ],
  ],
  bad: [
    [
      { name: "柳林镇污水处理厂工程", department: "住房和城乡建设局", totalInvestment: 6200 },
      { name: "柳林镇污水处理厂建设项目", department: "住房和城乡建设局", totalInvestment: 6500 },
    ],
    [
      { name: "柳林镇污水处理厂（新建）工程", department: "住房和城乡建设局", totalInvestment: 6200 },
      { name: "柳林镇污水处理厂工程", department: "生态环境局", totalInvestment: 6200 },
    ],
    [
      { name: "柳林镇北片城乡供水一体化工程", department: "水务局", totalInvestment: 21_629 },
      { name: "柳林镇北片城乡供水一体化工程", department: "柳林镇人民政府", totalInvestment: 22_129 },
    ],
    [
      { name: "柳林镇污水处理厂", department: "住房和城乡建设局", totalInvestment: 6200 },
      { name: "柳林镇污水处理厂工程", department: "生态环境局", totalInvestment: 7800 },
    ],
  ],
  *check(context) {
    const departments = departmentsIn(context);
    const shortest = context.parameter("shortest");
    const sameName = (stem: readonly Placed[]) =>
      grouped(stem, ({ ledger, project }) => {
        const name = comparableNameOf(project);
        return name.length < shortest || followsAnother(ledger, project) ? null : name;
      });
    const stems = byStatedYear(context.ledgers, context.asOf).flatMap(sameStem);
    for (const group of stems.flatMap(sameName)) {
      for (const one of linked(group, linksIn(group, departments))) {
        if (isOneCode(one) && writtenNames(one) > 1) continue;
        const steps = stepsIn(one, context.pack);
        for (const same of [steps.others, steps.applied].flatMap((each) =>
          withoutConflicts(each, context.pack, departments),
        )) {
          const args = { names: namesOf(one), ...totalsOfBoth(same, departments) };
          if (linked(same, linksIn(same, departments, "figures")).length > 0) yield* laterOnes(same, FIELDS, args);
          else for (const hit of laterOnes(same, FIELDS, { ...args, place: 1 })) yield { ...hit, severity: "hint" };
        }
        yield* nextStep(steps, context.pack, departments);
      }
    }
  },
});

const FIELDS = ["name", "department", "totalInvestment"] as const;

/** Department, amount, a name that only one thing has or a long one with an amount near to it links two rows, unless each has a valid code of its own. */
function linksIn(
  group: readonly Placed[],
  departments: Departments,
  by: "figures" | "figures or place" = "figures or place",
): (each: Placed) => readonly string[] {
  const codes = new Set(group.map(validCode).filter((code) => code !== ""));
  const apart = codes.size > 1;
  const near = nearAmounts(group, departments);
  const oneThing = by === "figures or place" && areOneThing(group, departments);
  return (each) => {
    const { totalInvestment } = each.project.values;
    const department = departments.of(each);
    const mark = apart ? validCode(each) : "";
    const links: string[] = [];
    if (department !== null) links.push(`部门${department}|${mark}`);
    if (totalInvestment) links.push(`金额${String(totalInvestment.wan)}|${mark}`);
    const nearOnes = near.get(each);
    if (nearOnes !== undefined) links.push(`${nearOnes}|${mark}`);
    if (oneThing) links.push(`名称|${mark}`);
    return links;
  };
}

/** So long a name, written alike to the letter, says which works it means: 「农村公路养护工程」 is any town's. */
const TELLING = 12;
/** What two departments estimate for one project differs a little. */
const NEAR = 1.1;

/** For rows with such a name: the name, and which run of amounts, each near to the one before, theirs is in. */
function nearAmounts(group: readonly Placed[], departments: Departments): ReadonlyMap<Placed, string> {
  const runs = new Map<Placed, string>();
  const writtenAlike = grouped(group, ({ project: { values } }) => {
    const name = normaliseText(values.name ?? "");
    return name.length < TELLING || values.totalInvestment === undefined ? null : name;
  });
  for (const alike of writtenAlike) {
    // What several towns call by one name, each of them builds.
    if (areOfTowns(alike, departments)) continue;
    const name = normaliseText(alike[0]?.project.values.name ?? "");
    let run = 0;
    let before = 0;
    for (const each of [...alike].sort((a, b) => wanOf(a) - wanOf(b))) {
      if (wanOf(each) > before * NEAR) run++;
      before = wanOf(each);
      runs.set(each, `名称${name}|${String(run)}`);
    }
  }
  return runs;
}

/** 「柳林镇污水处理厂」 is built once, whatever two bureaus think that it costs. */
function areOneThing(group: readonly Placed[], departments: Departments): boolean {
  const [first] = group;
  return first !== undefined && namesOneThing(comparableNameOf(first.project)) && !areOfTowns(group, departments);
}

function areOfTowns(group: readonly Placed[], departments: Departments): boolean {
  return new Set(group.flatMap((each) => townOf(departments.of(each)) ?? [])).size > 1;
}

/** The totals, where whoever reports the project does not agree about it at all. */
function totalsOfBoth(group: readonly Placed[], departments: Departments): LedgerHit["args"] {
  if (new Set(group.map(departments.of)).size < 2) return {};
  const totals = group.flatMap(({ project: { values } }) => values.totalInvestment?.wan ?? []);
  const [least, most] = totals.reduce(([low, high], wan) => [Math.min(low, wan), Math.max(high, wan)], [Infinity, 0]);
  return most > least * NEAR ? { least, most } : {};
}

const TOWN = new RegExp(`(?:${TOWNSHIP_ENDS})(?:人民政府|政府|办事处|办)?$`, "u");

function townOf(department: string | null): string | null {
  return department !== null && TOWN.test(department) ? department : null;
}

function wanOf({ project }: Placed): number {
  return project.values.totalInvestment?.wan ?? 0;
}

/** What is applied for stays in the reserve of its workbook, as R506 asks: no mistake, and one project in every sum. What is being built has left it. */
interface Steps {
  readonly applied: readonly Placed[];
  readonly others: readonly Placed[];
}

function stepsIn(group: readonly Placed[], pack: Pack): Steps {
  const files = new Set(group.filter(({ ledger }) => isCalledReserve(ledger)).map(({ ledger }) => ledger.file));
  const applied = new Set(
    group.filter(
      (each) => isFurther(each.ledger, each.project) || (files.has(each.ledger.file) && isAppliedFor(each, pack)),
    ),
  );
  return { applied: [...applied], others: group.filter((each) => !applied.has(each)) };
}

function isAppliedFor({ ledger, project }: Placed, pack: Pack): boolean {
  if (isCalledReserve(ledger)) return false;
  const stage = stageOf(pack, project);
  return stage === null ? isApplication(ledger) : stage.order === APPLYING && !stage.left;
}

/** Said once of a project, where its figures agree. */
function* nextStep({ applied, others }: Steps, pack: Pack, departments: Departments): Generator<LedgerHit> {
  const [first] = applied;
  const beside = others.filter(({ ledger }) => ledger.file === first?.ledger.file);
  const reserved = beside.find(({ ledger }) => isCalledReserve(ledger)) ?? beside[0];
  if (!first || !reserved) return;
  const pair = [reserved, first];
  if (!conflictsAmong(pair, pack, departments).next().done) return;
  for (const hit of laterOnes(pair, FIELDS, { names: namesOf(pair), steps: 1 })) yield { ...hit, severity: "hint" };
}

/** Two sheets with different figures for one project are K704's to say; what stands twice on one of them is still double. */
function withoutConflicts(
  group: readonly Placed[],
  pack: Pack,
  departments: Departments,
): readonly (readonly Placed[])[] {
  if (group.every(({ ledger }) => ledger === group[0]?.ledger)) return [group];
  const losing = new Set([...conflictsAmong(group, pack, departments)].map(({ project }) => project));
  if (losing.size === 0) return [group];
  const apart = new Map<Placed["ledger"], Placed[]>();
  for (const each of group.filter(({ project }) => losing.has(project))) {
    const others = apart.get(each.ledger);
    if (others) others.push(each);
    else apart.set(each.ledger, [each]);
  }
  return [group.filter(({ project }) => !losing.has(project)), ...apart.values()];
}

/** One code under names written differently is F108's to say. */
function isOneCode(group: readonly Placed[]): boolean {
  const codes = new Set(group.map(validCode));
  return codes.size === 1 && !codes.has("");
}

function writtenNames(group: readonly Placed[]): number {
  return new Set(group.map(({ project }) => normaliseText(project.values.name ?? ""))).size;
}

function validCode({ project }: Placed): string {
  return validCodeOf(project) ?? "";
}
