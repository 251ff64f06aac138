/** A short digest of a text: the same on every machine, two independent 32-bit hashes as 13 letters and digits. */
import { textNumber } from "../measure/textNumber";

export function digest(text: string): string {
  let a = textNumber(text);
  a ^= a >>> 15;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    b = Math.imul(b ^ text.charCodeAt(index), 0x85ebca6b);
    b ^= b >>> 13;
  }
  b = Math.imul(b, 0xc2b2ae35) ^ (b >>> 16);
  return (a >>> 0).toString(36).padStart(7, "0").slice(-7) + (b >>> 0).toString(36).padStart(7, "0").slice(-7);
}
