/** Text as the ledger compares it: NFKC, trimmed, without what cannot be seen; and what counts as blank. */

/** Characters that NFKC leaves alone and that cannot be seen; they mean nothing in a ledger. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g;

/** What clerks write instead of leaving a cell empty. */
const BLANK_WORDS = new Set(
  (
    "无 暂无 没有 待定 未定 待确定 未确定 尚未确定 暂未确定 暂定 待补 待补充 待完善 待填 待填写 未填 未填写 空 空白 " +
    "不详 未知 暂缺 缺 待核 待核实 待明确 未明确 略 n/a na #n/a null nil none 无数据 暂无数据 无内容"
  ).split(" "),
);
const ONLY_MARKS = /^[-‐‑‒–—―─━−~_/\\|.·。,、;:*?…"'()[\]{}〔〕【】 \t\n]*$/;
/** No blank is written longer than this. */
const LONGEST_BLANK = 12;

/** NFKC, line ends as \n, invisible characters dropped, trimmed. */
export function normaliseText(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(INVISIBLE, "").normalize("NFKC").replace(LINE_ENDS, "\n").trim();
}

/** Empty, a dash or stroke, or a word that says that there is nothing yet. */
export function isBlankText(text: string): boolean {
  if (text === "") return true;
  const seen = normaliseText(text);
  if (seen === "") return true;
  if (seen.length > LONGEST_BLANK) return ONLY_MARKS.test(seen.slice(0, LONGEST_BLANK * 4)) && ONLY_MARKS.test(seen);
  if (ONLY_MARKS.test(seen)) return true;
  return BLANK_WORDS.has(seen.toLowerCase().replace(/[\s()[\]。.]/g, ""));
}

/** Most cells need nothing: ASCII and common Han without blanks at either end. */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0) return true;
  if (text.charCodeAt(0) <= 0x20 || text.charCodeAt(last) <= 0x20) return false;
  for (let index = 0; index <= last; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 && code < 0x7f) continue;
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    // 、。 and the brackets 〈 to 】, 〔〕, which NFKC leaves as they are.
    if (code === 0x0a || (code >= 0x3001 && code <= 0x3015 && code !== 0x3004)) continue;
    return false;
  }
  return true;
}
