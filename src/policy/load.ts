/** Packs from JSON: every fault named by its place, entry and remedy; and the packs that ship. */
import type * as z from "zod/mini";
import county2025 from "./packs/county-2025.json";
import county2026 from "./packs/county-2026.json";
import { consistencyFaults, type Fault } from "./consistency";
import { extendPack, isRecord } from "./extend";
import { lineOf, lineOfSyntaxError, linesByPath, type JsonPath } from "./jsonLines";
import { packSchema, type Pack } from "./pack";

export interface PackError {
  /** channels[2].coverage */
  readonly path: string;
  /** 1-based, where the pack came as text. */
  readonly line: number | null;
  /** Name or id of the entry concerned. */
  readonly entry: string | null;
  readonly says: string;
  readonly remedy: string;
  /** The whole sentence: place, entry, fault and remedy. */
  readonly message: string;
}

export type LoadedPack = { readonly pack: Pack } | { readonly errors: readonly PackError[] };

/** From when to when a pack holds, days as YYYY-MM-DD. */
interface Span {
  readonly from: string;
  readonly to?: string | undefined;
}

/** Documents as they ship, oldest first. */
const SHIPPED: readonly Span[] = [county2025, county2026];

/** Takes a JSON text (errors then name the line) or what JSON.parse gave. */
export function loadPack(source: unknown): LoadedPack {
  if (typeof source !== "string") return readPack(source, () => null);
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    const line = error instanceof SyntaxError ? lineOfSyntaxError(source, error) : null;
    return { errors: [packError([], line, null, "不是完整的 JSON 文本", "请核对这一行前后的逗号、引号和括号")] };
  }
  const lines = linesByPath(source.replace(/^\uFEFF/, ""));
  return readPack(json, (path) => lineOf(lines, path));
}

const shipped = new Map<Span, Pack>();

export function shippedPacks(): readonly Pack[] {
  return SHIPPED.map(shippedPack);
}

/** A pack is checked when it is first asked for: most runs need one of them. */
function shippedPack(source: Span): Pack {
  const known = shipped.get(source);
  if (known) return known;
  const loaded = loadPack(source);
  if ("errors" in loaded)
    throw new Error(`A shipped pack is faulty: ${loaded.errors.map(({ message }) => message).join("; ")}`);
  shipped.set(source, loaded.pack);
  return loaded.pack;
}

/** The pack in force on a day; where none is, the nearest in time, and `inForce` says so. */
export function packInForce(asOf: string): { readonly pack: Pack; readonly inForce: boolean } {
  const inForce = SHIPPED.filter((pack) => isInForce(pack, asOf)).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (inForce) return { pack: shippedPack(inForce), inForce: true };
  const nearest = [...SHIPPED].sort((a, b) => daysAway(a, asOf) - daysAway(b, asOf))[0];
  if (!nearest) throw new Error("No pack ships. To fix, list one in SHIPPED of src/policy/load.ts.");
  return { pack: shippedPack(nearest), inForce: false };
}

export function isInForce({ from, to }: Span, asOf: string): boolean {
  return from <= asOf && (to === undefined || asOf <= to);
}

function daysAway({ from, to }: Span, asOf: string): number {
  const day = Date.parse(asOf);
  if (asOf < from) return Date.parse(from) - day;
  return to === undefined ? 0 : Math.max(0, day - Date.parse(to));
}

function readPack(source: unknown, lineAt: (path: JsonPath) => number | null): LoadedPack {
  if (!isRecord(source)) {
    return {
      errors: [
        packError([], lineAt([]), null, "政策包应是一个 JSON 对象", "请从 ledger-check pack init 生成的文件改起"),
      ],
    };
  }
  const whole = wholePack(source);
  if ("fault" in whole)
    return { errors: [packError(["extends"], lineAt(["extends"]), null, whole.fault.says, whole.fault.remedy)] };
  const { json, origin } = whole;

  const place = (path: JsonPath, says: string, remedy: string): PackError =>
    packError(origin(path), lineAt(origin(path)), entryAt(json, path), says, remedy);
  const parsed = packSchema.safeParse(json);
  if (!parsed.success) {
    return { errors: parsed.error.issues.flatMap(faultsOf).map(({ path, says, remedy }) => place(path, says, remedy)) };
  }
  const faults = consistencyFaults(parsed.data);
  if (faults.length > 0) return { errors: faults.map(({ path, says, remedy }) => place(path, says, remedy)) };
  return { pack: parsed.data };
}

type Whole = { readonly json: Record<string, unknown>; readonly origin: (path: JsonPath) => JsonPath };

/** The document itself, or laid over the shipped pack that it extends (which may extend another in turn). */
function wholePack(source: Record<string, unknown>): Whole | { readonly fault: Omit<Fault, "path"> } {
  if (!("extends" in source)) return { json: source, origin: (path) => path };
  const id = source["extends"];
  const base = SHIPPED.find((each) => isRecord(each) && each["id"] === id && each !== source);
  if (!isRecord(base)) {
    const known = SHIPPED.map((each) => (isRecord(each) ? String(each["id"]) : "")).join("、");
    return {
      fault: { says: `没有可以沿用的政策包「${String(id)}」`, remedy: `请改为 ${known} 之一，或写成完整的政策包` },
    };
  }
  const below = wholePack(base);
  if ("fault" in below) return below;
  const { json, origin } = extendPack(below.json, source);
  return { json: { ...json }, origin };
}

/** The sentences of one issue of the schema. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== "symbol");
  switch (issue.code) {
    case "invalid_type":
      return [typeFault(path, issue)];
    case "invalid_value":
      return [{ path, says: "不在可选值之内", remedy: `请改为 ${issue.values.map(String).join("、")} 之一` }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        says: `不认得「${key}」这一项`,
        remedy: "请改正拼写或删去",
      }));
    case "invalid_format":
      return [{ path, says: "不是 YYYY-MM-DD 形式的日期", remedy: "请写成 2025-06-30 这样" }];
    case "invalid_key":
      return [{ path, says: "键不合要求", remedy: "请核对日期（YYYY-MM-DD）、手续或立项类型的写法" }];
    case "invalid_element":
    case "invalid_union":
    case "not_multiple_of":
    case "too_big":
    case "too_small":
    case "custom":
      return [{ path, says: "内容不合要求", remedy: "请对照随附的政策包同一处改写" }];
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  boolean: "true 或 false",
  array: "列表 […]",
  object: "对象 {…}",
  record: "对象 {…}",
};

function typeFault(path: JsonPath, issue: z.core.$ZodIssueInvalidType): Fault {
  const expected = TYPE_WORDS[issue.expected] ?? issue.expected;
  // The message of a missing key and of a wrong type is the same issue; the input tells them apart, but is not kept.
  return { path, says: `缺少或不是${expected}`, remedy: `请补上，并写成${expected}` };
}

function packError(path: JsonPath, line: number | null, entry: string | null, says: string, remedy: string): PackError {
  const at = pathText(path);
  const where = [line === null ? "" : `第 ${String(line)} 行`, at, entry === null ? "" : `（${entry}）`]
    .filter(Boolean)
    .join(" ");
  return { path: at, line, entry, says, remedy, message: `${where === "" ? "" : `${where}：`}${says}；${remedy}` };
}

/** channels[2].coverage */
function pathText(path: JsonPath): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${String(part)}]` : index === 0 ? part : `.${part}`))
    .join("");
}

/** The name, else the id, of the innermost entry on the way. */
function entryAt(json: unknown, path: JsonPath): string | null {
  let here = json;
  let entry: string | null = null;
  for (const part of path) {
    if (Array.isArray(here)) here = here[Number(part)];
    else if (isRecord(here)) here = here[String(part)];
    else return entry;
    if (!isRecord(here)) continue;
    if (typeof here["name"] === "string") entry = here["name"];
    else if (typeof here["id"] === "string") entry = here["id"];
  }
  return entry;
}
