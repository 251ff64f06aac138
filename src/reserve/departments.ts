/** Which department of the roster a name means: 「县交通局」 is the 交通运输局; and the roster that a workbook holds beside its ledgers. */
import type { Ledger, Project, TableRow } from "../ledger/ledger";
import type { Department, Pack } from "../policy/pack";

/** The pack with the departments of a 部门名录 in the run, where it lists none itself. */
export function withRoster(pack: Pack, ledgers: readonly Ledger[]): Pack {
  if (pack.roster.length > 0) return pack;
  const roster = ledgers.flatMap(({ sheet, table }) =>
    table?.kind === "roster" ? table.rows.flatMap((row) => departmentOf(row, sheet, pack)) : [],
  );
  const names = new Set<string>();
  const once = roster.filter(({ name }) => !names.has(name) && names.add(name));
  return once.length === 0 ? pack : { ...pack, roster: once };
}

function departmentOf({ values }: TableRow, sheet: string, { from }: Pack): Department[] {
  const text = (key: string): string => {
    const value = values[key];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const name = text("department");
  if (name === "") return [];
  const aliases = text("alias").split(/[、，,;；\s]+/u);
  return [
    {
      id: name,
      name,
      aliases: aliases.filter((alias) => alias !== ""),
      from,
      basis: { document: sheet },
      confidence: "H",
      group: text("group"),
      person: text("person"),
      phone: text("phone"),
    },
  ];
}

/** Whose a project is, as its row says it, else the lines above the heading; null where nothing does. */
export function departmentWritten({ values }: Project, { reporter }: Ledger): string | null {
  return values.department ?? values.reporter ?? reporter;
}

/** The same as sums count it: a section within a bureau is its bureau, as far as anything says which. */
export function departmentCounted(project: Project, ledger: Ledger): string | null {
  const written = departmentWritten(project, ledger);
  return written === null || !isSection(written) ? written : bureauOf(written, ledger.reporter);
}

/** 「规划计划科」「农机股」 and 「办公室」 alone; no 控股 and no 县政府办公室. */
export function isSection(name: string): boolean {
  const own = name.trim();
  // Asked of every row, and most names end otherwise.
  if (!"科股室".includes(own.charAt(own.length - 1))) return false;
  return /(?<![控参持])[科股]室?$|^(?:局|委|综合)?办公室$/u.test(own);
}

/** 「市水利局规划计划科」 is in the 市水利局, 「规划计划科」 alone in the bureau that reports. */
export function bureauOf(name: string, reporter: string | null): string {
  if (!isSection(name)) return name;
  const bureau = /^(.+(?:局|委|委员会|办|办公室|中心|政府))\s*\p{Script=Han}{1,9}$/u.exec(name.trim())?.[1];
  if (bureau !== undefined) return bureau;
  return reporter === null ? name : bureauOf(reporter, null);
}

/** The roster's name of a department as somebody wrote it; null where it means none of them, or two. */
export function departmentFinder(
  roster: readonly Pick<Department, "name" | "aliases">[],
): (written: string) => string | null {
  const exact = new Map<string, string>();
  for (const { name, aliases } of roster) for (const each of [name, ...aliases]) exact.set(bare(each), name);
  const known = new Map<string, string | null>();
  return (written) => {
    let name = known.get(written);
    if (name === undefined) known.set(written, (name = find(bare(written), exact)));
    return name;
  };
}

function find(written: string, exact: ReadonlyMap<string, string>): string | null {
  const same = exact.get(written);
  if (same !== undefined) return same;
  if (namesSeveral(written)) return null;
  const short = [...exact].filter(([each]) => isShortOf(written, each) || isShortOf(each, written));
  const names = new Set(short.map(([, name]) => name));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : null;
}

/** Without the place in front: 「云溪县交通局」 and 「县交通局」 are the 交通局. */
function bare(name: string): string {
  const text = name.normalize("NFKC").replace(/\s/gu, "");
  const place = placeBefore(text);
  return place === "" ? text : text.slice(place.length);
}

const NO_DEPARTMENT_ALONE = /^(?:管委会|管理委员会|政府|委员会)$/u;

/** 「云溪县」 of 「云溪县交通局」, 「县」 of 「县城市管理局」; blank where none stands in front, or too little would be left. */
export function placeBefore(name: string): string {
  const place =
    /^(?:(?![县市区旗])\p{Script=Han}{2,3}?[县市区旗]|[县区旗]|市(?!场|政|容|民))(?=.{2,})/u.exec(name)?.[0] ?? "";
  return NO_DEPARTMENT_ALONE.test(name.slice(place.length)) ? "" : place;
}

/** 「发改局」 takes its characters, in their order, from 「发展和改革局」, the first and the last among them; 局 and 委 change places. */
export function isShortOf(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length || short[0] !== long[0]) return false;
  if (short.at(-1) !== long.at(-1) && !/^[局委][局委会]$/u.test(`${short.at(-1) ?? ""}${long.at(-1) ?? ""}`))
    return false;
  let at = 0;
  for (const character of long.slice(0, -1)) if (character === short[at] && at < short.length - 1) at++;
  return at === short.length - 1;
}

const OFFICE_END = "(?:局|委|办|中心|政府|委员会|办公室|街道|镇|乡|公司|集团)";
const ANOTHER = new RegExp(`${OFFICE_END}(?:\\s|[、，,;/+&]|以及|会同|和|及|与).*${OFFICE_END}$`, "su");

/** 「交通局、水务局」「住建局和交通局」: of such a cell no letter may be taken for one department's. */
export function namesSeveral(written: string): boolean {
  return ANOTHER.test(written.normalize("NFKC").trim());
}

/** 「交通局、水务局」 names two. */
export function namesIn(written: string): readonly string[] {
  return written.split(/[、，,;；/\n]+/u).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}
