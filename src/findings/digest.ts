/** A short digest of a text: the same on every machine, two independent 32-bit hashes as 13 letters and digits. */

export function digest(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 15;
  b = Math.imul(b, 0xc2b2ae35) ^ (b >>> 16);
  return (a >>> 0).toString(36).padStart(7, "0").slice(-7) + (b >>> 0).toString(36).padStart(7, "0").slice(-7);
}
