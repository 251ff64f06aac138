/** How 统一社会信用代码 is read: eighteen characters with the check character of GB 32100-2015. */
import { normaliseText } from "./text";

export type CreditCodeState = "good" | "length" | "characters" | "check" | "absent";

export interface CreditCodeReading {
  readonly state: CreditCodeState;
  /** Normalised, where it is eighteen characters of the alphabet. */
  readonly code: string | null;
}

/** Without I, O, S, V and Z. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH = 18;

export function readCreditCode(content: string | number): CreditCodeReading {
  const text = normaliseText(typeof content === "number" ? String(content) : content.slice(0, 100))
    .toUpperCase()
    .replace(/[\s'-]/g, "");
  if (!/[0-9A-Z]/.test(text)) return { state: "absent", code: null };
  if (!/^[0-9A-Z]+$/.test(text)) return { state: "characters", code: null };
  if (text.length !== LENGTH) return { state: "length", code: null };
  const check = creditCheckCharacter(text);
  if (check === null) return { state: "characters", code: null };
  return { state: check === text.charAt(LENGTH - 1) ? "good" : "check", code: text };
}

/** The eighteenth character that the seventeen before it demand; null where one is outside the alphabet. */
export function creditCheckCharacter(code: string): string | null {
  if (!/^\d{6}$/.test(code.slice(2, 8))) return null;
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++) {
    const value = ALPHABET.indexOf(code.charAt(index));
    if (value < 0) return null;
    sum += value * (WEIGHTS[index] ?? 0);
  }
  if (code.length === LENGTH && !ALPHABET.includes(code.charAt(LENGTH - 1))) return null;
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
