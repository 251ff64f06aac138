/** Other machines at work on a collection: each file is a job in BullMQ on Redis, done once whatever happens to whoever does it. */
import { resolve } from "node:path";
import { Queue, QueueEvents } from "bullmq";
import { unreadablePart, type PartHead } from "../report/export/collect/part";
import { collectWords } from "../words/command";
import type { Source } from "./collectFile";
import { connect, fetchPart, forget, jobId, keepSettings, KEPT_FOR, QUEUE, runOf, type Job } from "./collectQueue";
import type { Crew } from "./collectThreads";
import { readPart, writePart } from "./journal";

/** The collecting machine takes a job away when its part is here; what a killed one left goes by age. */
const KEPT = { removeOnComplete: { age: KEPT_FOR }, removeOnFail: { age: KEPT_FOR } };

export async function queueCrew(address: string, settings: string, output: string): Promise<Crew> {
  const redis = await connect(address);
  const run = runOf(settings, resolve(output));
  await keepSettings(redis, run, settings);
  const queue = new Queue<Job, null, string>(QUEUE, { connection: redis });
  const eventLine = await connect(address);
  // From what was said last: what is said between two readings, or while the line is down, is heard then.
  const [last] = await redis.xrevrange(queue.toKey("events"), "+", "-", "COUNT", 1);
  const events = new QueueEvents(QUEUE, { connection: eventLine, lastEventId: last?.[0] ?? "0-0" });
  await events.waitUntilReady();
  const ends = new Map<string, (end: End) => void>();
  events.on("completed", ({ jobId: id }) => ends.get(id)?.("done"));
  events.on("failed", ({ jobId: id, failedReason }) => ends.get(id)?.({ why: failedReason }));

  /** Resolves when some machine has done it, or all have given it up. */
  const done = async (id: string, job: Job): Promise<End> => {
    const ended = new Promise<End>((resolve) => ends.set(id, resolve));
    await queue.add("file", job, { jobId: id, ...KEPT });
    // Of a run that was cut off it may have been done before anybody listened.
    const state = await queue.getJobState(id);
    if (state === "completed") return "done";
    if (state === "failed") {
      await queue.remove(id);
      await queue.add("file", job, { jobId: id, ...KEPT });
    }
    return ended;
  };

  const collect = async ({ file: _, ...source }: Source, part: string): Promise<PartHead> => {
    const job: Job = { ...source, path: source.path.replaceAll("\\", "/"), run };
    const id = jobId(job);
    for (;;) {
      const end = await done(id, job);
      ends.delete(id);
      const isHere = end === "done" && (await fetchPart(redis, id, part));
      await queue.remove(id);
      if (isHere) return readPart(part).head;
      // Done, but the part has gone from Redis since: once more.
      if (end === "done") continue;
      const failed = unreadablePart(source.path, collectWords.givenUp(source.path, end.why), source.writtenOn);
      writePart(part, source, failed);
      return failed.head;
    }
  };

  return {
    hands: Number.MAX_SAFE_INTEGER,
    atOnce: 1,
    collect: (filed) => Promise.all(filed.map(({ source, part }) => collect(source, part))),
    close: async () => {
      await forget(redis, run);
      await events.close();
      await queue.close();
      eventLine.disconnect();
      redis.disconnect();
    },
  };
}

type End = "done" | { readonly why: string };
