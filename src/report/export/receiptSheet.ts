/** A receipt as a sheet, and back. */
import type { ExportSheet } from "../../sheet/exportSheet";
import type { Sheet } from "../../sheet/sheet";
import { fieldsIn, fieldsText, type MarkedFields } from "./fieldMarks";
import { formSheet } from "./form";
import { RECEIPT, type Receipt, type ReceiptRow, type ReceiptTotal } from "./receipt";

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
