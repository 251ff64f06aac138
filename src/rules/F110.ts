/** A document number is written 机关代字〔年份〕序号号. */
import { fieldKind, type FieldKey } from "../ledger/fields";
import { isPlainlyNormal, readDocuments } from "../measure/documentNumber";
import { rowRule, type Hit } from "./rule";

export default rowRule({
  code: "F110",
  severity: "warning",
  basis: { document: "党政机关公文格式", number: "GB/T 9704-2012", article: "7.2.5", confidence: "H" },
  needs: [],
  on: "2025-06-20",
  good: [
    {
      name: "县人民医院改扩建项目",
      department: "卫生健康局",
      totalInvestment: 15000,
      "proc.feasibility.no": "川发改审〔2025〕12号",
    },
    {
      name: "县人民医院改扩建项目",
      department: "卫生健康局",
      totalInvestment: 15000,
      "proc.eia.no": "川环审〔2024〕7号、川环函〔2024〕19号",
    },
  ],
  bad: [
    {
      name: "县人民医院改扩建项目",
      department: "卫生健康局",
      totalInvestment: 15000,
      "proc.feasibility.no": "川发改审[2025]12号",
    },
    {
      name: "县人民医院改扩建项目",
      department: "卫生健康局",
      totalInvestment: 15000,
      "proc.eia.no": "川环审〔2024〕第007号",
    },
    {
      name: "县人民医院改扩建项目",
      department: "卫生健康局",
      totalInvestment: 15000,
      "proc.eia.no": "川环审2024-88号",
    },
    {
      name: "县人民医院改扩建项目",
      department: "卫生健康局",
      totalInvestment: 15000,
      "proc.eia.no": "2024-88",
    },
  ],
  prepare({ ledger }) {
    const columns = ledger.columns.filter(
      ({ field }) => fieldKind(field) === "documents" || fieldKind(field) === "procedure",
    );
    return (project) => {
      let hits: Hit[] | null = null;
      for (const { field, column } of columns) {
        const cell = project.cells[column];
        // Anything shorter, or without 号 or a bracket, is no document number.
        if (typeof cell !== "string" || cell.length < 6 || isPlainlyNormal(cell) || !hasNumberMark(cell, field))
          continue;
        const faulty = readDocuments(cell).filter((reading) => !reading.normal);
        const [first] = faulty;
        if (!first) continue;
        const args = {
          written: /[﹝﹞]/u.test(cell) ? asTyped(first.written) : first.written,
          number: first.certain ? first.number : "",
          fault: first.fault ?? "",
          count: faulty.length,
        };
        (hits ??= []).push({ fields: [field], args });
      }
      return hits;
    };
  },
});

/** Normalising makes 〔 of ﹝, which would show the fault as if it were none. */
function asTyped(written: string): string {
  return written.replaceAll("〔", "﹝").replaceAll("〕", "﹞");
}

/** 号 or a bracket; in a column of document numbers also 2024-88, which elsewhere is nearly always a day. */
function hasNumberMark(cell: string, field: FieldKey): boolean {
  return /[号〔[［【（(﹝]/.test(cell) || (field.endsWith(".no") && /\d[-－—]\d/.test(cell));
}
