/** 校核回执: what was checked, when and by which pack, with a checksum of the ledger's values; whoever has file and receipt can tell whether they still agree. A checksum, not a signature: it shows a change, never who made it. */
import type { Ledger, Project } from "../../ledger/ledger";
import { sumWan } from "../../measure/amount";
import type { ExportSheet } from "../../sheet/exportSheet";
import type { Sheet } from "../../sheet/sheet";
import { verdictOf } from "../build";
import type { Run } from "../run";
import { VERSION } from "../version";
import { formSheet } from "./form";
import { sha256 } from "./sha256";

export const RECEIPT = "校核回执";

export interface ReceiptRow {
  readonly key: string;
  readonly name: string;
  /** 万元. */
  readonly wan: number | null;
  readonly digest: string;
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
  readonly rows: readonly ReceiptRow[];
}

export async function makeReceipt(run: Run): Promise<Receipt> {
  const { pack, asOf } = run.options;
  const verdict = verdictOf(run);
  const sums = contentOf(run.ledgers);
  const facts = {
    tool: VERSION,
    asOf,
    pack: `${pack.id} ${pack.version}`,
    count: sums.rows.length,
    wan: sums.wan,
    verdict: `错误 ${String(verdict.errors)}，提醒 ${String(verdict.warnings)}，建议 ${String(verdict.hints)}，暂不处理 ${String(verdict.waived)}`,
    digest: sums.digest,
  };
  return { ...facts, code: codeOf(facts), rows: sums.rows };
}

/** The values of ledgers whatever their look: the order of rows and sheets, units, notation and running numbers change nothing. */
function contentOf(ledgers: readonly Ledger[]): Pick<Receipt, "rows" | "wan" | "digest"> {
  const rows: ReceiptRow[] = [];
  const full: string[] = [];
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of ledger.projects) {
      const digest = sha256(rowText(project, ledger));
      full.push(digest);
      const { name = "", totalInvestment } = project.values;
      rows.push({ key: project.key, name, wan: totalInvestment?.wan ?? null, digest: digest.slice(0, 12) });
    }
  }
  return {
    rows,
    wan: sumWan(rows.map(({ wan }) => wan ?? 0)),
    digest: sha256(full.sort().join("\n")),
  };
}

function rowText({ values, unread }: Project, { reporter }: Ledger): string {
  const stated = reporter === null || values.reporter !== undefined ? values : { ...values, reporter };
  const known = Object.entries(stated)
    // A column that nobody has filled in says nothing.
    .filter(([field, value]) => field !== "serial" && value !== undefined)
    .map(([field, value]) => [field, ordered(value)]);
  const open = unread.map(({ field, text }) => [`?${field}`, text]);
  return JSON.stringify([...known, ...open].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
}

/** Parts of a value in an order of their own, absent ones left out. */
function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, ordered(part)]);
}

function codeOf(facts: Omit<Receipt, "code" | "rows">): string {
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

export function receiptSheet(receipt: Receipt): ExportSheet {
  return formSheet({
    name: RECEIPT,
    title: "项目台账校核回执",
    lines: [
      ...(Object.keys(LABELS) as (keyof typeof LABELS)[]).map((fact) => LABELS[fact] + String(receipt[fact])),
      "回执是校验和，不是签名：只能看出台账在校核之后有没有改动，不能证明是谁校核的。行的先后、单位、写法、序号不影响摘要。",
    ],
    columns: [
      { heading: "代码或名称与部门", format: "code", width: 40 },
      { heading: "名称", format: "wrapped", width: 36 },
      { heading: "金额（万元）", format: "amount" },
      { heading: "行校验", format: "code", width: 16 },
    ],
    rows: receipt.rows.map(({ key, name, wan, digest }) => [key, name, wan, digest]),
  });
}

/** Null where the sheet is no receipt of ours. */
export function readReceipt(sheet: Sheet): Receipt | null {
  const facts = new Map<string, string>();
  const rows: ReceiptRow[] = [];
  let inRows = false;
  for (const block of sheet.blocks()) {
    for (const { cells } of block) {
      const [first, name, wan, digest] = cells;
      const text = typeof first === "string" ? first.trim() : "";
      if (inRows && typeof digest === "string")
        rows.push({
          key: text,
          name: String(name ?? ""),
          wan: typeof wan === "number" ? wan : null,
          digest: digest.trim(),
        });
      else if (digest === "行校验") inRows = true;
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
    rows,
  };
}

export interface Comparison {
  /** The receipt's own facts still fit its code. */
  readonly sound: boolean;
  readonly same: boolean;
  readonly added: readonly ReceiptRow[];
  readonly gone: readonly ReceiptRow[];
  readonly changed: readonly { readonly before: ReceiptRow; readonly now: ReceiptRow }[];
}

export async function compareWithReceipt(receipt: Receipt, ledgers: readonly Ledger[]): Promise<Comparison> {
  const now = contentOf(ledgers);
  const left = new Map<string, ReceiptRow[]>();
  for (const row of receipt.rows) left.set(row.key, [...(left.get(row.key) ?? []), row]);
  const open: ReceiptRow[] = [];
  for (const row of now.rows) {
    const same = left.get(row.key) ?? [];
    const index = same.findIndex(({ digest }) => digest === row.digest);
    if (index >= 0) same.splice(index, 1);
    else open.push(row);
  }
  const changed = open.flatMap((row) => {
    const before = left.get(row.key)?.shift();
    return before ? [{ before, now: row }] : [];
  });
  const matched = new Set(changed.map((pair) => pair.now));
  return {
    sound: codeOf(receipt) === receipt.code,
    same: now.digest === receipt.digest,
    added: open.filter((row) => !matched.has(row)),
    gone: [...left.values()].flat(),
    changed,
  };
}
