/** Of the options that a form prints with boxes, those that are ticked: 「☑是 □否」 says 是. */

const OPEN = /[□☐◻⬜]/u;
const TICKED = /[☑☒✅🗹🗸■√✓✔●]/u;
const SIGN = /[□☐◻⬜○☑☒✅🗹🗸■√✓✔●]/u;
/** 「是（√）否（　）」: brackets for boxes. */
const TICKED_BRACKETS = /[(（[［]\s*[√✓✔]\s*[)）\]］]/gu;
const OPEN_BRACKETS = /[(（[［]\s*[)）\]］]/gu;

/** The text itself where it shows no choice, or one that nobody has made; several ticked options are parted by 、. */
export function tickedOf(text: string): string {
  if (!TICKED.test(text)) return text;
  const boxed = text.replace(TICKED_BRACKETS, "☑").replace(OPEN_BRACKETS, "□");
  if (!(OPEN.test(boxed) || (boxed.includes("○") && boxed.includes("●")))) return text;
  const options = optionsOf(boxed.trim());
  const ticked = options.filter(({ sign, words }) => TICKED.test(sign) && words !== "");
  return ticked.length === 0 ? text : ticked.map(({ words }) => words).join("、");
}

interface Option {
  readonly sign: string;
  readonly words: string;
}

/** A box stands before its option, 「是否办理：☑是 □否」; where the text ends with one, behind it: 「是☑ 否□」. */
function optionsOf(text: string): readonly Option[] {
  const parts = text.split(new RegExp(`(${SIGN.source})`, "u"));
  const isBehind = parts.at(-1) === "";
  const options: Option[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    options.push({ sign: parts[at] ?? "", words: plain(parts[isBehind ? at - 1 : at + 1] ?? "") });
  }
  return options;
}

/** Without what parts options from one another. */
function plain(words: string): string {
  return words.replace(/^[\s,，、;；/|]+|[\s,，、;；/|]+$/gu, "");
}
