/** What the collecting machine and the helping ones agree on: names in Redis, the job of a file, and how its part comes back. */
import { createHash } from "node:crypto";
import { createReadStream, openSync, closeSync, renameSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Redis } from "ioredis";
import type { Source } from "./collectFile";
import { writeAll } from "./pieces";

export const QUEUE = "ledger-check-collect";
const PREFIX = "ledger-check:";
/** A part that nobody fetches, or the settings of a run that nobody ends, are gone after so many seconds. */
export const KEPT_FOR = 7 * 24 * 3600;
/** Bytes of a part that go into one value. */
const PIECE = 1 << 20;

/** A file as the helping machine finds it in its own folder; its name in the job is the file's path with forward slashes. */
export interface Job extends Omit<Source, "file"> {
  readonly run: string;
}

/** Of an equal call from the same place it is the same: a run that was cut off finds what was done meanwhile. */
export function runOf(settings: string, output: string): string {
  return createHash("sha256").update(`${settings}\n${output}`).digest("hex").slice(0, 32);
}

export function isRun(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

export function jobId({ run, path, size, changed }: Job): string {
  return createHash("sha256")
    .update(JSON.stringify([run, path, size, changed]))
    .digest("hex")
    .slice(0, 40);
}

/** Tells by an error what is wrong with the address; later it waits for a server that comes back. */
export async function connect(address: string): Promise<Redis> {
  let reached = false;
  const redis = new Redis(address, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (reached ? Math.min(times * 200, 5_000) : null),
  });
  let why: unknown = null;
  redis.on("error", (error: unknown) => (why = error));
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw why ?? error;
  }
  reached = true;
  return redis;
}

export async function keepSettings(redis: Redis, run: string, settings: string): Promise<void> {
  await redis.set(`${PREFIX}run:${run}`, settings, "EX", KEPT_FOR);
}

export async function settingsOf(redis: Redis, run: string): Promise<string | null> {
  return redis.get(`${PREFIX}run:${run}`);
}

export async function forget(redis: Redis, run: string): Promise<void> {
  await redis.del(`${PREFIX}run:${run}`);
}

/** A part appears whole: two machines that did the same file leave one of them. */
export async function sendPart(redis: Redis, id: string, file: string, token: string): Promise<void> {
  const half = `${PREFIX}half:${id}:${token}`;
  await redis.del(half);
  await pipeline(
    createReadStream(file, { highWaterMark: PIECE }),
    createGzip({ level: 1, chunkSize: PIECE }),
    async (packed: AsyncIterable<Buffer>) => {
      // Both at once: a machine that dies half-way leaves none that stays for good.
      for await (const piece of packed) await redis.multi().rpush(half, piece).expire(half, KEPT_FOR).exec();
    },
  );
  await redis.rename(half, `${PREFIX}part:${id}`);
}

/** False where it is there no longer. */
export async function fetchPart(redis: Redis, id: string, file: string): Promise<boolean> {
  const key = `${PREFIX}part:${id}`;
  const pieces = await redis.llen(key);
  if (pieces === 0) return false;
  const packed = async function* (): AsyncGenerator<Buffer> {
    for (let index = 0; index < pieces; index++) {
      const piece = await redis.lindexBuffer(key, index);
      if (piece) yield piece;
    }
  };
  const half = `${file}.half`;
  const descriptor = openSync(half, "w");
  try {
    await pipeline(packed, createGunzip(), async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) writeAll(descriptor, piece);
    });
  } finally {
    closeSync(descriptor);
  }
  renameSync(half, file);
  await redis.del(key);
  return true;
}
