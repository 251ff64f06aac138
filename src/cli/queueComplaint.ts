/** Why no queue could be had, in a sentence. */
import { callComplaint, type RedisFailure } from "../words/command";

export function queueComplaint(address: string, error: unknown): string {
  if (isMissingPackage(error)) return callComplaint.noQueueLibrary();
  return callComplaint.noRedis(withoutPassword(address), redisFailure(error));
}

/** An optional dependency that was not installed. */
export function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}

/** As it may stand on a screen. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  url.username = url.password = "";
  return url.href;
}

/** By the system's code, or by how Redis, its client or TLS begins its message. */
const FAILURES: readonly (readonly [RegExp, RedisFailure])[] = [
  [/ECONNREFUSED/, "silent"],
  [/ENOTFOUND|EAI_AGAIN/, "unknownHost"],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN/, "unreachable"],
  [/NOAUTH|WRONGPASS|NOPERM|ERR invalid password|ERR AUTH/, "password"],
  [/CERT|certificate|SELF_SIGNED|UNABLE_TO_VERIFY/i, "certificate"],
  [/ECONNRESET|EPIPE|EPROTO|ERR_SSL|Protocol error|Connection is closed/, "broken"],
  [/Redis version/, "old"],
];

function redisFailure(error: unknown): RedisFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = `${code} ${error instanceof Error ? error.message : String(error)}`;
  return FAILURES.find(([sign]) => sign.test(said))?.[1] ?? "unknown";
}
