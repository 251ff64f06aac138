/** Reads the command line into what is asked for; a wrong call is one sentence. */
import { parseArgs } from "node:util";
import { callComplaint } from "../words/command";

export interface CheckCall {
  readonly files: readonly string[];
  readonly asOf: string | null;
  readonly pack: string | null;
  readonly targets: string | null;
  /** A former report or baseline: what was handed in last time. */
  readonly since: string | null;
  /** Another pack, by file or id: what it would change. */
  readonly compare: string | null;
  readonly maxSize: number | null;
  readonly output: "json" | "table";
}

/** What a call names besides its ledgers; a pack may be named by its id. */
export function filesBeside({ pack, targets, since, compare }: CheckCall): readonly (string | null)[] {
  return [pack, targets, since, compare];
}

export type PackCall =
  | { readonly do: "init"; readonly output: string; readonly asOf: string | null }
  | { readonly do: "check"; readonly file: string }
  | { readonly do: "diff"; readonly before: string; readonly after: string };

export interface CollectCall {
  readonly folder: string;
  readonly output: string;
  readonly roster: string | null;
  readonly previous: string | null;
  readonly due: string | null;
  readonly lastYear: string | null;
  /** A Redis by which other machines take part. */
  readonly queue: string | null;
  /** Where analysts' tables go: a folder for Parquet, a file for DuckDB. */
  readonly parquet: string | null;
  readonly duckdb: string | null;
  readonly check: CheckCall;
}

export type Call =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "check"; readonly check: CheckCall }
  | { readonly kind: "pack"; readonly pack: PackCall }
  | {
      readonly kind: "export";
      readonly check: CheckCall;
      readonly output: string;
      /** A .docx or .txt to write the bulletin to. */
      readonly bulletin: string | null;
      readonly lastYear: string | null;
    }
  | { readonly kind: "template"; readonly check: CheckCall; readonly output: string }
  | ({ readonly kind: "collect" } & CollectCall)
  | { readonly kind: "worker"; readonly folder: string; readonly queue: string }
  | { readonly kind: "verify"; readonly file: string; readonly receipt: string | null; readonly maxSize: number | null }
  | { readonly kind: "wrong"; readonly complaint: string };

const OPTIONS = {
  json: { type: "boolean" },
  "as-of": { type: "string" },
  pack: { type: "string" },
  targets: { type: "string" },
  since: { type: "string" },
  compare: { type: "string" },
  receipt: { type: "string" },
  roster: { type: "string" },
  previous: { type: "string" },
  due: { type: "string" },
  bulletin: { type: "string" },
  "last-year": { type: "string" },
  queue: { type: "string" },
  worker: { type: "string" },
  parquet: { type: "string" },
  duckdb: { type: "string" },
  output: { type: "string", short: "o" },
  "max-size": { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

export function readCall(words: readonly string[]): Call {
  const unknown = words.find(
    (word) => word.startsWith("--") && word !== "--" && !((word.slice(2).split("=")[0] as string) in OPTIONS),
  );
  if (unknown !== undefined) return { kind: "wrong", complaint: callComplaint.unknownOption(unknown) };
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return { kind: "wrong", complaint: wrongOption(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };

  const [command, ...files] = positionals;
  if (command === undefined) return { kind: "wrong", complaint: callComplaint.noCommand() };
  if (command === "pack") return readPackCall(files, values.output, values["as-of"] ?? null);
  if (!isCommand(command)) return { kind: "wrong", complaint: callComplaint.unknownCommand(command) };
  if (files.length === 0 && command !== "template") return { kind: "wrong", complaint: callComplaint.noFiles(command) };

  const asOf = values["as-of"] ?? null;
  if (asOf !== null && !isDay(asOf)) return { kind: "wrong", complaint: callComplaint.badDay(asOf) };
  const sizeText = values["max-size"];
  const maxSize = sizeText === undefined ? null : readSize(sizeText);
  if (sizeText !== undefined && maxSize === null) return { kind: "wrong", complaint: callComplaint.badSize(sizeText) };

  if (command === "verify") {
    const [file = "", ...more] = files;
    if (more.length > 0) return { kind: "wrong", complaint: callComplaint.verifyCall() };
    return { kind: "verify", file, receipt: values.receipt ?? null, maxSize };
  }
  const check: CheckCall = {
    files,
    asOf,
    pack: values.pack ?? null,
    targets: values.targets ?? null,
    since: values.since ?? null,
    compare: values.compare ?? null,
    maxSize,
    output: values.json ? "json" : "table",
  };
  if (command === "check") return { kind: "check", check };
  if (command === "collect" && values.worker !== undefined) return workerCall(files, values.worker);
  if (values.output === undefined) return { kind: "wrong", complaint: callComplaint.noOutput(command) };
  if (!/\.xlsx$/i.test(values.output)) return { kind: "wrong", complaint: callComplaint.badOutput(values.output) };
  if (command === "template") return { kind: "template", check, output: values.output };
  const lastYear = values["last-year"] ?? null;
  if (command === "export") return exportCall(check, values.output, { bulletin: values.bulletin ?? null, lastYear });
  const [folder = "", ...more] = files;
  if (more.length > 0) return { kind: "wrong", complaint: callComplaint.collectCall() };
  const due = values.due ?? null;
  if (due !== null && !isDay(due)) return { kind: "wrong", complaint: callComplaint.badDue(due) };
  const { roster = null, previous = null, queue = null, parquet = null, duckdb = null } = values;
  if (queue !== null && !isRedis(queue)) return { kind: "wrong", complaint: callComplaint.badQueue(queue) };
  const { output } = values;
  return { kind: "collect", folder, output, roster, previous, due, lastYear, queue, parquet, duckdb, check };
}

function exportCall(
  check: CheckCall,
  output: string,
  asked: { readonly bulletin: string | null; readonly lastYear: string | null },
): Call {
  const { bulletin } = asked;
  if (bulletin !== null && !/\.(docx|txt)$/i.test(bulletin))
    return { kind: "wrong", complaint: callComplaint.badBulletin(bulletin) };
  return { kind: "export", check, output, ...asked };
}

function workerCall([folder = "", ...more]: readonly string[], queue: string): Call {
  if (more.length > 0) return { kind: "wrong", complaint: callComplaint.workerCall() };
  if (!isRedis(queue)) return { kind: "wrong", complaint: callComplaint.badQueue(queue) };
  return { kind: "worker", folder, queue };
}

function isRedis(address: string): boolean {
  return URL.canParse(address) && /^rediss?:$/.test(new URL(address).protocol);
}

const COMMANDS = ["check", "export", "template", "verify", "collect"] as const;

function isCommand(word: string): word is (typeof COMMANDS)[number] {
  return COMMANDS.some((command) => command === word);
}

function readPackCall([what, ...rest]: readonly string[], output: string | undefined, asOf: string | null): Call {
  if (asOf !== null && !isDay(asOf)) return { kind: "wrong", complaint: callComplaint.badDay(asOf) };
  const [first, second] = rest;
  if (what === "init") return { kind: "pack", pack: { do: "init", output: output ?? first ?? "政策包.xlsx", asOf } };
  if (what === "check" && first !== undefined) return { kind: "pack", pack: { do: "check", file: first } };
  if (what === "diff" && first !== undefined && second !== undefined) {
    return { kind: "pack", pack: { do: "diff", before: first, after: second } };
  }
  return { kind: "wrong", complaint: callComplaint.packCall() };
}

/** parseArgs quotes the option that it could not place, 「-o, --output <value>」 where only what follows is wrong. */
function wrongOption(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? message;
  const option = quoted.replace(/^-\w, | <value>$/g, "");
  if (/argument missing|ambiguous/.test(message)) return callComplaint.noValue(option);
  if (/does not take an argument/.test(message)) return callComplaint.noValueWanted(option);
  return callComplaint.unknownOption(option);
}

export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

/** 「4GB」「800MB」 or plain bytes → bytes. */
function readSize(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|g)?i?b?$/i.exec(text.trim());
  if (!match) return null;
  const scale = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? "").toLowerCase()] ?? 1;
  return Math.floor(Number(match[1]) * scale);
}
