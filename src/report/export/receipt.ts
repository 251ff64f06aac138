/** 校核回执: what was checked, when and by which pack, with a checksum of the ledger's values; whoever has file and receipt can tell whether they still agree. A checksum, not a signature: it shows a change, never who made it. */
import { ALL_FIELDS, type FieldKey } from "../../ledger/fields";
import type { Ledger, Project, Values } from "../../ledger/ledger";
import { currentProjects } from "../../ledger/restated";
import { daysAsOf } from "../../ledger/tense";
import { sumWan } from "../../measure/amount";
import { PROCEDURE_KEYS } from "../../measure/procedures";
import { FIELD_OF, stateAsOf } from "../../rules/steps";
import type { ExportSheet } from "../../sheet/exportSheet";
import type { Sheet } from "../../sheet/sheet";
import { verdictOf } from "../build";
import type { Run } from "../run";
import { VERSION } from "../version";
import { besideValues, printedTotals, writtenValues, type PrintedTotal, type Said } from "./besides";
import {
  fieldsAmong,
  fieldsApart,
  fieldsIn,
  fieldsText,
  marksBeside,
  marksOf,
  ordered,
  saidApart,
  valuesByField,
  type MarkedFields,
} from "./fieldMarks";
import { formSheet } from "./form";
import { sha256 } from "./sha256";
import { STANDARD_TABLE } from "./standardTable";

export const RECEIPT = "校核回执";

export interface ReceiptRow {
  readonly key: string;
  readonly name: string;
  /** 万元. */
  readonly wan: number | null;
  readonly digest: string;
  /** Two characters for each of the receipt's fields; blank on receipts of former versions. */
  readonly marks: string;
  /** As much for each of its columns beside the fields. */
  readonly besides: string;
  /** As much for each cell as it is written. */
  readonly writing: string;
}

/** A row that prints totals, as a receipt has it. */
export interface ReceiptTotal {
  readonly label: string;
  /** 万元. */
  readonly wan: number | null;
  readonly marks: string;
}

export interface Receipt {
  readonly tool: string;
  readonly asOf: string;
  readonly pack: string;
  readonly count: number;
  readonly wan: number;
  /** 错误 n · 提醒 n · 建议 n · 暂不处理 n, as printed. */
  readonly verdict: string;
  /** SHA-256 of all values, hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the columns that mean no field and of the printed totals; blank on receipts of former versions. */
  readonly beside: string;
  /** What is read out on the telephone: covers all of the above. */
  readonly code: string;
  /** What the rows' marks stand for; none on receipts of former versions. */
  readonly fields: MarkedFields;
  /** Headings of the columns that mean no field. */
  readonly columns: readonly string[];
  /** The fields of the rows' writing. */
  readonly written: MarkedFields;
  readonly rows: readonly ReceiptRow[];
  readonly totals: readonly ReceiptTotal[];
}

/** A row of a ledger as a receipt has it, and where it stands. */
export interface PlacedRow extends ReceiptRow {
  readonly ledger: Ledger;
  readonly project: Project;
}

export async function makeReceipt(run: Run): Promise<Receipt> {
  const { pack, asOf } = run.options;
  const verdict = verdictOf(run);
  const sums = contentOf(run.ledgers, asOf);
  const facts = {
    tool: VERSION,
    asOf,
    pack: `${pack.id} ${pack.version}`,
    count: sums.rows.length,
    wan: sums.wan,
    verdict: `错误 ${String(verdict.errors)}，提醒 ${String(verdict.warnings)}，建议 ${String(verdict.hints)}，暂不处理 ${String(verdict.waived)}`,
    digest: sums.digest,
    beside: sums.beside,
  };
  const fields = fieldsAmong(valuesOfRows(sums.rows, asOf));
  const columns = columnsAmong(sums);
  const written = fieldsAmong(writingOfRows(sums.rows));
  return {
    ...facts,
    code: codeOf(facts),
    fields,
    columns,
    written,
    rows: sums.rows.map(({ key, name, wan, digest, project, ledger }) => {
      const marks = marksOf(valuesOf(project, ledger, asOf), fields);
      return {
        key,
        name,
        wan,
        digest,
        marks,
        besides: marksOf(besideValues(project, ledger), columns),
        writing: marksOf(writtenValues(project, ledger), written),
      };
    }),
    totals: sums.totals.map(({ label, wan, said }) => ({
      label,
      wan,
      marks: marksOf(said, inTotals({ fields, columns })),
    })),
  };
}

interface Content {
  readonly rows: readonly PlacedRow[];
  readonly totals: readonly PrintedTotal[];
  readonly wan: number;
  readonly digest: string;
  readonly beside: string;
}

/** All that a row of totals may print, in the order of its marks. */
function inTotals({ fields, columns }: Pick<Receipt, "fields" | "columns">): readonly (string | null)[] {
  return [...fields, ...columns, "count"];
}

/** The columns that mean no field and in which something stands. */
function columnsAmong({ rows, totals }: Content): string[] {
  const filled = new Set<string>();
  for (const { project, ledger } of rows) for (const name of besideValues(project, ledger).keys()) filled.add(name);
  const fields = new Set<string>(["count", ...ALL_FIELDS]);
  for (const { said } of totals) for (const name of said.keys()) if (!fields.has(name)) filled.add(name);
  return [...filled];
}

/**
 * The values of ledgers whatever their look: the order of rows and sheets, units, notation and running numbers change
 * nothing. `asOf` is the receipt's day, by which a step's planned day is told; null for receipts that did not ask, nor whether a later
 * month states a row again.
 */
function contentOf(ledgers: readonly Ledger[], asOf: string | null): Content {
  const rows: PlacedRow[] = [];
  const full: string[] = [];
  const beside: string[] = [];
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of asOf === null ? ledger.projects : currentProjects(daysAsOf(ledger, asOf))) {
      const digest = sha256(rowText(project, ledger, asOf));
      full.push(digest);
      const others = besideValues(project, ledger);
      if (others.size > 0) beside.push(JSON.stringify([digest, sorted(others)]));
      const { name = "", totalInvestment } = project.values;
      rows.push({
        key: project.key,
        name,
        wan: totalInvestment?.wan ?? null,
        digest: digest.slice(0, 12),
        marks: "",
        besides: "",
        writing: "",
        ledger,
        project,
      });
    }
  }
  const totals = printedTotals(ledgers);
  beside.push(...totals.map(({ label, said }) => JSON.stringify([label, sorted(said)])));
  return {
    rows,
    totals,
    wan: sumWan(rows.map(({ wan }) => wan ?? 0)),
    digest: sha256(full.sort().join("\n")),
    beside: sha256(beside.sort().join("\n")),
  };
}

function sorted(said: Said): (readonly [string, unknown])[] {
  return [...said].sort(([a], [b]) => (a < b ? -1 : 1));
}

function rowText(project: Project, ledger: Ledger, asOf: string | null): string {
  const { unread } = project;
  const known = Object.entries(statedIn(project, ledger, asOf))
    // A column that nobody has filled in says nothing.
    .filter(([field, value]) => field !== "serial" && value !== undefined)
    .map(([field, value]) => [field, ordered(value)]);
  const open = unread.map(({ field, text }) => [`?${field}`, text]);
  return JSON.stringify([...known, ...open].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
}

/** One after another: no ledger's values are held twice. */
function* valuesOfRows(rows: readonly PlacedRow[], asOf: string): Generator<ReadonlyMap<string, unknown>> {
  for (const { project, ledger } of rows) yield valuesOf(project, ledger, asOf);
}

function* writingOfRows(rows: readonly PlacedRow[]): Generator<Said> {
  for (const { project, ledger } of rows) yield writtenValues(project, ledger);
}

function valuesOf(project: Project, ledger: Ledger, asOf: string | null): ReadonlyMap<string, unknown> {
  return valuesByField(statedIn(project, ledger, asOf), project);
}

/** With what the lines above the heading say of all rows, and no step done that is planned for a day still to come. */
function statedIn({ values }: Project, { reporter }: Ledger, asOf: string | null): Values {
  const stated = reporter === null || values.reporter !== undefined ? values : { ...values, reporter };
  const planned =
    asOf === null
      ? []
      : PROCEDURE_KEYS.flatMap((key) => {
          const step = values[FIELD_OF[key]];
          const state = step && stateAsOf(step, asOf);
          return state === undefined || state === step?.state ? [] : [[FIELD_OF[key], { ...step, state }] as const];
        });
  return planned.length === 0 ? stated : { ...stated, ...Object.fromEntries(planned) };
}

function codeOf(facts: Omit<Receipt, "code" | "fields" | "columns" | "written" | "rows" | "totals">): string {
  const { tool, asOf, pack, count, wan, verdict, digest, beside } = facts;
  const hex = sha256([tool, asOf, pack, count, wan, verdict, digest, ...(beside === "" ? [] : [beside])].join("\n"));
  let code = "";
  for (let place = 0; place < 12; place++)
    code += LETTERS.charAt(parseInt(hex.slice(place * 2, place * 2 + 2), 16) % 32);
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** None that is taken for another when read aloud. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const LABELS = {
  code: "回执码：",
  digest: "数据摘要（SHA-256）：",
  beside: "其他列和合计行摘要（SHA-256）：",
  count: "项目个数：",
  wan: "总投资合计（万元）：",
  verdict: "校核结果：",
  pack: "政策包：",
  tool: "ledger-check 版本：",
  asOf: "校核日：",
} as const;

const FIELDS_LABEL = "字段校验依次为：";
const COLUMNS_LABEL = "其他列校验依次为：";
const WRITTEN_LABEL = "原文校验依次为：";
/** Stands where a project's row has what the project is known by. */
const TOTAL = "（合计行）";

export function receiptSheet(receipt: Receipt): ExportSheet {
  return formSheet({
    name: RECEIPT,
    title: "项目台账校核回执",
    lines: [
      ...(Object.keys(LABELS) as (keyof typeof LABELS)[]).map((fact) => LABELS[fact] + String(receipt[fact])),
      "回执是校验和，不是签名：只能看出台账在校核之后有没有改动，不能证明是谁校核的。行的先后、单位、写法、序号不影响摘要。",
      FIELDS_LABEL + fieldsText(receipt.fields),
      COLUMNS_LABEL + receipt.columns.join("、"),
      WRITTEN_LABEL + fieldsText(receipt.written),
    ],
    columns: [
      { heading: "代码或名称与部门", format: "code", width: 40 },
      { heading: "名称", format: "wrapped", width: 36 },
      { heading: "金额（万元）", format: "amount" },
      { heading: "行校验", format: "code", width: 16 },
      { heading: "字段校验", format: "code", width: 16, hidden: true },
      { heading: "其他列校验", format: "code", width: 16, hidden: true },
      { heading: "原文校验", format: "code", width: 16, hidden: true },
    ],
    rows: [
      ...receipt.rows.map(({ key, name, wan, digest, marks, besides, writing }) => [
        key,
        name,
        wan,
        digest,
        marks,
        besides,
        writing,
      ]),
      ...receipt.totals.map(({ label, wan, marks }) => [TOTAL, label, wan, "", marks, "", ""]),
    ],
  });
}

/** Null where the sheet is no receipt of ours. */
export function readReceipt(sheet: Sheet): Receipt | null {
  const facts = new Map<string, string>();
  const rows: ReceiptRow[] = [];
  const totals: ReceiptTotal[] = [];
  let fields: MarkedFields = [];
  let columns: readonly string[] = [];
  let inWriting: MarkedFields = [];
  let inRows = false;
  for (const block of sheet.blocks()) {
    for (const { cells } of block) {
      const [first, written, amount, digest, ...marked] = cells;
      const text = typeof first === "string" ? first.trim() : "";
      const name = String(written ?? "");
      const wan = typeof amount === "number" ? amount : null;
      const [marks = "", besides = "", writing = ""] = marked.map((cell) =>
        typeof cell === "string" ? cell.trim() : "",
      );
      if (inRows && text === TOTAL) totals.push({ label: name, wan, marks });
      else if (inRows && typeof digest === "string")
        rows.push({ key: text, name, wan, digest: digest.trim(), marks, besides, writing });
      else if (digest === "行校验") inRows = true;
      else if (text.startsWith(FIELDS_LABEL)) fields = fieldsIn(text.slice(FIELDS_LABEL.length));
      else if (text.startsWith(WRITTEN_LABEL)) inWriting = fieldsIn(text.slice(WRITTEN_LABEL.length));
      else if (text.startsWith(COLUMNS_LABEL))
        columns = text === COLUMNS_LABEL ? [] : text.slice(COLUMNS_LABEL.length).split("、");
      else
        for (const label of Object.values(LABELS))
          if (text.startsWith(label)) facts.set(label, text.slice(label.length).trim());
    }
  }
  const fact = (name: keyof typeof LABELS): string => facts.get(LABELS[name]) ?? "";
  if (!inRows || fact("digest") === "") return null;
  return {
    tool: fact("tool"),
    asOf: fact("asOf"),
    pack: fact("pack"),
    count: Number(fact("count")),
    wan: Number(fact("wan")),
    verdict: fact("verdict"),
    digest: fact("digest"),
    beside: fact("beside"),
    code: fact("code"),
    fields,
    columns,
    written: inWriting,
    rows,
    totals,
  };
}

export interface Comparison {
  /** The receipt's own facts still fit its code. */
  readonly sound: boolean;
  readonly same: boolean;
  /** Columns that mean no field and printed totals were compared too: by receipts that know them, with a ledger that has them. */
  readonly isWhole: boolean;
  readonly added: readonly PlacedRow[];
  readonly gone: readonly ReceiptRow[];
  readonly changed: readonly ChangedRow[];
  readonly totals: readonly ChangedTotal[];
  /** Rows that say the same in other words or another notation. */
  readonly rewritten: readonly RewrittenRow[];
}

export interface RewrittenRow {
  readonly now: PlacedRow;
  readonly fields: readonly FieldKey[];
}

export interface ChangedRow {
  readonly before: ReceiptRow;
  readonly now: PlacedRow;
  /** What has changed in it; none where the receipt does not tell. */
  readonly fields: readonly FieldKey[];
  /** Headings of columns that mean no field, in which something else stands now. */
  readonly columns: readonly string[];
}

/** A row of totals that came, went, or prints something else; one of the two is never null. */
export interface ChangedTotal {
  readonly before: ReceiptTotal | null;
  readonly now: PrintedTotal | null;
  /** A field, "count", or the heading of a column that means no field. */
  readonly said: readonly string[];
}

export async function compareWithReceipt(receipt: Receipt, ledgers: readonly Ledger[]): Promise<Comparison> {
  // A former version marked no fields, and took a planned day for a day on which something was done.
  const asOf = receipt.fields.length === 0 ? null : receipt.asOf;
  const now = contentOf(ledgers, asOf);
  const isWhole = receipt.beside !== "" && !isStandardTable(ledgers);
  const rows = pairedRows(receipt, now, asOf, isWhole);
  const places = new Map(now.rows.map((row, index) => [row, index]));
  rows.pairs.sort(([, a], [, b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return {
    sound: codeOf(receipt) === receipt.code,
    same: now.digest === receipt.digest && (!isWhole || now.beside === receipt.beside),
    isWhole,
    added: rows.added,
    gone: rows.gone,
    changed: rows.pairs.map(([before, row]) => ({
      before,
      now: row,
      fields: fieldsApart(before.marks, valuesOf(row.project, row.ledger, asOf), receipt.fields),
      columns: isWhole ? saidApart(before.besides, besideValues(row.project, row.ledger), receipt.columns) : [],
    })),
    totals: isWhole ? changedTotals(receipt, now.totals) : [],
    rewritten: rows.rewritten,
  };
}

/** Our own standard table has the fields only, one project after another: the rest of the ledger that it was made of is not in it. */
function isStandardTable(ledgers: readonly Ledger[]): boolean {
  return ledgers.every(({ role, sheet }) => role !== "projects" || sheet === STANDARD_TABLE);
}

interface PairedRows {
  /** Of a project that says something else now: what it was, and what it is. */
  readonly pairs: (readonly [before: ReceiptRow, now: PlacedRow])[];
  readonly added: readonly PlacedRow[];
  readonly gone: readonly ReceiptRow[];
  readonly rewritten: readonly RewrittenRow[];
}

function pairedRows(receipt: Receipt, now: Content, asOf: string | null, isWhole: boolean): PairedRows {
  const pairs: (readonly [ReceiptRow, PlacedRow])[] = [];
  const rewritten: RewrittenRow[] = [];
  const left = new Left(receipt.rows, ({ key }) => key);
  const open = now.rows.filter((row) => {
    const isSame = ({ digest }: ReceiptRow): boolean => digest === row.digest;
    if (!isWhole) return left.take(row.key, isSame) === null;
    const said = besideValues(row.project, row.ledger);
    const isWhollySame = (before: ReceiptRow): boolean =>
      isSame(before) && saidApart(before.besides, said, receipt.columns).length === 0;
    const writing = writtenValues(row.project, row.ledger);
    const wordsApart = (before: ReceiptRow): FieldKey[] => fieldsApart(before.writing, writing, receipt.written);
    if (left.take(row.key, (before) => isWhollySame(before) && wordsApart(before).length === 0)) return false;
    const reworded = left.take(row.key, isWhollySame);
    if (reworded) {
      rewritten.push({ now: row, fields: wordsApart(reworded) });
      return false;
    }
    const before = left.take(row.key, isSame);
    if (before) pairs.push([before, row]);
    return before === null;
  });
  const pairing =
    (before: (row: PlacedRow) => ReceiptRow | null) =>
    (row: PlacedRow): boolean => {
      const found = before(row);
      if (found) pairs.push([found, row]);
      return found === null;
    };
  const unknown = open.filter(pairing((row) => left.take(row.key)));
  // A code that was mended, a name or a department that was: each changes what a project is known by.
  const leftByName = new Left(left.rows(), ({ name }) => (name === "" ? null : name));
  const renamed = unknown.filter(pairing(({ name }) => leftByName.take(name)));
  const restOf = (marks: string): string | null => marksBeside(NAMING, marks, receipt.fields);
  const leftByRest = new Left(leftByName.rows(), ({ marks }) => restOf(marks));
  const added = renamed.filter(
    pairing(({ project, ledger }) => leftByRest.take(restOf(marksOf(valuesOf(project, ledger, asOf), receipt.fields)))),
  );
  return { pairs, added, gone: leftByRest.rows(), rewritten };
}

/** What a project is known by. */
const NAMING: ReadonlySet<FieldKey> = new Set(["name", "department", "code"]);

function changedTotals(receipt: Receipt, now: readonly PrintedTotal[]): ChangedTotal[] {
  const names = inTotals(receipt);
  const left = new Left(receipt.totals, ({ label }) => label);
  const apart = (before: ReceiptTotal, { said }: PrintedTotal): string[] => saidApart(before.marks, said, names);
  const open = now.filter((total) => left.take(total.label, (before) => apart(before, total).length === 0) === null);
  const changed = open.map((total): ChangedTotal => {
    const before = left.take(total.label);
    return { before, now: total, said: before ? apart(before, total) : [] };
  });
  return [...changed, ...left.rows().map((before): ChangedTotal => ({ before, now: null, said: [] }))];
}

/** Rows that nothing has been found for yet, by what they are known by. */
class Left<Row> {
  private readonly waiting = new Map<string | null, Row[]>();

  /** What is known by nothing, null, is never found. */
  constructor(rows: readonly Row[], keyOf: (row: Row) => string | null) {
    for (const row of rows) {
      const key = keyOf(row);
      const same = this.waiting.get(key);
      if (same) same.push(row);
      else this.waiting.set(key, [row]);
    }
  }

  take(key: string | null, fits: (row: Row) => boolean = () => true): Row | null {
    const rows = key === null ? [] : (this.waiting.get(key) ?? []);
    const index = rows.findIndex(fits);
    return index < 0 ? null : (rows.splice(index, 1)[0] ?? null);
  }

  rows(): Row[] {
    return [...this.waiting.values()].flat();
  }
}
