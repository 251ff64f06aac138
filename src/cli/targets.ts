/** Reserve targets from a file of their own: one target or a list, as JSON. */
import type { Target } from "../policy/pack";
import { callComplaint, ownTargets } from "../words/command";
import { isDay } from "./call";
import { readJson } from "./json";

export function loadTargets(path: string): { targets: Target[] } | { complaint: string } {
  const json = readJson(path);
  if ("complaint" in json) return json;
  const list: unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  const targets: Target[] = [];
  for (const [index, item] of list.entries()) {
    const target = readTarget(item, index);
    if (typeof target === "string") return { complaint: callComplaint.badTargets(path, target) };
    targets.push(target);
  }
  return { targets };
}

/** A target, or the reason why it is none. */
function readTarget(item: unknown, index: number): Target | string {
  if (typeof item !== "object" || item === null) return ownTargets.notObject(index + 1);
  const { count, wan, countedFrom, by, department, name } = item as Record<string, unknown>;
  if (typeof by !== "string" || !isDay(by)) return ownTargets.noEnd();
  if (countedFrom !== undefined && (typeof countedFrom !== "string" || !isDay(countedFrom)))
    return ownTargets.badStart();
  if (count !== undefined && count !== null && typeof count !== "number") return ownTargets.badCount();
  if (wan !== undefined && wan !== null && typeof wan !== "number") return ownTargets.badAmount();
  return {
    id: `target-${String(index + 1)}`,
    name: typeof name === "string" ? name : ownTargets.name(),
    aliases: [],
    from: `${by.slice(0, 4)}-01-01`,
    basis: { document: ownTargets.document() },
    confidence: "H",
    count: typeof count === "number" ? count : null,
    wan: typeof wan === "number" ? wan : null,
    countedFrom: countedFrom ?? `${by.slice(0, 4)}-01-01`,
    by,
    department: typeof department === "string" ? department : null,
  };
}
