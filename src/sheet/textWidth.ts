/** How wide a text is in characters of a column: a Chinese sign takes the place of two Latin ones. */

/** Signs of both worlds; in the fonts that Chinese is written in they are as wide as Chinese ones. */
const ALSO_WIDE = new Set("“”‘’—…·×÷°±");

export function isWideSign(sign: string): boolean {
  return (sign.codePointAt(0) ?? 0) > 0x2e7f || ALSO_WIDE.has(sign);
}

export function charactersOf(text: string): number {
  let characters = 0;
  for (const sign of text) characters += isWideSign(sign) ? 2 : 1;
  return characters;
}
