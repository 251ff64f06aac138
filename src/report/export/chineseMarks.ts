/** Marks of a text that is published: ledgers are compared in half width, and a bulletin is read in Chinese. */

const FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };

const HAN = /\p{Script=Han}/u;

/** 「可研深度不够,论证不充分」 → 「可研深度不够，论证不充分」; figures and codes keep theirs: 28,071 and 10:30. */
export function inChineseMarks(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}）)”])[,;:?!]\s?|[,;:?!](?=\p{Script=Han})/gu, (mark) => FULL[mark.trim()] ?? mark)
    .replace(/\(([^()]*)\)/gu, (brackets, within: string) => (HAN.test(within) ? `（${within}）` : brackets));
}
