/** Where no roster says which departments there are: the ways of writing that can only mean one, 「县住建局」 and 「住房和城乡建设局」. */
import type { Ledger } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { departmentFinder, departmentCounted, isShortOf, namesSeveral, placeBefore } from "./departments";

/** A department as somebody wrote it → as statistics name it. */
export type DepartmentNamer = (written: string) => string;

/** By the roster; without one by what the ledgers themselves call the same department. */
export function departmentNamer(pack: Pack, ledgers: readonly Ledger[]): DepartmentNamer {
  return namerAmong(pack, pack.roster.length > 0 ? [] : departmentsWritten(ledgers));
}

/** The same for names from elsewhere. */
export function namerAmong({ roster }: Pack, names: Iterable<string>): DepartmentNamer {
  if (roster.length === 0) return oneNameEach(departmentsWrittenTwice(names));
  const find = departmentFinder(roster);
  return (written) => find(written) ?? written;
}

/** Every way in which projects name their department; the rows of one stand together. */
function departmentsWritten(ledgers: readonly Ledger[]): ReadonlySet<string> {
  const written = new Set<string>();
  let last: string | null = null;
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    ledger.projects.forEach((project) => {
      const department = departmentCounted(project, ledger);
      if (department !== last && department) written.add((last = department));
    });
  }
  return written;
}

/** A department that was written in several ways. */
export interface OneDepartment {
  /** The fullest of them, which statistics use. */
  readonly name: string;
  /** The others, in an order of their own. */
  readonly alsoWritten: readonly string[];
}

/** Only departments with more than one way of writing; the same whatever the order of the names. */
export function departmentsWrittenTwice(written: Iterable<string>): OneDepartment[] {
  const names = [...new Set(written)].sort();
  const own = ownPlaces(names);
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name, own);
    const others = groups.get(key);
    if (others) others.push(name);
    else groups.set(key, [name]);
  }
  const fullness = (name: string): number => withoutPlace(name, own).length;
  return withShortForms(groups).flatMap((written) => {
    const [name = "", ...others] = written.sort((a, b) => fullness(b) - fullness(a) || a.length - b.length);
    return others.length === 0 ? [] : [{ name, alsoWritten: others.sort() }];
  });
}

/** A name → the one that its department has in the statistics. */
export function oneNameEach(departments: readonly OneDepartment[]): DepartmentNamer {
  const names = new Map(departments.flatMap(({ name, alsoWritten }) => alsoWritten.map((each) => [each, name])));
  return (written) => names.get(written) ?? written;
}

/** Zones of a county have bureaus of their own beside the county's. */
const ZONE = /(?:开发|高新|示范|新|园|景|保税|合作|度假)区$/u;

/**
 * The places that go without saying: the one county that the names speak of, however many say so. Where they speak of
 * several, each is part of its bureau's name.
 */
function ownPlaces(names: readonly string[]): ReadonlySet<string> {
  const places = new Set(names.map((name) => placeBefore(plain(name))));
  places.delete("");
  const levels = [...places].filter((place) => place.length === 1);
  const counties = [...places].filter((place) => place.length > 1 && !ZONE.test(place));
  const [county] = counties;
  if (counties.length > 1) return new Set();
  // 「市水利局」 beside the county's own is the city's.
  if (county !== undefined) return new Set([county, county.slice(-1)]);
  return new Set(levels.length === 1 ? levels : levels.filter((level) => level !== "市"));
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "");
}

/** Equal for names that differ by their place, by 人民政府 and 办事处, by 局 or 委, by 办 or 办公室. */
function keyOf(name: string, own: ReadonlySet<string>): string {
  return withoutPlace(name, own)
    .replace(/(?<=[镇乡])人民政府$|(?<=街道)办事处$/u, "")
    .replace(/(?<!管理)委员会$|(?<!管)委$/u, "局")
    .replace(/办公室$/u, "办");
}

function withoutPlace(name: string, own: ReadonlySet<string>): string {
  const text = plain(name);
  const place = placeBefore(text);
  return own.has(place) ? text.slice(place.length) : text;
}

/** Companies of nearly one name may be two. */
const OF_GOVERNMENT = /(?:局|办|中心|管委会)$/u;
/** No county has so many: a column that holds more names something else, and each of them would be compared with each. */
const MOST_DEPARTMENTS = 2000;

/** A branch bears the name of its bureau; only the bureau that manages a city is itself the one that enforces. */
const BRANCH = /执法|监察|稽查|支付|移民|考试|征收/u;
const OF_CITY = /^城管|^城市管理/u;

/** 「交通局」 is the 「交通运输局」, and neither is the 「交通运输综合行政执法局」. */
function canMean(short: string, long: string): boolean {
  return isShortOf(short, long) && (!BRANCH.test(long) || BRANCH.test(short) || OF_CITY.test(short));
}

/** A short form goes to the one long form that it can be short for; where there are two it stays for itself. */
function withShortForms(groups: ReadonlyMap<string, readonly string[]>): string[][] {
  if (groups.size > MOST_DEPARTMENTS) return [...groups.values()].map((written) => [...written]);
  const keys = [...groups].flatMap(([key, written]) =>
    OF_GOVERNMENT.test(key) && !written.some(namesSeveral) ? [key] : [],
  );
  const longOf = new Map<string, string>();
  for (const key of keys) {
    const longer = keys.filter((other) => canMean(key, other));
    const longest = longer.filter((each) => !longer.some((other) => canMean(each, other)));
    const [only] = longest;
    if (longest.length === 1 && only !== undefined) longOf.set(key, only);
  }
  const joined = new Map<string, string[]>();
  for (const [key, written] of groups) {
    const long = longOf.get(key) ?? key;
    joined.set(long, [...(joined.get(long) ?? []), ...written]);
  }
  return [...joined.values()];
}
