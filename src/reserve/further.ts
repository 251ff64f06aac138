/**
 * A reserve and, on another sheet of the workbook, what is applied for out of it, or its projects' steps, land or money: which
 * rows state one project, and what they say of it together.
 *
 * A row of a ledger that asks for money (ledger/application.ts) and whose project another ledger of the file holds, by its code
 * or by name and department, says more of that project and is no other one. Together they are read like the one row that a clerk
 * would have typed into one table:
 * - what an application decides (channel, what is asked for and granted, policy, outcome) is the application's, and where there
 *   are several, that of all: amounts of different channels add up, those of one channel on two sheets are one amount;
 * - the stage is the one further on, as long as works have not begun and the project has not left the reserve;
 * - everything else, the total investment above all, is the reserve's; where the reserve says nothing, the application's.
 * A sheet without totals, most of whose projects another one holds with theirs, is no list of projects but follows them under
 * one aspect (「前期手续」「资金到位」「要素保障」): its rows add what the list does not say.
 * Which of the two rows stands for the project is ledger/together.ts.
 */
import { isApplication, isCalledReserve } from "../ledger/application";
import { columnOf, type Ledger, type Project, type Together, type Values } from "../ledger/ledger";
import { currentProjects } from "../ledger/restated";
import { comparableName } from "../measure/name";
import type { Amount } from "../measure/types";
import type { Pack } from "../policy/pack";
import { findChannel, findStage } from "../policy/recognise";
import { askedFor, askedSources } from "./asked";
import { departmentCounted } from "./departments";
import { departmentNamer, type DepartmentNamer } from "./oneDepartment";

/** The same ledgers, of each file those rows marked that say more of a project of the file's reserve. */
export function withFurtherRows(ledgersOf: readonly (readonly Ledger[])[], pack: Pack): Ledger[][] {
  return ledgersOf.map((ledgers) => markedIn(ledgers, pack));
}

interface Placed {
  readonly ledger: Ledger;
  readonly project: Project;
}

function markedIn(ledgers: readonly Ledger[], pack: Pack): Ledger[] {
  const own = ledgers.filter(({ role }) => role === "projects");
  const saying = own.filter((ledger) => asksForMoney(ledger) || !hasTotals(ledger));
  if (saying.length === 0 || saying.length === own.length) return [...ledgers];
  const held = own.filter((ledger) => !saying.includes(ledger));
  const applied = appliedFor(saying, new Holdings(held, departmentNamer(pack, own)));
  if (applied.size === 0) return [...ledgers];
  const together = new Map<Project, Together>();
  const fieldsOf = fieldsFinder(own);
  const further = new Map<Ledger, number[]>();
  for (const [holding, applications] of applied) {
    for (const [project, said] of togetherOf([holding, ...applications], fieldsOf, pack)) together.set(project, said);
    for (const { ledger, project } of applications) {
      const rows = further.get(ledger);
      if (rows) rows.push(project.row);
      else further.set(ledger, [project.row]);
    }
  }
  return ledgers.map((ledger) => {
    const rows = further.get(ledger);
    if (!rows && !held.includes(ledger)) return ledger;
    return {
      ...ledger,
      projects: ledger.projects.map((project) => {
        const said = together.get(project);
        return said ? { ...project, together: said } : project;
      }),
      ...(rows ? { further: rows } : {}),
    };
  });
}

function asksForMoney(ledger: Ledger): boolean {
  return isApplication(ledger) && !isCalledReserve(ledger);
}

function hasTotals(ledger: Ledger): boolean {
  return isCalledReserve(ledger) || columnOf(ledger, "totalInvestment") >= 0;
}

/** Projects that are held, each with the rows that say more of it. */
function appliedFor(saying: readonly Ledger[], holdings: Holdings): ReadonlyMap<Placed, readonly Placed[]> {
  const applied = new Map<Placed, Placed[]>();
  for (const ledger of saying) {
    const projects = currentProjects(ledger);
    const found = projects.map((project) => {
      const holding = holdings.of({ ledger, project });
      return holding && mayBeOfOneTime(holding.ledger, ledger) ? holding : null;
    });
    const isList = !asksForMoney(ledger) && found.filter((holding) => holding !== null).length * 2 <= projects.length;
    if (isList) continue;
    for (const [index, project] of projects.entries()) {
      const holding = found[index] ?? null;
      if (!holding) continue;
      const others = applied.get(holding);
      if (others) others.push({ ledger, project });
      else applied.set(holding, [{ ledger, project }]);
    }
  }
  return applied;
}

/** What a sheet of last year says of a project is not what is so now. */
function mayBeOfOneTime(held: Ledger, ledger: Ledger): boolean {
  return asksForMoney(ledger) || held.year === null || ledger.year === null || held.year === ledger.year;
}

/** Projects of one name, as many as a county has villages: each is looked at once. */
class Alike {
  /** The first of each department; null for those of whom nothing says whose they are. */
  readonly byDepartment = new Map<string | null, Placed>();
  first: Placed | null = null;
  count = 0;

  add(placed: Placed, department: string | null): void {
    this.count++;
    this.first ??= placed;
    if (!this.byDepartment.has(department)) this.byDepartment.set(department, placed);
  }
}

/** A row with another code means one that has none. */
interface Named {
  readonly all: Alike;
  readonly uncoded: Alike;
}

/** Projects by what they can be known by. */
class Holdings {
  readonly #byCode = new Map<string, Placed>();
  readonly #byName = new Map<string, Named>();
  readonly #nameOf: DepartmentNamer;

  constructor(ledgers: readonly Ledger[], nameOf: DepartmentNamer) {
    this.#nameOf = nameOf;
    // What is called a reserve stands before a list of works that holds the same project.
    const inOrder = [...ledgers].sort((a, b) => Number(isCalledReserve(b)) - Number(isCalledReserve(a)));
    for (const ledger of inOrder) for (const project of currentProjects(ledger)) this.#add({ ledger, project });
  }

  #add(placed: Placed): void {
    const code = codeOf(placed);
    if (code !== null && !this.#byCode.has(code)) this.#byCode.set(code, placed);
    const name = nameIn(placed);
    if (name === "") return;
    let named = this.#byName.get(name);
    if (!named) this.#byName.set(name, (named = { all: new Alike(), uncoded: new Alike() }));
    const department = this.#departmentOf(placed);
    named.all.add(placed, department);
    if (code === null) named.uncoded.add(placed, department);
  }

  /** Null where none is the same, or nothing tells which. */
  of(application: Placed): Placed | null {
    const code = codeOf(application);
    const coded = code === null ? undefined : this.#byCode.get(code);
    if (coded) return coded;
    const named = this.#byName.get(nameIn(application));
    const alike = code === null ? named?.all : named?.uncoded;
    if (!alike) return null;
    const own = this.#departmentOf(application);
    // Of whom nobody says whose they are, one is meant where there is but one.
    if (own === null || alike.byDepartment.has(null)) return alike.byDepartment.size === 1 ? alike.first : null;
    const ofDepartment = alike.byDepartment.get(own);
    if (ofDepartment) return ofDepartment;
    // Land, power and water for a project are for others to see to than those who build it.
    return !asksForMoney(application.ledger) && alike.count === 1 ? alike.first : null;
  }

  #departmentOf({ project, ledger }: Placed): string | null {
    const written = departmentCounted(project, ledger);
    return written === null ? null : this.#nameOf(written);
  }
}

function codeOf({ project: { key, values } }: Placed): string | null {
  return values.code === undefined || key.includes("|") ? null : key;
}

function nameIn({ project: { values } }: Placed): string {
  return values.name === undefined ? "" : comparableName(values.name);
}

/** What an application decides in words, and in money. */
const DECIDED_WORDS = ["channel", "policyBasis", "outcome", "refusal", "reviewedOn", "issuedOn"] as const;
const DECIDED_MONEY = ["requested", "approved"] as const;
const DECIDED: ReadonlySet<string> = new Set([...DECIDED_WORDS, ...DECIDED_MONEY]);

type FieldsFinder = (placed: readonly Placed[]) => Together["fields"];

/** The fields of the ledgers in which rows stand: one list for all projects that stand in the same ones. */
function fieldsFinder(ledgers: readonly Ledger[]): FieldsFinder {
  const places = new Map(ledgers.map((ledger, index) => [ledger, index]));
  const known = new Map<string, Together["fields"]>();
  return (placed) => {
    const standIn = [...new Set(placed.map(({ ledger }) => ledger))];
    const key = standIn.map((ledger) => places.get(ledger)).join(" ");
    let fields = known.get(key);
    if (!fields) {
      fields = [...new Set(standIn.flatMap(({ columns }) => columns.map(({ field }) => field)))];
      known.set(key, fields);
    }
    return fields;
  };
}

function* togetherOf(
  placed: readonly [holding: Placed, ...further: Placed[]],
  fieldsOf: FieldsFinder,
  pack: Pack,
): Generator<readonly [Project, Together]> {
  const [holding, ...further] = placed;
  const applications = further.filter(({ ledger }) => asksForMoney(ledger));
  const fields = fieldsOf(placed);
  const stage = furthestStage(placed, pack);
  const told = { ...filled(placed.map(({ project }) => project.values)), ...stage };
  const decided = decidedTogether(applications, pack);
  const standsForApplication = applications.length === 0;
  const whole: Values = { ...told, ...decided };
  yield [holding.project, { fields, values: whole, standsForApplication }];
  for (const { ledger, project } of further) {
    if (asksForMoney(ledger)) continue;
    yield [project, { fields, values: { ...whole, ...project.values }, standsForApplication: false }];
  }
  const [first] = applications;
  for (const application of applications) {
    const own = application.project.values;
    // What no application says of itself the reserve says of the first.
    const lacking = Object.entries(told).filter(
      ([field]) => !DECIDED.has(field) || (application === first && !(field in decided)),
    );
    const values: Values = { ...Object.fromEntries(lacking), ...own, ...stage };
    yield [application.project, { fields, values, standsForApplication: true }];
  }
}

/** The first that says something has its say. */
function filled(all: readonly Values[]): Values {
  const values: Record<string, unknown> = {};
  for (const each of all)
    for (const [field, value] of Object.entries(each)) if (values[field] === undefined) values[field] = value;
  return values;
}

/** A project that is being built, or has left, is not back among those applied for because of an old row. */
function furthestStage([holding, ...applications]: readonly Placed[], pack: Pack): Pick<Values, "stage"> {
  const written = holding?.project.values.stage;
  let stage = written;
  let reached = written === undefined ? null : findStage(pack, written);
  for (const { project } of applications) {
    const text = project.values.stage;
    if (text === undefined) continue;
    const known = findStage(pack, text);
    const isOpen = stage === undefined || (reached !== null && reached.beforeStart && reached.left !== true);
    const isFurther = known !== null && known.left !== true && known.order > (reached?.order ?? -1);
    if (stage !== undefined && !(isOpen && isFurther)) continue;
    stage = text;
    reached = known;
  }
  return stage === undefined ? {} : { stage };
}

function decidedTogether(applications: readonly Placed[], pack: Pack): Partial<Values> {
  const decided: Record<string, unknown> = {};
  for (const { project } of applications)
    for (const field of DECIDED_WORDS)
      if (project.values[field] !== undefined) decided[field] ??= project.values[field];
  const channels = new Map<string, string>();
  for (const { project } of applications) {
    const { channel } = project.values;
    if (channel !== undefined && !channels.has(channelName(channel, pack)))
      channels.set(channelName(channel, pack), channel);
  }
  if (channels.size > 1) decided["channel"] = [...channels.values()].join("、");
  for (const field of DECIDED_MONEY) {
    const amount = amountTogether(applications, field, pack);
    if (amount) decided[field] = amount;
  }
  return decided;
}

function channelName(text: string, pack: Pack): string {
  return findChannel(pack, text)?.name ?? text;
}

/** Rows of one sheet are different sums of money; the same channel on two sheets is the same money. */
function amountTogether(
  applications: readonly Placed[],
  field: (typeof DECIDED_MONEY)[number],
  pack: Pack,
): Amount | null {
  const largest = new Map<string, number>();
  let isApprox = false;
  for (const ledger of new Set(applications.map((each) => each.ledger))) {
    const sources = field === "requested" ? askedSources(ledger.columns) : [];
    const sums = new Map<string, number>();
    for (const { project } of applications.filter((each) => each.ledger === ledger)) {
      const { values } = project;
      const own = field === "requested" ? askedFor(values, sources) : Math.round((values.approved?.wan ?? 0) * 1e6);
      if (own === 0) continue;
      isApprox ||= values[field]?.approx ?? false;
      const channel = values.channel === undefined ? "" : channelName(values.channel, pack);
      sums.set(channel, (sums.get(channel) ?? 0) + own);
    }
    for (const [channel, sum] of sums) largest.set(channel, Math.max(sum, largest.get(channel) ?? 0));
  }
  const unnamed = largest.get("") ?? 0;
  largest.delete("");
  const named = [...largest.values()].reduce((sum, each) => sum + each, 0);
  const sum = Math.max(named, unnamed);
  return sum === 0 ? null : { wan: sum / 1e6, approx: isApprox };
}
