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
  /** elsewhere: its projects stand in what others handed in, its own file in none. */
  readonly is: "absent" | "elsewhere" | "late" | "unread";
  readonly why: string;
}

/** Handed in, as the names of the files say, but unreadable; who has projects in other files is known by those. */
export function unreadOnes(collection: Collection): readonly Owing[] {
  const present = new Set(collection.summary.present);
  return filesByDepartment(collection).flatMap(({ name, files }) => {
    const unread = files.filter(({ error }) => error !== null);
    if (unread.length === 0 || present.has(name)) return [];
    return [{ name, is: "unread" as const, why: `报来了但读不了：${pathsOf(unread)}` }];
  });
}

/** In the roster and in no file of its own, or only in files written after the day; without a roster the late ones alone. */
export function lateOnes(collection: Collection): readonly Owing[] {
  const { due, pack } = collection;
  if (pack.roster.length === 0) return filesByFiler(collection).flatMap((each) => lateOne(each, due));
  const unread = new Set(unreadOnes(collection).map(({ name }) => name));
  return filesByDepartment(collection).flatMap(({ name, files, others }): readonly Owing[] => {
    if (files.length > 0) return unread.has(name) ? [] : lateOne({ name, files }, due);
    if (others.length === 0) return [{ name, is: "absent", why: "未报送" }];
    return [{ name, is: "elsewhere", why: `没有见到它自己报的文件，项目在：${pathsOf(others)}；请对照收文登记` }];
  });
}

function lateOne({ name, files }: FilesOf, due: string | null): readonly Owing[] {
  const [first] = files;
  if (due === null || !first || !files.every(({ writtenOn }) => writtenOn > due)) return [];
  return [{ name, is: "late", why: `迟报：文件改于 ${first.writtenOn}` }];
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
