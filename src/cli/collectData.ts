/** Tables for analysts, written by DuckDB's own library: Parquet files in a folder, or a database. */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  dataLinesNamed,
  FILE_COLUMNS,
  fileRows,
  PROJECT_COLUMNS,
  TOTAL_COLUMNS,
  totalRows,
  type DataColumn,
} from "../report/export/collect/data";
import { dataLine } from "../report/export/collect/lines";
import type { NamedOnce } from "../report/export/collect/oneNameEach";
import { onLines, writeTexts } from "./pieces";

export interface DataTargets {
  readonly parquet: string | null;
  readonly duckdb: string | null;
}

/** What DuckDB may hold in memory; beyond it works on disk. */
const MEMORY = "512MB";

/** Rows of a Parquet group: of so many columns the usual group would need hundreds of megabytes. */
const ROW_GROUP = 20_480;

interface Table {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<string>;
}

export async function writeData(
  { summary, writtenTwice }: NamedOnce,
  lines: Iterable<string>,
  { parquet, duckdb }: DataTargets,
): Promise<void> {
  const tables: readonly Table[] = [
    { name: "projects", columns: PROJECT_COLUMNS, rows: dataLinesNamed(dataLines(lines), writtenTwice) },
    { name: "files", columns: FILE_COLUMNS, rows: json(fileRows(summary)) },
    { name: "totals", columns: TOTAL_COLUMNS, rows: json(totalRows(summary)) },
  ];
  const scratch = mkdtempSync(join(tmpdir(), "ledger-check-data-"));
  try {
    const read = tables.map((table) => ({ name: table.name, select: asRead(table, scratch) }));
    if (parquet !== null) await writeParquet(parquet, scratch, read);
    if (duckdb !== null) await writeDatabase(duckdb, scratch, read);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function* dataLines(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield dataLine(line);
}

function* json(rows: readonly object[]): Generator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

/** The rows as a file of JSON lines, and how DuckDB reads it: every column with its type, nothing guessed. */
function asRead({ name, columns, rows }: Table, scratch: string): string {
  const file = join(scratch, `${name}.jsonl`);
  writeTexts(file, onLines(rows));
  const typed = columns.map((column) => `${quoted(column.name)}: ${quoted(column.type)}`).join(", ");
  return `SELECT * FROM read_json(${quoted(file)}, format = 'newline_delimited', maximum_object_size = 16777216, columns = {${typed}})`;
}

interface ReadTable {
  readonly name: string;
  readonly select: string;
}

async function writeParquet(folder: string, scratch: string, tables: readonly ReadTable[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, select } of tables) {
    const half = join(folder, `${name}.parquet.part`);
    await inDatabase(":memory:", scratch, [
      `COPY (${select}) TO ${quoted(half)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${String(ROW_GROUP)})`,
    ]);
    renameSync(half, join(folder, `${name}.parquet`));
  }
}

async function writeDatabase(file: string, scratch: string, tables: readonly ReadTable[]): Promise<void> {
  const half = join(dirname(file), `.${basename(file)}.part`);
  rmSync(half, { force: true });
  try {
    await inDatabase(
      half,
      scratch,
      tables.map(({ name, select }) => `CREATE TABLE ${name} AS ${select}`),
    );
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

async function inDatabase(path: string, scratch: string, statements: readonly string[]): Promise<void> {
  // Nothing is fetched, whatever DuckDB would like to have.
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: MEMORY,
    threads: "1",
    temp_directory: scratch,
  });
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
