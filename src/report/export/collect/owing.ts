/** Who owes the bureau something: departments without projects, without a file, with one that is late or cannot be read. */
import type { Collection } from "./collection";
import type { FileEntry } from "./summary";
import { filersOf } from "./whose";

/** Known to have none: of whom a file could not be read, nobody knows what stands in it. */
export function departmentsWithout(collection: Collection): readonly string[] {
  const known = new Set([...collection.summary.present, ...unreadOnes(collection).map(({ name }) => name)]);
  return collection.pack.roster.map(({ name }) => name).filter((name) => !known.has(name));
}

export interface Owing {
  readonly name: string;
  /**
   * elsewhere: its projects stand in what others handed in, its own file in none; former: handed in is a table of an earlier
   * month; none: it says itself that it has no project; empty: its file holds none, and does not say so.
   */
  readonly is: "absent" | "elsewhere" | "late" | "former" | "unread" | "none" | "empty";
  readonly why: string;
}

/** Departments without a project, each with what is known of it: who sent nothing has not said that there is none. */
export function emptyOnes(collection: Collection): readonly Owing[] {
  const empty = new Set(departmentsWithout(collection));
  return filesByDepartment(collection).flatMap(({ name, files }): readonly Owing[] => {
    if (!empty.has(name)) return [];
    if (files.length === 0) return [{ name, is: "absent", why: ABSENT }];
    if (files.some(({ reportsNone }) => reportsNone)) return [{ name, is: "none", why: "零报告：写明没有项目" }];
    return [{ name, is: "empty", why: `报了，但没有以它为责任部门的项目：${pathsOf(files)}` }];
  });
}

const ABSENT = "未报送";

/** Handed in, as the names of the files say, but unreadable; who has projects in other files is known by those. */
export function unreadOnes(collection: Collection): readonly Owing[] {
  const present = new Set(collection.summary.present);
  return filesByDepartment(collection).flatMap(({ name, files }) => {
    const unread = files.filter(({ error }) => error !== null);
    if (unread.length === 0 || present.has(name)) return [];
    return [{ name, is: "unread" as const, why: `报来了但读不了：${pathsOf(unread)}` }];
  });
}

/** In the roster and in no file of its own, or only in files written after the day or about an earlier month; without a roster the latter alone. */
export function lateOnes(collection: Collection): readonly Owing[] {
  const { pack } = collection;
  const lateOne = lateJudge(collection);
  if (pack.roster.length === 0) return filesByFiler(collection).flatMap(lateOne);
  const unread = new Set(unreadOnes(collection).map(({ name }) => name));
  return filesByDepartment(collection).flatMap(({ name, files, others }): readonly Owing[] => {
    if (files.length > 0) return unread.has(name) ? [] : lateOne({ name, files });
    if (others.length === 0) return [{ name, is: "absent", why: ABSENT }];
    return [{ name, is: "elsewhere", why: `没有见到它自己报的文件，项目在：${pathsOf(others)}；请对照收文登记` }];
  });
}

function lateJudge(collection: Collection): (each: FilesOf) => readonly Owing[] {
  const { due, asOf } = collection;
  const usual = usualMonth(collection);
  return ({ name, files }) => {
    const [first] = files;
    if (!first) return [];
    const late =
      due !== null && files.every(({ writtenOn }) => writtenOn > due) ? `迟报：文件改于 ${first.writtenOn}` : "";
    const told = files.map(({ tellsOf }) => tellsOf ?? usual).sort();
    const latest = told.at(-1) ?? usual;
    // Of the year that the others' month is in: it may be that very month.
    const isFormer = latest < usual && !usual.startsWith(latest);
    const former = isFormer ? `报的是${monthText(latest, asOf)}的表，请核对是不是把上次的表又报了一遍` : "";
    if (late === "" && former === "") return [];
    return [{ name, is: late === "" ? "former" : "late", why: [late, former].filter((why) => why !== "").join("；") }];
  };
}

/** YYYY-MM: of which month the files are to tell. That of the day, unless more than half of them are about one before it. */
function usualMonth({ summary, asOf }: Collection): string {
  const read = summary.files.filter(({ error, sheets }) => error === null && sheets.length > 0);
  const months = read.map(({ tellsOf }) => tellsOf ?? asOf.slice(0, 7)).sort();
  return months[Math.floor(months.length / 2)] ?? asOf.slice(0, 7);
}

/** 「5月」, with its year where that is another; of a year alone that year. */
export function monthText(told: string, asOf: string): string {
  const [year = "", month] = told.split("-");
  if (month === undefined) return `${year}年`;
  return `${year === asOf.slice(0, 4) ? "" : `${year}年`}${String(Number(month))}月`;
}

function pathsOf(files: readonly FileEntry[]): string {
  return files.map(({ path }) => path).join("、");
}

/** What nobody may be blamed by unseen. */
export const LATE_BY = "迟报按文件的修改时间判断；复制、转存、收件都会改变这个时间，公布以前请对照收文登记。";

interface FilesOf {
  readonly name: string;
  readonly files: readonly FileEntry[];
}

interface FilesOfDepartment extends FilesOf {
  /** Handed in by others, with projects of the department. */
  readonly others: readonly FileEntry[];
}

/** A file is whose its lines, its title or its name say; of one that says nothing its projects tell. */
function filesByDepartment({ summary, pack }: Collection): readonly FilesOfDepartment[] {
  const filed = summary.files.map((file) => ({ file, filers: filersOf(file, pack.roster) }));
  return pack.roster.map(({ name }) => {
    const files: FileEntry[] = [];
    const others: FileEntry[] = [];
    for (const { file, filers } of filed) {
      if (filers.includes(name)) files.push(file);
      else if (file.departments.includes(name)) (filers.length === 0 ? files : others).push(file);
    }
    return { name, files, others };
  });
}

function filesByFiler({ summary }: Collection): readonly FilesOf[] {
  const byFiler = new Map<string, FileEntry[]>();
  for (const file of summary.files) {
    const filers = filersOf(file, []);
    for (const name of filers.length === 0 ? [file.path] : filers) {
      const files = byFiler.get(name);
      if (files) files.push(file);
      else byFiler.set(name, [file]);
    }
  }
  return [...byFiler].map(([name, files]) => ({ name, files }));
}
