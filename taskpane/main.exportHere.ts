/** Makes files of a checked run with this page's own writers; loaded only where a file is asked for. */
import { writeWorkbook } from "../src/hosts/file/write";
import { writeDocument } from "../src/hosts/file/writeDocument";
import { packInForce } from "../src/policy/load";
import { bulletin, bulletinOf } from "../src/report/export/collect/bulletin";
import { collectionOfRun } from "../src/report/export/collect/ofRun";
import { exportSheets } from "../src/report/export/index";
import { templateSheets } from "../src/report/export/template";
import type { Run } from "../src/report/run";
import type { ExportSheet } from "../src/sheet/exportSheet";
import type { Made } from "./saveFile";

export function sheetsOf(run: Run): Promise<ExportSheet[]> {
  return exportSheets(run);
}

export async function workbookOf(run: Run): Promise<Made> {
  return { name: `校核结果${run.options.asOf}.xlsx`, bytes: await writeWorkbook(await exportSheets(run)) };
}

export async function bulletinDocument(run: Run): Promise<Made> {
  return { name: `通报${run.options.asOf}.docx`, bytes: await writeDocument(bulletinOf(collectionOfRun(run))) };
}

export function bulletinText(run: Run): Promise<string> {
  return Promise.resolve(bulletin(collectionOfRun(run)));
}

/** With the lists of the pack that the run was judged by, else of the one in force. */
export async function templateOf(run: Run | null, asOf: string): Promise<Made> {
  const pack = run?.options.pack ?? packInForce(asOf).pack;
  return { name: "标准台账模板.xlsx", bytes: await writeWorkbook(templateSheets({ pack, asOf })) };
}
