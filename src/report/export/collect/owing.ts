/** Who owes the bureau something: departments without projects, without a file, with one that is late or cannot be read. */
import type { Collection } from "./collection";
import type { FileEntry } from "./summary";
import { departmentOfFile } from "./whose";

/** Known to have none: of whom a file could not be read, nobody knows what stands in it. */
export function departmentsWithout(collection: Collection): readonly string[] {
  const known = new Set([...collection.summary.present, ...unreadOnes(collection).map(({ name }) => name)]);
  return collection.pack.roster.map(({ name }) => name).filter((name) => !known.has(name));
}

export interface Owing {
  readonly name: string;
  readonly is: "absent" | "late" | "unread";
  readonly why: string;
}

/** Handed in, as the names of the files say, but unreadable; who has projects in other files is known by those. */
export function unreadOnes(collection: Collection): readonly Owing[] {
  const present = new Set(collection.summary.present);
  return filesByDepartment(collection).flatMap(({ name, files }) => {
    const unread = files.filter(({ error }) => error !== null);
    if (unread.length === 0 || present.has(name)) return [];
    return [{ name, is: "unread" as const, why: `报来了但读不了：${unread.map(({ path }) => path).join("、")}` }];
  });
}

/** In the roster and in no file, or only in files written after the day. */
export function lateOnes(collection: Collection): readonly Owing[] {
  const { due } = collection;
  const unread = new Set(unreadOnes(collection).map(({ name }) => name));
  return filesByDepartment(collection).flatMap(({ name, files }): Owing[] => {
    const [first] = files;
    if (!first) return [{ name, is: "absent", why: "未报送" }];
    if (unread.has(name)) return [];
    if (due !== null && files.every(({ writtenOn }) => writtenOn > due))
      return [{ name, is: "late", why: `迟报：文件改于 ${first.writtenOn}` }];
    return [];
  });
}

/** What nobody may be blamed by unseen. */
export const LATE_BY = "迟报按文件的修改时间判断；复制、转存、收件都会改变这个时间，公布以前请对照收文登记。";

interface FilesOfDepartment {
  readonly name: string;
  readonly files: readonly FileEntry[];
}

/** By the projects of a file or by its name. */
function filesByDepartment({ summary, pack }: Collection): readonly FilesOfDepartment[] {
  const named = new Map(summary.files.map(({ path }) => [path, departmentOfFile(path, pack.roster)]));
  return pack.roster.map(({ name, aliases }) => {
    const words = [name, ...aliases].filter((word) => word !== "");
    const files = summary.files.filter(
      ({ path, departments }) =>
        departments.includes(name) ||
        words.some((word) => path.replace(/^.*[\\/]/, "").includes(word)) ||
        named.get(path) === name,
    );
    return { name, files };
  });
}
