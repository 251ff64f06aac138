/** A run of files → its receipt. */
import { verdictOf } from "../build";
import type { Run } from "../run";
import { VERSION } from "../version";
import { besideValues, writtenValues } from "./besides";
import { fieldsAmong, marksOf } from "./fieldMarks";
import { codeOf, type Receipt } from "./receipt";
import { columnsAmong, contentOf, inTotals, valuesOf, valuesOfRows, writingOfRows } from "./receiptContent";

export async function makeReceipt(run: Run): Promise<Receipt> {
  const { pack, asOf } = run.options;
  const verdict = verdictOf(run);
  const sums = contentOf(run.ledgers, asOf);
  const facts = {
    tool: VERSION,
    asOf,
    pack: `${pack.id} ${pack.version}`,
    count: sums.count,
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
