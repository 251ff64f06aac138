/** Our functions as a file stores them, _xldudf_XM_NAME(, and as a person types them, XM.NAME(. */

/** Strings in quotes are left as they are. */
const STORED = /"(?:[^"]|"")*"|_xldudf_XM_(?=[^\s("]+\()|_xlfn\.(?:_xlws\.)?|_xlws\./gi;
const TYPED = /"(?:[^"]|"")*"|(?<![\w.\u4e00-\u9fff])XM\.(?=[^\s("]+\()/gi;

export function typedFormula(stored: string): string {
  const formula = stored.replace(STORED, (piece) => {
    if (piece.startsWith('"')) return piece;
    return piece.toLowerCase().startsWith("_xldudf") ? "XM." : "";
  });
  return formula.startsWith("=") ? formula : `=${formula}`;
}

/** With "=" in front. */
export function storedFormula(typed: string): `=${string}` {
  const formula = typed.replace(TYPED, (piece) => (piece.startsWith('"') ? piece : "_xldudf_XM_"));
  return `=${formula.replace(/^=/, "")}`;
}

/** Another workbook's cells are not at hand; what the file has stored of them stays. */
export function reachesOutside(formula: string): boolean {
  return /\[\d+\]|\[[^\]]+\.xl\w+\]/i.test(formula.replace(/"(?:[^"]|"")*"/g, ""));
}
