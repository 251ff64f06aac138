/** Of the options that a form prints with boxes, those that are ticked: 「☑是 □否」 says 是. */

const OPEN = /[□☐◻⬜]/u;
const TICKED = /[☑☒✅🗹🗸■√✓✔●]/u;
const SIGN = /([□☐◻⬜○☑☒✅🗹🗸■√✓✔●])/u;
/** 「是（√）否（　）」: brackets for boxes. */
const TICKED_BRACKETS = /[(（[［]\s*[√✓✔]\s*[)）\]］]/gu;
const OPEN_BRACKETS = /[(（[［]\s*[)）\]］]/gu;

/** The text itself where it shows no choice, or one that nobody has made; several ticked options are parted by 、. */
export function tickedOf(text: string): string {
  if (!TICKED.test(text)) return text;
  const boxed = text.replace(TICKED_BRACKETS, "☑").replace(OPEN_BRACKETS, "□");
  if (!(OPEN.test(boxed) || (boxed.includes("○") && boxed.includes("●")))) return text;
  const ticked = (optionsOf(boxed.trim()) ?? []).filter(({ sign, words }) => TICKED.test(sign) && words !== "");
  return ticked.length === 0 ? text : ticked.map(({ words }) => words).join("、");
}

interface Option {
  readonly sign: string;
  readonly words: string;
}

/** Null where nothing tells whose the boxes are. */
function optionsOf(text: string): readonly Option[] | null {
  const parts = text.split(SIGN);
  const place = placeOfBoxes(parts);
  if (place === null) return null;
  const options: Option[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const words = plain(parts[place === "behind" ? at - 1 : at + 1] ?? "");
    options.push({ sign: parts[at] ?? "", words: place === "behind" ? words.replace(QUESTION, "") : words });
  }
  return options;
}

/** 「是否办理：」 before the first option. */
const QUESTION = /^.*[:：?？]\s*(?=.)/u;

/** A box stands before its option, 「是否办理：☑是 □否」, or behind it, 「是☑ 否□」. `parts` are words and boxes in turn. */
function placeOfBoxes(parts: readonly string[]): "before" | "behind" | null {
  const [lead = ""] = parts;
  if (lead === "" || /[:：?？]\s*$/u.test(lead)) return "before";
  if (parts.at(-1) === "") return "behind";
  // 「已办☑ 未办□ 文号：…」: words at both ends; a box keeps to its option.
  let before = 0;
  for (let at = 1; at < parts.length; at += 2) {
    const isApartFromLast = /\s$/u.test(parts[at - 1] ?? "");
    const isApartFromNext = /^\s/u.test(parts[at + 1] ?? "");
    if (isApartFromLast !== isApartFromNext) before += isApartFromLast ? 1 : -1;
  }
  return before === 0 ? null : before > 0 ? "before" : "behind";
}

/** Without what parts options from one another. */
function plain(words: string): string {
  return words.replace(/^[\s,，、;；/|]+|[\s,，、;；/|]+$/gu, "");
}
