/** ledger-check template: the workbook that the bureau hands out, with the lists of the pack in force. */
import { existsSync } from "node:fs";
import { writeWorkbook } from "../hosts/file/write";
import { templateSheets } from "../report/export/template";
import { callComplaint, exportWords } from "../words/command";
import type { CheckCall } from "./call";
import { optionsOf, whatIsAsked } from "./check";
import type { Terminal } from "./terminal";
import { today } from "./today";
import { writeOutput } from "./writeFile";

/** Exit status: 0 written, 2 not. */
export async function template(call: CheckCall, output: string, terminal: Terminal): Promise<0 | 2> {
  // A form of the same name may have been filled in by now.
  if (existsSync(output)) {
    terminal.error(callComplaint.alreadyThere(output));
    return 2;
  }
  const asked = await whatIsAsked(call);
  if ("complaints" in asked) {
    for (const complaint of asked.complaints.slice(0, 5)) terminal.error(complaint);
    return 2;
  }
  const { pack, asOf, notices = [] } = optionsOf(asked, [], call.asOf ?? today());
  for (const line of notices) terminal.error(line);
  const complaint = writeOutput(output, await writeWorkbook(templateSheets({ pack, asOf })), []);
  if (complaint !== null) {
    terminal.error(complaint);
    return 2;
  }
  await terminal.say(exportWords.template(output, pack.title));
  return 0;
}
