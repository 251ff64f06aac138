/** Lays examples out as a clerk's sheet under the standard headings. */
import { ALL_FIELDS, fieldKind, fieldTerm, type FieldKey } from "../../src/ledger/fields";
import type { ExampleRow } from "../../src/rules/rule";
import { CellError, type CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import type { Sheet } from "../../src/sheet/sheet";

export function layOut(rows: readonly ExampleRow[], name = "项目台账"): Sheet {
  const fields = ALL_FIELDS.filter((field) => rows.some((row) => row[field] !== undefined));
  return gridSheet(name, [fields.map(standardHeading), ...rows.map((row) => fields.map((field) => cell(row[field])))]);
}

export function standardHeading(field: FieldKey): string {
  return fieldKind(field) === "amount" ? `${fieldTerm(field)}（万元）` : fieldTerm(field);
}

function cell(content: string | number | undefined): CellValue {
  if (content === undefined || content === "") return null;
  return typeof content === "string" && /^#[A-Z/0!?]+$/.test(content) ? new CellError(content) : content;
}
