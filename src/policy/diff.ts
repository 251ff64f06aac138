/** What one pack says otherwise than another: entries added, gone or changed, and settings by their path. */
import { isRecord } from "./extend";
import type { Pack } from "./pack";

export interface PackChange {
  readonly kind: "added" | "gone" | "changed";
  /** channels, targets, rules … */
  readonly part: string;
  /** Id of the entry, code of the rule; empty for a plain value of the pack. */
  readonly entry: string;
  readonly name: string;
  /** Where inside the entry (limit.count); empty where the whole entry came or went. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export function diffPacks(before: Pack, after: Pack): PackChange[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...parts].flatMap((part) => diffPart(part, before[part as keyof Pack], after[part as keyof Pack]));
}

function diffPart(part: string, before: unknown, after: unknown): PackChange[] {
  const [old, fresh] = [entriesOf(before), entriesOf(after)];
  if (!old || !fresh)
    return changesInside(before, after, "").map((change) => ({ ...change, part, entry: "", name: "" }));
  const changes: PackChange[] = [];
  for (const [entry, item] of old) {
    const name = nameOf(item, entry);
    if (!fresh.has(entry)) changes.push({ kind: "gone", part, entry, name, path: "", before: item, after: undefined });
    else changes.push(...changesInside(item, fresh.get(entry), "").map((change) => ({ ...change, part, entry, name })));
  }
  for (const [entry, item] of fresh) {
    if (!old.has(entry))
      changes.push({ kind: "added", part, entry, name: nameOf(item, entry), path: "", before: undefined, after: item });
  }
  return changes;
}

/** Entries by id (or by name, for choices without one), settings by key; null for a plain value. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (isRecord(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return null;
  return new Map(value.map((item: unknown, index) => [keyOf(item) ?? String(index), item]));
}

function keyOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const key = item["id"] ?? item["name"];
  return typeof key === "string" ? key : null;
}

function nameOf(item: unknown, otherwise: string): string {
  return isRecord(item) && typeof item["name"] === "string" ? item["name"] : otherwise;
}

function changesInside(
  before: unknown,
  after: unknown,
  path: string,
): Pick<PackChange, "kind" | "path" | "before" | "after">[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => changesInside(before[key], after[key], path === "" ? key : `${path}.${key}`));
  }
  return [{ kind: "changed", path, before, after }];
}
