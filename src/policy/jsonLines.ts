/** The lines of a JSON text on which its entries stand, so that an error can name the line. */

export type JsonPath = readonly (string | number)[];

/** Line (1-based) of the value at each path, by the path joined with "/". The text must be well-formed JSON. */
export function linesByPath(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;

  function skipSpace(): void {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a) line++;
      else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return;
    }
  }

  function readText(): string {
    const start = at++;
    for (; text[at] !== '"'; at++) if (text[at] === "\\") at++;
    at++;
    return JSON.parse(text.slice(start, at)) as string;
  }

  function readValue(path: JsonPath): void {
    skipSpace();
    lines.set(pathKey(path), line);
    const opener = text[at];
    if (opener === '"') readText();
    else if (opener === "{" || opener === "[") readChildren(path, opener === "{" ? "}" : "]");
    else while (at < text.length && !",]} \t\r\n".includes(text.charAt(at))) at++;
  }

  function readChildren(path: JsonPath, closer: "}" | "]"): void {
    at++;
    for (let index = 0; ; index++) {
      skipSpace();
      if (text[at] === ",") at++;
      skipSpace();
      if (text[at] === closer) break;
      let key: string | number = index;
      if (closer === "}") {
        key = readText();
        skipSpace();
        at++; // the colon
      }
      readValue([...path, key]);
    }
    at++;
  }

  readValue([]);
  return lines;
}

/** The line of a path, or of the nearest entry above it. */
export function lineOf(lines: ReadonlyMap<string, number>, path: JsonPath): number | null {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(pathKey(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return null;
}

/** The line on which a JSON text stops being one, from the parser's own position. */
export function lineOfSyntaxError(text: string, error: SyntaxError): number | null {
  const position = /position (\d+)/.exec(error.message)?.[1];
  if (position === undefined) return null;
  return text.slice(0, Number(position)).split("\n").length;
}

function pathKey(path: JsonPath): string {
  return path.join("/");
}
