/** 校核回执: what was checked, when and by which pack, with a checksum of the ledger's values; whoever has file and receipt can tell whether they still agree. A checksum, not a signature: it shows a change, never who made it. */
import type { FieldKey } from "../../ledger/fields";
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
import {
  fieldsAmong,
  fieldsApart,
  fieldsIn,
  fieldsText,
  marksBeside,
  marksOf,
  ordered,
  valuesByField,
  type MarkedFields,
} from "./fieldMarks";
import { formSheet } from "./form";
import { sha256 } from "./sha256";

export const RECEIPT = "校核回执";

export interface ReceiptRow {
  readonly key: string;
  readonly name: string;
  /** 万元. */
  readonly wan: number | null;
  readonly digest: string;
  /** Two characters for each of the receipt's fields; blank on receipts of former versions. */
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
  /** What is read out on the telephone: covers all of the above. */
  readonly code: string;
  /** What the rows' marks stand for; none on receipts of former versions. */
  readonly fields: MarkedFields;
  readonly rows: readonly ReceiptRow[];
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
  };
  const fields = fieldsAmong(valuesOfRows(sums.rows, asOf));
  return {
    ...facts,
    code: codeOf(facts),
    fields,
    rows: sums.rows.map(({ key, name, wan, digest, project, ledger }) => {
      const marks = marksOf(valuesOf(project, ledger, asOf), fields);
      return { key, name, wan, digest, marks };
    }),
  };
}

interface Content {
  readonly rows: readonly PlacedRow[];
  readonly wan: number;
  readonly digest: string;
}

/**
 * The values of ledgers whatever their look: the order of rows and sheets, units, notation and running numbers change
 * nothing. `asOf` is the receipt's day, by which a step's planned day is told; null for receipts that did not ask, nor whether a later
 * month states a row again.
 */
function contentOf(ledgers: readonly Ledger[], asOf: string | null): Content {
  const rows: PlacedRow[] = [];
  const full: string[] = [];
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of asOf === null ? ledger.projects : currentProjects(daysAsOf(ledger, asOf))) {
      const digest = sha256(rowText(project, ledger, asOf));
      full.push(digest);
      const { name = "", totalInvestment } = project.values;
      rows.push({
        key: project.key,
        name,
        wan: totalInvestment?.wan ?? null,
        digest: digest.slice(0, 12),
        marks: "",
        ledger,
        project,
      });
    }
  }
  return {
    rows,
    wan: sumWan(rows.map(({ wan }) => wan ?? 0)),
    digest: sha256(full.sort().join("\n")),
  };
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

function codeOf(facts: Omit<Receipt, "code" | "fields" | "rows">): string {
  const { tool, asOf, pack, count, wan, verdict, digest } = facts;
  const hex = sha256([tool, asOf, pack, count, wan, verdict, digest].join("\n"));
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
  count: "项目个数：",
  wan: "总投资合计（万元）：",
  verdict: "校核结果：",
  pack: "政策包：",
  tool: "ledger-check 版本：",
  asOf: "校核日：",
} as const;

const FIELDS_LABEL = "字段校验依次为：";

export function receiptSheet(receipt: Receipt): ExportSheet {
  return formSheet({
    name: RECEIPT,
    title: "项目台账校核回执",
    lines: [
      ...(Object.keys(LABELS) as (keyof typeof LABELS)[]).map((fact) => LABELS[fact] + String(receipt[fact])),
      "回执是校验和，不是签名：只能看出台账在校核之后有没有改动，不能证明是谁校核的。行的先后、单位、写法、序号不影响摘要。",
      FIELDS_LABEL + fieldsText(receipt.fields),
    ],
    columns: [
      { heading: "代码或名称与部门", format: "code", width: 40 },
      { heading: "名称", format: "wrapped", width: 36 },
      { heading: "金额（万元）", format: "amount" },
      { heading: "行校验", format: "code", width: 16 },
      { heading: "字段校验", format: "code", width: 16, hidden: true },
    ],
    rows: receipt.rows.map(({ key, name, wan, digest, marks }) => [key, name, wan, digest, marks]),
  });
}

/** Null where the sheet is no receipt of ours. */
export function readReceipt(sheet: Sheet): Receipt | null {
  const facts = new Map<string, string>();
  const rows: ReceiptRow[] = [];
  let fields: MarkedFields = [];
  let inRows = false;
  for (const block of sheet.blocks()) {
    for (const { cells } of block) {
      const [first, name, wan, digest, marks] = cells;
      const text = typeof first === "string" ? first.trim() : "";
      if (inRows && typeof digest === "string")
        rows.push({
          key: text,
          name: String(name ?? ""),
          wan: typeof wan === "number" ? wan : null,
          digest: digest.trim(),
          marks: typeof marks === "string" ? marks.trim() : "",
        });
      else if (digest === "行校验") inRows = true;
      else if (text.startsWith(FIELDS_LABEL)) fields = fieldsIn(text.slice(FIELDS_LABEL.length));
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
    code: fact("code"),
    fields,
    rows,
  };
}

export interface Comparison {
  /** The receipt's own facts still fit its code. */
  readonly sound: boolean;
  readonly same: boolean;
  readonly added: readonly PlacedRow[];
  readonly gone: readonly ReceiptRow[];
  readonly changed: readonly ChangedRow[];
}

export interface ChangedRow {
  readonly before: ReceiptRow;
  readonly now: PlacedRow;
  /** What has changed in it; none where the receipt does not tell. */
  readonly fields: readonly FieldKey[];
}

export async function compareWithReceipt(receipt: Receipt, ledgers: readonly Ledger[]): Promise<Comparison> {
  // A former version marked no fields, and took a planned day for a day on which something was done.
  const asOf = receipt.fields.length === 0 ? null : receipt.asOf;
  const now = contentOf(ledgers, asOf);
  const left = new Left(receipt.rows, ({ key }) => key);
  const open = now.rows.filter(({ key, digest }) => left.take(key, (row) => row.digest === digest) === null);
  const pairs: (readonly [before: ReceiptRow, now: PlacedRow])[] = [];
  const unknown = open.filter((row) => {
    const before = left.take(row.key);
    if (before) pairs.push([before, row]);
    return before === null;
  });
  // Without a code, whoever changes name or department changes what a project is known by.
  const restOf = (marks: string): string | null => marksBeside(NAMING, marks, receipt.fields);
  const leftByRest = new Left(left.rows(), ({ marks }) => restOf(marks));
  const added = unknown.filter((row) => {
    const values = valuesOf(row.project, row.ledger, asOf);
    const before = leftByRest.take(restOf(marksOf(values, receipt.fields)));
    if (before) pairs.push([before, row]);
    return before === null;
  });
  const places = new Map(now.rows.map((row, index) => [row, index]));
  pairs.sort(([, a], [, b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return {
    sound: codeOf(receipt) === receipt.code,
    same: now.digest === receipt.digest,
    added,
    gone: leftByRest.rows(),
    changed: pairs.map(([before, row]) => ({
      before,
      now: row,
      fields: fieldsApart(before.marks, valuesOf(row.project, row.ledger, asOf), receipt.fields),
    })),
  };
}

/** What a project without a code is known by. */
const NAMING: ReadonlySet<FieldKey> = new Set(["name", "department"]);

/** Rows that nothing has been found for yet, by what they are known by. */
class Left {
  private readonly waiting = new Map<string | null, ReceiptRow[]>();

  /** What is known by nothing, null, is never found. */
  constructor(rows: readonly ReceiptRow[], keyOf: (row: ReceiptRow) => string | null) {
    for (const row of rows) {
      const key = keyOf(row);
      const same = this.waiting.get(key);
      if (same) same.push(row);
      else this.waiting.set(key, [row]);
    }
  }

  take(key: string | null, fits: (row: ReceiptRow) => boolean = () => true): ReceiptRow | null {
    const rows = key === null ? [] : (this.waiting.get(key) ?? []);
    const index = rows.findIndex(fits);
    return index < 0 ? null : (rows.splice(index, 1)[0] ?? null);
  }

  rows(): ReceiptRow[] {
    return [...this.waiting.values()].flat();
  }
}
