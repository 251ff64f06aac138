/** Which files of a folder are taken for ledgers, by their names alone. */

const LEDGERS = /\.(xlsx|xlsm|xls|et|xlsb|ods|csv|tsv)$/i;

/** Not what spreadsheet programs leave beside an open file, nor what is hidden. */
export function isLedgerName(path: string): boolean {
  return LEDGERS.test(path) && !/(^|[\\/])[~.]/.test(path);
}
