/** Text as a terminal may show it: what a cell or a file name holds must not colour it, rename its window, turn its direction or begin a line. */

/** Signs that a terminal obeys instead of showing, and those that turn the direction of what follows. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LINE_BREAKS = /[\t ]*[\r\n\u0085\u2028\u2029]+[\t ]*/g;

export function printable(text: string): string {
  return text.replace(LINE_BREAKS, " ").replace(/\t/g, " ").replace(OBEYED, "\uFFFD");
}
