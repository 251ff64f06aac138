/** The command line's entry: words in, exit status out. */
import { HELP } from "../words/command";
import { VERSION } from "../report/version";
import { readCall } from "./call";
import { check } from "./check";
import { setEngineForShortRun } from "./engine";
import { pack } from "./pack";
import { terminalOver } from "./terminal";

setEngineForShortRun();

const terminal = terminalOver(process.stdout, process.stderr);

// A reader that closes early (「| head」) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

process.exitCode = await answer(process.argv.slice(2));

async function answer(words: readonly string[]): Promise<0 | 1 | 2> {
  const call = readCall(words);
  switch (call.kind) {
    case "help":
      await terminal.out(HELP);
      return 0;
    case "version":
      await terminal.say(VERSION);
      return 0;
    case "wrong":
      terminal.error(call.complaint);
      return 2;
    case "check":
      return check(call.check, terminal);
    case "pack":
      return pack(call.pack, terminal);
    // What writes is loaded only where something is written.
    case "export":
      return (await import("./export")).exportLedgers(call, terminal);
    case "template":
      return (await import("./template")).template(call.check, call.output, terminal);
    case "collect":
      return (await import("./collect")).collect(call, terminal);
    case "worker":
      return helpElsewhere(call);
    case "verify":
      return (await import("./verify")).verify(call.file, call.receipt, call.maxSize, terminal);
  }
}

/** The queue's library is an optional one. */
async function helpElsewhere(call: { readonly folder: string; readonly queue: string }): Promise<0 | 2> {
  try {
    return await (await import("./collectHelp")).help(call, terminal);
  } catch (error) {
    terminal.error((await import("./queueComplaint")).queueComplaint(call.queue, error));
    return 2;
  }
}
