/** A pack that says only what differs from another (`extends`): entries are replaced by id, added, or dropped. */
import type { JsonPath } from "./jsonLines";

type Json = Readonly<Record<string, unknown>>;

export interface Extended {
  readonly json: Json;
  /** Where a path of the whole pack stands in the pack's own document; paths that it does not hold lead to its head. */
  readonly origin: (path: JsonPath) => JsonPath;
}

/** Keys of the document that are instructions, not content. */
const INSTRUCTIONS = ["extends", "drop"];

/**
 * Entry lists (whose items have an id) are merged by id; `rules` and `workdays` by key; everything else is replaced.
 * `drop: { channels: ["…"] }` takes entries out.
 */
export function extendPack(base: Json, own: Json): Extended {
  const json: Record<string, unknown> = { ...base };
  const origins = new Map<string, JsonPath>();
  const drop = isRecord(own["drop"]) ? own["drop"] : {};

  for (const [key, value] of Object.entries(drop)) {
    const ids = new Set(Array.isArray(value) ? value : []);
    const list = json[key];
    if (Array.isArray(list)) json[key] = list.filter((item) => !ids.has(idOf(item)));
  }
  for (const [key, value] of Object.entries(own)) {
    if (INSTRUCTIONS.includes(key)) continue;
    const given = json[key];
    if (isEntryList(value) && isEntryList(given)) json[key] = mergeEntries(key, given, value, origins);
    else if ((key === "rules" || key === "workdays") && isRecord(value) && isRecord(given))
      json[key] = { ...given, ...value };
    else json[key] = value;
  }
  return { json, origin: (path) => originOf(path, own, origins) };
}

function mergeEntries(
  key: string,
  base: readonly unknown[],
  own: readonly unknown[],
  origins: Map<string, JsonPath>,
): unknown[] {
  const merged = [...base];
  own.forEach((entry, index) => {
    const found = merged.findIndex((item) => idOf(item) === idOf(entry));
    const place = found < 0 ? merged.length : found;
    merged[place] = entry;
    origins.set(`${key}/${String(place)}`, [key, index]);
  });
  return merged;
}

function originOf(path: JsonPath, own: Json, origins: ReadonlyMap<string, JsonPath>): JsonPath {
  const [key, index, ...rest] = path;
  if (key === undefined || !(key in own)) return [];
  if (typeof index !== "number") return path;
  const origin = origins.get(`${String(key)}/${String(index)}`);
  return origin ? [...origin, ...rest] : path;
}

function isEntryList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => idOf(item) !== null);
}

function idOf(item: unknown): string | null {
  return isRecord(item) && typeof item["id"] === "string" ? item["id"] : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
