/** Text as the ledger compares it: NFKC, trimmed, without what cannot be seen; what counts as blank; and what was broken to fit its cell. */

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
/** What those that begin with a Chinese character begin with. */
const FIRST_OF_BLANK = new Set([...BLANK_WORDS].map((word) => word.charCodeAt(0)));
const ONLY_MARKS = /^[-‐‑‒–—―─━−~_/\\|.·。,、;:*?…"'()[\]{}〔〕【】 \t\n]*$/;
/** No blank is written longer than this. */
const LONGEST_BLANK = 12;

/** NFKC, line ends as \n, invisible characters dropped, trimmed. */
export function normaliseText(text: string): string {
  if (text === "") return text;
  if (isTrimmed(text)) {
    if (!NOT_PLAIN.test(text)) return text;
    if (!NEITHER_PLAIN_NOR_WIDE.test(text)) return text.normalize("NFKC");
  }
  return text.replace(INVISIBLE, "").normalize("NFKC").replace(LINE_ENDS, "\n").trim();
}

/** Normalised; undefined where it is blank. Most cells are what they say, and no more is done than to see that. */
export function contentOf(text: string): string | undefined {
  if (beginsAsContent(text.charCodeAt(0)) && text.charCodeAt(text.length - 1) > 0x20 && !NOT_PLAIN.test(text))
    return text;
  return isBlankText(text) ? undefined : normaliseText(text);
}

/** Empty, a dash or stroke, or a word that says that there is nothing yet. */
export function isBlankText(text: string): boolean {
  if (text === "") return true;
  if (beginsAsContent(text.charCodeAt(0))) return false;
  const seen = normaliseText(text);
  if (seen === "") return true;
  if (seen.length > LONGEST_BLANK) return ONLY_MARKS.test(seen.slice(0, LONGEST_BLANK * 4)) && ONLY_MARKS.test(seen);
  if (ONLY_MARKS.test(seen)) return true;
  return BLANK_WORDS.has(seen.toLowerCase().replace(/[\s()[\]。.]/g, ""));
}

/** Most cells begin with a digit or with a Chinese character that no way of writing nothing begins with. */
function beginsAsContent(first: number): boolean {
  return (first >= 0x30 && first <= 0x39) || (first >= 0x4e00 && first <= 0x9fff && !FIRST_OF_BLANK.has(first));
}

/**
 * What most cells are free of: they hold ASCII and common Han, and 、。 and the brackets 〈 to 】, 〔〕, which NFKC leaves
 * as they are. A regular expression takes half the time of a walk over the characters.
 */
const NOT_PLAIN = /[^ -~\n\u4e00-\u9fff\u3001-\u3003\u3005-\u3015]/;
/** Most of the others hold nothing else but ，（）and their like, the wide forms of ASCII. */
const NEITHER_PLAIN_NOR_WIDE = /[^ -~\n\u4e00-\u9fff\u3001-\u3003\u3005-\u3015\uff01-\uff5e]/;

function isTrimmed(text: string): boolean {
  return text.charCodeAt(0) > 0x20 && text.charCodeAt(text.length - 1) > 0x20;
}

const JOINS_BEHIND = /[\p{sc=Han}\p{P}]$/u;
const JOINS_BEFORE = /^[\p{sc=Han}\p{P}]/u;

/** What was broken to fit its cell, on one line: 「污水处理\n厂」 without a gap, 「G107\nS203」 with one. Gaps within a line stay. */
export function onOneLine(text: string): string {
  if (!text.includes("\n")) return text;
  // A run of blanks is taken as a whole: looking in it for its line ends would read it again from each of its blanks.
  return text.replace(/\s+/gu, (gap: string, at: number) => {
    if (!gap.includes("\n")) return gap;
    // Two code units hold any one character.
    const before = text.slice(Math.max(0, at - 2), at);
    const behind = text.slice(at + gap.length, at + gap.length + 2);
    return JOINS_BEHIND.test(before) || JOINS_BEFORE.test(behind) ? "" : " ";
  });
}
