/** ledger-check collect DIR --worker redis://…: this machine helps to read the files of a folder that it shares with the one that collects. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative, resolve, isAbsolute } from "node:path";
import { UnrecoverableError, Worker } from "bullmq";
import { collectWords } from "../words/command";
import { connect, isRun, jobId, QUEUE, sendPart, settingsOf, type Job } from "./collectQueue";
import { collectThreads } from "./collectThreads";
import { queueComplaint, withoutPassword } from "./queueComplaint";
import type { Terminal } from "./terminal";

/** A machine that has not said for so long that it is at work has died; another takes its file. */
const LOCK = 10_000;
/** So many machines may die of a file before it is given up. */
const DEATHS = 3;

export interface HelpCall {
  readonly folder: string;
  readonly queue: string;
}

export async function help({ folder, queue: address }: HelpCall, terminal: Terminal): Promise<0 | 2> {
  const redis = await connect(address);
  const lines = await connect(address);
  const scratch = mkdtempSync(join(tmpdir(), "ledger-check-help-"));
  const threads = Math.max(1, availableParallelism());
  // Reading goes on in threads, so that the lock is renewed however large the file is.
  const { collect, close } = collectThreads(threads);

  const settingsFile = async (run: string): Promise<string> => {
    if (!isRun(run)) throw new UnrecoverableError(collectWords.outside(run));
    const file = join(scratch, `${run}.json`);
    if (existsSync(file)) return file;
    const settings = await settingsOf(lines, run);
    if (settings === null) throw new UnrecoverableError(collectWords.over());
    writeFileSync(file, settings);
    return file;
  };
  const worker = new Worker<Job, null, string>(
    QUEUE,
    async ({ data }, token = "") => {
      // Made anew: a name that came over the net would name a file here.
      const id = jobId(data);
      const file = ownFile(folder, data);
      const settings = await settingsFile(data.run);
      const part = join(scratch, `${id}.part`);
      try {
        await collect({ filed: [{ source: { ...data, file }, part }], settings });
        await sendPart(lines, id, part, token);
      } finally {
        rmSync(part, { force: true });
      }
      return null;
    },
    {
      connection: redis,
      concurrency: threads,
      lockDuration: LOCK,
      stalledInterval: LOCK / 2,
      maxStalledCount: DEATHS,
    },
  );
  // It tries again and again: the same is said once.
  let said = "";
  worker.on("error", (error) => {
    const complaint = queueComplaint(address, error);
    if (complaint !== said) terminal.error((said = complaint));
  });
  await worker.waitUntilReady();
  terminal.error(collectWords.working(withoutPassword(address), folder, threads));
  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  await worker.close();
  await close();
  lines.disconnect();
  redis.disconnect();
  rmSync(scratch, { recursive: true, force: true });
  return 0;
}

/** Nothing outside the folder is read, whatever a job names; nor a file that is not the one meant. */
function ownFile(folder: string, { path, size }: Job): string {
  const file = resolve(folder, path);
  const own = relative(resolve(folder), file);
  if (own.startsWith("..") || isAbsolute(own)) throw new UnrecoverableError(collectWords.outside(path));
  if (statSync(file).size !== size) throw new UnrecoverableError(collectWords.changedSince(path));
  return file;
}
