/** A number of 32 bits for a text (FNV-1a over its units): the same text always has the same, and few others have it. */
export function textNumber(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number;
}
