/** English terms of the fields; the Chinese ones are the vocabulary itself. And what to call a column that is missing. */
import {
  fieldTerm,
  procedureOf,
  type FieldKey,
  type PlainField,
  type ProcedureKey,
  type ProcedurePart,
} from "../ledger/fields";

const PLAIN: Record<PlainField, string> = {
  serial: "no.",
  name: "project name",
  code: "project code",
  owner: "project owner",
  ownerCreditCode: "unified social credit code",
  department: "responsible department",
  cooperators: "cooperating departments",
  reporter: "reporting unit",
  region: "region",
  location: "site",
  nature: "nature of works",
  route: "approval route",
  area: "area",
  industry: "industry",
  scale: "content and scale",
  necessity: "necessity",
  economy: "economics",
  compiler: "study compiled by",
  benefit: "benefits",
  stage: "stage",
  enteredOn: "entered on",
  updatedOn: "updated on",
  totalInvestment: "total investment",
  completed: "completed to date",
  completedBefore: "completed before this year",
  completedThisYear: "completed this year",
  completedThisMonth: "completed this month",
  completionRate: "completion rate",
  arrivalRate: "arrival rate",
  planThisYear: "plan for this year",
  planNextYear: "plan for next year",
  requested: "funds requested",
  estimate: "estimate",
  budgetEstimate: "design estimate",
  outcome: "outcome",
  refusal: "reason for refusal",
  reviewedOn: "reviewed on",
  issuedOn: "issued on",
  arrivedOn: "arrived on",
  approved: "funds approved",
  arrived: "funds arrived",
  paid: "funds paid",
  capital: "project capital",
  matching: "matching funds",
  fundsCentral: "central funds",
  fundsProvince: "provincial funds",
  fundsCity: "city funds",
  fundsCounty: "county funds",
  fundsBond: "special bonds",
  fundsLoan: "loans",
  fundsSelf: "own funds",
  fundsOther: "other funds",
  channel: "funding channel",
  policyBasis: "policy basis",
  planBasis: "planning basis",
  coverage: "debt service coverage",
  period: "construction period",
  startPlanned: "planned start",
  startActual: "actual start",
  finishPlanned: "planned finish",
  finishActual: "actual finish",
  landQuota: "land quota",
  leader: "leader in charge",
  taskForce: "task force",
  plan: "work plan",
  person: "person responsible",
  phone: "phone",
  progress: "progress",
  problems: "problems",
  help: "help needed",
  replaces: "replacement",
  inStatistics: "in statistics",
  libraryLevel: "library level",
  keyProject: "key project",
  remark: "remark",
};

const PROCEDURES: Record<ProcedureKey, string> = {
  proposal: "project proposal",
  site: "site and land pre-examination",
  stability: "social stability assessment",
  energy: "energy review",
  feasibility: "feasibility study approval",
  record: "filing",
  approval: "verification approval",
  design: "preliminary design and estimate",
  landPermit: "land-use planning permit",
  land: "land formalities",
  planPermit: "works planning permit",
  drawings: "drawings review",
  eia: "environmental approval",
  soilWater: "soil and water plan",
  safety: "safety assessment",
  bidding: "tendering",
  buildPermit: "construction permit",
};

const PARTS: Record<ProcedurePart, string> = {
  no: "document number",
  on: "finished on",
  accepted: "accepted on",
  due: "due on",
  paused: "days paused",
};

export function englishTerm(field: FieldKey): string {
  const procedure = procedureOf(field);
  if (!procedure) return PLAIN[field as PlainField];
  const term = PROCEDURES[procedure.key];
  return procedure.part ? `${term}, ${PARTS[procedure.part]}` : term;
}

export function englishProcedure(key: ProcedureKey): string {
  return PROCEDURES[key];
}

/** Alternatives named in full before the rest is only counted. */
const MOST_NAMED = 3;

/** The column that rules wait for; where any of several would do, that is said instead of naming the first alone. */
export function missingTerm(field: FieldKey, anyOf: readonly FieldKey[] | undefined, locale: "zh" | "en"): string {
  const term = locale === "zh" ? fieldTerm : englishTerm;
  if (!anyOf || anyOf.length < 2) return term(field);
  const steps = anyOf.map(procedureOf);
  const part = steps[0]?.part;
  if (steps.every((step) => step !== null && step.part === part)) return ANY_STEP[locale][part ?? "state"];
  const named = anyOf.slice(0, MOST_NAMED).map(term);
  if (locale === "en") return named.join(" or ") + (anyOf.length > MOST_NAMED ? " or the like" : "");
  return named.join("或") + (anyOf.length > MOST_NAMED ? "等" : "");
}

const ANY_STEP = {
  zh: {
    state: "任一前期手续",
    no: "手续文号",
    on: "手续办结时间",
    accepted: "手续受理时间",
    due: "手续要求办结时间",
    paused: "手续暂停天数",
  },
  en: {
    state: "any procedure",
    no: "document number of a procedure",
    on: "finish of a procedure",
    accepted: "acceptance of a procedure",
    due: "due day of a procedure",
    paused: "days paused",
  },
} as const;
