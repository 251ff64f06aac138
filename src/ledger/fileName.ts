/** What a file is called. */

/** Without its folders and its ending. */
export function nameOfFile(path: string): string {
  return path.replace(/^.*[\\/]/u, "").replace(/\.[a-z]+$/iu, "");
}
