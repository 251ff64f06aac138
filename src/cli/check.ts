/** ledger-check check: reads files, judges them, prints the account or the JSON report; a file that cannot be read never hides the others. */
import { openFile } from "../hosts/file/node";
import { ReadFailure } from "../hosts/file/failure";
import { loadPack, packInForce } from "../policy/load";
import type { Pack } from "../policy/pack";
import { buildReport, reportText, verdictOf } from "../report/build";
import { runSteps, type Run, type RunFile } from "../report/run";
import { notice, progressWords, summary } from "../words/command";
import { failureSentence } from "../words/failure";
import type { CheckCall } from "./call";
import { readJson } from "./json";
import { accountLines, colours, noColours } from "./table";
import { loadTargets } from "./targets";

export interface Terminal {
  readonly out: (text: string) => Promise<void>;
  readonly error: (text: string) => void;
  readonly isTerminal: boolean;
  readonly errorIsTerminal: boolean;
}

/** Gives the exit status: 0 nothing stops a submission, 1 errors in the ledgers, 2 a file could not be read or the call is wrong. */
export async function check(call: CheckCall, terminal: Terminal): Promise<0 | 1 | 2> {
  const started = performance.now();
  const asOf = call.asOf ?? today();
  const chosen = choosePack(call, asOf);
  if ("complaint" in chosen) {
    terminal.error(chosen.complaint);
    return 2;
  }

  const show = progressLine(terminal);
  const files: RunFile[] = [];
  for (const path of call.files) files.push(await readOne(path, call.maxSize, terminal));

  const run = drive(files, { pack: chosen.pack, asOf, notices: chosen.notices }, show);
  for (const line of chosen.notices) terminal.error(line);

  if (call.output === "json") {
    for (const piece of reportText(run)) await terminal.out(piece);
  } else {
    const paint = terminal.isTerminal ? colours : noColours;
    for (const line of accountLines(buildReport(run), paint)) await terminal.out(line + "\n");
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const rows = run.ledgers.reduce((sum, ledger) => sum + ledger.projects.length, 0);
    await terminal.out(summary.read(files.length, rows, seconds) + "\n");
  }

  if (files.some((file) => file.error)) return 2;
  return verdictOf(run).errors > 0 ? 1 : 0;
}

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function choosePack(call: CheckCall, asOf: string): { pack: Pack; notices: string[] } | { complaint: string } {
  const found = call.pack === null ? shipped(asOf) : fromFile(call.pack, asOf);
  if ("complaint" in found || call.targets === null) return found;
  const targets = loadTargets(call.targets);
  if ("complaint" in targets) return targets;
  return { ...found, pack: { ...found.pack, targets: targets.targets } };
}

function shipped(asOf: string): { pack: Pack; notices: string[] } {
  const { pack, inForce } = packInForce(asOf);
  return { pack, notices: inForce ? [] : [notice.packNotInForce(pack.title, asOf)] };
}

function fromFile(path: string, asOf: string): { pack: Pack; notices: string[] } | { complaint: string } {
  const json = readJson(path);
  if ("complaint" in json) return json;
  const loaded = loadPack(json.value);
  if ("errors" in loaded)
    return {
      complaint: `${path}：${loaded.errors
        .slice(0, 5)
        .map((error) => error.message)
        .join("；")}`,
    };
  const { pack } = loaded;
  const inForce = pack.from <= asOf && (pack.to === undefined || asOf <= pack.to);
  return { pack, notices: inForce ? [] : [notice.packNotInForce(pack.title, asOf)] };
}

async function readOne(path: string, maxSize: number | null, terminal: Terminal): Promise<RunFile> {
  try {
    const workbook = await openFile(path, maxSize === null ? {} : { maxSize });
    return { path, sheets: workbook.sheets };
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
    const message = failureSentence(failure, path, "zh");
    terminal.error(message);
    return { path, sheets: [], error: { code: failure.code, message } };
  }
}

function drive(
  files: readonly RunFile[],
  options: { pack: Pack; asOf: string; notices: readonly string[] },
  show: Show,
): Run {
  const steps = runSteps(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      show("");
      return step.value;
    }
    const { phase, path, rows, of } = step.value;
    show(phase === "read" ? progressWords.reading(path, rows) : progressWords.checking(rows, of ?? rows));
  }
}

type Show = (text: string) => void;

/** One line that rewrites itself, at most ten times a second; nothing where nobody watches. */
function progressLine(terminal: Terminal): Show {
  if (!terminal.errorIsTerminal) return () => undefined;
  let last = 0;
  return (text) => {
    const now = performance.now();
    if (text !== "" && now - last < 100) return;
    last = now;
    process.stderr.write(`\r\u001b[K${text}`);
  };
}
