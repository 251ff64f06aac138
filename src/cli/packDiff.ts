/** What one pack says otherwise than another, a line a change, in the words of the pack's own worksheets. */
import { ALL_FIELDS, fieldTerm, type FieldKey } from "../ledger/fields";
import { diffPacks, type PackChange } from "../policy/diff";
import { isRecord } from "../policy/extend";
import type { Pack } from "../policy/pack";
import { HOLIDAY_MARKS } from "../policy/tables";
import { RULES } from "../rules/index";
import { packWords } from "../words/command";
import { SEVERITY_WORDS } from "../words/severity";
import { ruleTitle } from "../words/finding";
import { isPackFact, orderOfSteps, packFactTerm, packPartTerm, stepTerm } from "../words/packTerms";

/** Longer texts are cut: a line is to be read at one glance. */
const LONGEST = 80;

export function packDiffLines(before: Pack, after: Pack): string[] {
  const nameOf = namesOf(before, after);
  return diffPacks(before, after).map((change) => changeLine(change, nameOf));
}

/** What an entry is called: the newer pack's word where both know it, its id where neither does. */
type NameOf = (part: string, id: string) => string;

function namesOf(...packs: readonly Pack[]): NameOf {
  const names = new Map<string, string>();
  const put = (part: string, id: string, name: string): void => void names.set(`${part}/${id}`, name);
  for (const { code } of RULES) put("rules", code, `${code} ${ruleTitle(code, "zh")}`);
  for (const pack of packs) {
    for (const edge of pack.edges) put("edges", edge.id, orderOfSteps(edge, "zh"));
    for (const [part, entries] of Object.entries(pack)) {
      if (!Array.isArray(entries)) continue;
      for (const entry of entries as readonly unknown[])
        if (isRecord(entry) && typeof entry["name"] === "string") put(part, String(entry["id"]), entry["name"]);
    }
  }
  return (part, id) => names.get(`${part}/${id}`) ?? id;
}

function changeLine({ kind, part, entry, path, before, after }: PackChange, nameOf: NameOf): string {
  const name = nameOf(part, entry);
  const item = kind === "gone" ? before : after;
  // A new version of an entry often bears the old name: the day tells them apart.
  const named =
    kind !== "changed" && isRecord(item) && typeof item["from"] === "string"
      ? packWords.since(name, item["from"])
      : name;
  const fact = path === "" ? "" : packFactTerm(part, path, "zh", (key) => nameOf("stages", key));
  // Below what the schema names stand keys that a bureau named (a stage, a route).
  const key =
    path
      .split(".")
      .reverse()
      .find((each) => isPackFact(part, each)) ?? part;
  const place = { part, key, nameOf };
  const said = kind === "changed" ? changeText(before, after, place) : isRecord(item) ? "" : valueText(item, place);
  return packWords.change(packWords.kinds[kind], packPartTerm(part, "zh"), named, fact, said);
}

/** Where a value stands, which decides how it reads. */
interface Place {
  readonly part: string;
  readonly key: string;
  readonly nameOf: NameOf;
}

/** Of a list only what differs: the rest would bury it. */
function changeText(before: unknown, after: unknown, place: Place): string {
  if (!Array.isArray(before) || !Array.isArray(after))
    return packWords.fromTo(cut(valueText(before, place)), cut(valueText(after, place)));
  const [old, fresh] = [byLabel(before, place), byLabel(after, place)];
  const said = [
    ...[...fresh.keys()].filter((label) => !old.has(label)).map((label) => packWords.put(cut(label))),
    ...[...old.keys()].filter((label) => !fresh.has(label)).map((label) => packWords.taken(cut(label))),
    ...[...fresh].flatMap(([label, item]) => (old.has(label) ? itemChanges(label, old.get(label), item, place) : [])),
  ];
  return said.length > 0 ? said.join("；") : packWords.reordered();
}

/** Items that have a name or a source are the same item as long as they keep it; all others are what they say. */
function byLabel(items: readonly unknown[], place: Place): ReadonlyMap<string, unknown> {
  const labelled = new Map<string, unknown>();
  for (const item of items) {
    const given = isRecord(item) ? (item["name"] ?? item["source"]) : undefined;
    const label = typeof given === "string" ? given : valueText(item, place);
    let unique = label;
    for (let count = 2; labelled.has(unique); count++) unique = packWords.again(label, count);
    labelled.set(unique, item);
  }
  return labelled;
}

function itemChanges(label: string, before: unknown, after: unknown, { part, nameOf }: Place): string[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return Object.keys({ ...before, ...after })
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => {
      const said = changeText(before[key], after[key], { part, key, nameOf });
      return packWords.inside(label, packFactTerm(part, key, "zh"), said);
    });
}

function valueText(value: unknown, place: Place): string {
  const { part, key, nameOf } = place;
  if (value === undefined || value === null || value === "") return packWords.nothing();
  if (typeof value === "boolean") return part === "workdays" ? HOLIDAY_MARKS[value ? "worked" : "free"] : yesNo(value);
  if (typeof value === "string") return wordOf(value, key, nameOf);
  // A list inside a list holds alternatives.
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      Array.isArray(item) ? item.map((each) => valueText(each, place)).join("或") : valueText(item, place),
    );
    return items.length === 0 ? packWords.nothing() : items.join("、");
  }
  if (!isRecord(value)) return String(value as number);
  if ("count" in value && "unit" in value)
    return String(value["count"] as number) + wordOf(String(value["unit"]), "unit", nameOf);
  return Object.entries(value)
    .map(([each, inner]) => `${packFactTerm(part, each, "zh")} ${valueText(inner, { part, key: each, nameOf })}`)
    .join("，");
}

function yesNo(value: boolean): string {
  return value ? packWords.yes() : packWords.no();
}

/** Keys under which texts stand for something that has a name elsewhere. */
const REFERENCES: Readonly<Record<string, string>> = {
  negative: "negatives",
  excludes: "channels",
  channel: "channels",
  preset: "lights",
};
const FIELD_LISTS: ReadonlySet<string> = new Set(["requires", "always", "fields"]);
const STEPS: ReadonlySet<string> = new Set(["key", "before", "after", "procedures"]);

function wordOf(text: string, key: string, nameOf: NameOf): string {
  const part = REFERENCES[key];
  if (part !== undefined) return nameOf(part, text);
  if (key === "unit") return packWords.units[text] ?? text;
  if (key === "severity") return isSeverity(text) ? SEVERITY_WORDS[text] : text;
  if (FIELD_LISTS.has(key)) return isField(text) ? fieldTerm(text) : text;
  return STEPS.has(key) ? stepTerm(text, "zh") : text;
}

function isSeverity(text: string): text is keyof typeof SEVERITY_WORDS {
  return Object.hasOwn(SEVERITY_WORDS, text);
}

function isField(text: string): text is FieldKey {
  return (ALL_FIELDS as readonly string[]).includes(text);
}

function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST - 1) + "…" : text;
}
