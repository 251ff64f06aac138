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
  | {
      readonly do: "init";
      readonly output: string;
      readonly asOf: string | null;
      /** Another pack than the one in force, by file or id. */
      readonly from: string | null;
    }
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

type Option = keyof typeof OPTIONS;
type Command = "check" | "export" | "template" | "verify" | "collect" | "pack";

/** What each command heeds: an option that it would pass over is said, or a clerk would believe that it had counted. */
const HEEDS: Readonly<Record<Command, readonly Option[]>> = {
  check: ["json", "as-of", "pack", "targets", "since", "compare", "max-size"],
  export: ["as-of", "pack", "targets", "since", "max-size", "output", "bulletin", "last-year"],
  template: ["as-of", "pack", "targets", "output"],
  verify: ["receipt", "max-size"],
  collect: [
    ...(["as-of", "pack", "targets", "max-size", "output", "roster", "previous", "due", "last-year"] as const),
    ...(["parquet", "duckdb", "queue", "worker"] as const),
  ],
  pack: ["output", "as-of", "pack"],
};

type Values = ReturnType<typeof parsed>["values"];

interface Asked {
  readonly files: readonly string[];
  readonly values: Values;
  readonly check: CheckCall;
}

export function readCall(words: readonly string[]): Call {
  const unknown = words.find((word) => word.startsWith("--") && word !== "--" && !isOption(optionOf(word)));
  if (unknown !== undefined) return wrong(callComplaint.unknownOption(unknown));
  let call;
  try {
    call = parsed(words);
  } catch (error) {
    return wrong(wrongOption(error));
  }
  const { values, positionals } = call;
  if (values.help || positionals[0] === "help") return { kind: "help" };
  if (values.version) return { kind: "version" };

  const [command, ...files] = positionals;
  if (command === undefined) return wrong(callComplaint.noCommand());
  if (!isCommand(command)) return wrong(callComplaint.unknownCommand(command));
  const passedOver = Object.keys(values).find((option) => !HEEDS[command].some((heeded) => heeded === option));
  if (passedOver !== undefined) return wrong(callComplaint.optionOfAnother(command, passedOver));
  const asOf = values["as-of"] ?? null;
  if (asOf !== null && !isDay(asOf)) return wrong(callComplaint.badDay(asOf));
  const maxSize = readSize(values["max-size"]);
  if (maxSize === "wrong") return wrong(callComplaint.badSize(values["max-size"] ?? ""));
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
  return CALLS[command]({ files, values, check });
}

function parsed(words: readonly string[]) {
  return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
}

const CALLS: Readonly<Record<Command, (asked: Asked) => Call>> = {
  check: ({ files, check }) => (files.length === 0 ? wrong(callComplaint.noFiles("check")) : { kind: "check", check }),
  export: exportCall,
  template: ({ check, values }) => {
    const output = workbookFor("template", values);
    return typeof output === "string" ? { kind: "template", check, output } : output;
  },
  verify: verifyCall,
  collect: (asked) => (asked.values.worker === undefined ? collectCall(asked) : workerCall(asked, asked.values.worker)),
  pack: packCall,
};

function exportCall({ files, values, check }: Asked): Call {
  if (files.length === 0) return wrong(callComplaint.noFiles("export"));
  const output = workbookFor("export", values);
  if (typeof output !== "string") return output;
  const { bulletin = null, "last-year": lastYear = null } = values;
  if (bulletin !== null && !/\.(docx|txt)$/i.test(bulletin)) return wrong(callComplaint.badBulletin(bulletin));
  return { kind: "export", check, output, bulletin, lastYear };
}

function verifyCall({ files, values, check: { maxSize } }: Asked): Call {
  const [file, ...more] = files;
  if (file === undefined) return wrong(callComplaint.noFiles("verify"));
  if (more.length > 0) return wrong(callComplaint.verifyCall());
  return { kind: "verify", file, receipt: values.receipt ?? null, maxSize };
}

function collectCall({ files, values, check }: Asked): Call {
  const [folder, ...more] = files;
  if (folder === undefined) return wrong(callComplaint.noFiles("collect"));
  const output = workbookFor("collect", values);
  if (typeof output !== "string") return output;
  if (more.length > 0) return wrong(callComplaint.collectCall());
  const { roster = null, previous = null, queue = null, parquet = null, duckdb = null, due = null } = values;
  if (due !== null && !isDay(due)) return wrong(callComplaint.badDue(due));
  if (queue !== null && !isRedis(queue)) return wrong(callComplaint.badQueue(queue));
  const lastYear = values["last-year"] ?? null;
  return { kind: "collect", folder, output, roster, previous, due, lastYear, queue, parquet, duckdb, check };
}

function workerCall({ files }: Asked, queue: string): Call {
  const [folder, ...more] = files;
  if (folder === undefined) return wrong(callComplaint.noFiles("collect"));
  if (more.length > 0) return wrong(callComplaint.workerCall());
  if (!isRedis(queue)) return wrong(callComplaint.badQueue(queue));
  return { kind: "worker", folder, queue };
}

function packCall({ files: [what, first, second], values, check: { asOf, pack } }: Asked): Call {
  if (what === "init")
    return { kind: "pack", pack: { do: "init", output: values.output ?? first ?? "政策包.xlsx", asOf, from: pack } };
  if (pack !== null) return wrong(callComplaint.packCall());
  if (what === "check" && first !== undefined) return { kind: "pack", pack: { do: "check", file: first } };
  if (what === "diff" && first !== undefined && second !== undefined)
    return { kind: "pack", pack: { do: "diff", before: first, after: second } };
  return wrong(callComplaint.packCall());
}

/** Where the workbook goes, or what is wrong with that. */
function workbookFor(command: "export" | "template" | "collect", { output }: Values): string | Call {
  if (output === undefined) return wrong(callComplaint.noOutput(command));
  return /\.xlsx$/i.test(output) ? output : wrong(callComplaint.badOutput(output));
}

function wrong(complaint: string): Call {
  return { kind: "wrong", complaint };
}

/** 「--as-of=2025-06-20」 → as-of */
function optionOf(word: string): string {
  return word.slice(2).split("=", 1).join("");
}

function isOption(text: string): text is Option {
  return Object.hasOwn(OPTIONS, text);
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(HEEDS, word);
}

function isRedis(address: string): boolean {
  return URL.canParse(address) && /^rediss?:$/.test(new URL(address).protocol);
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

/** 「4GB」「800MB」 or plain bytes → bytes; null where nothing is said. */
function readSize(text: string | undefined): number | null | "wrong" {
  if (text === undefined) return null;
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|g)?i?b?$/i.exec(text.trim());
  if (!match) return "wrong";
  const scale = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? "").toLowerCase()] ?? 1;
  return Math.floor(Number(match[1]) * scale);
}
