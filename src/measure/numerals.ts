/** Chinese numerals, everyday and banker's, as digits and powers of ten. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, "○": 0,
  一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
  弌: 1, 貳: 2, 參: 3, 叄: 3, 陸: 6, 兩: 2, 幺: 1,
}; // prettier-ignore

const SMALL_POWERS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 };

/** The digit that a character stands for; -1 where it is none. */
export function chineseDigit(character: string): number {
  return DIGITS[character] ?? -1;
}

/** 十 → 1, 百 → 2, 千 → 3; 0 where the character is no such power. */
export function smallPower(character: string): number {
  return SMALL_POWERS[character] ?? 0;
}

/** 二〇二五 → 2025, 十二 → 12, 二十一 → 21, 三十 → 30; null where it is no number below 10,000. */
export function smallChineseNumber(text: string): number | null {
  if (text.length === 0 || text.length > 7) return null;
  let total = 0;
  let digit = -1;
  let lastPower = 4;
  let positional = 0;
  for (const character of text) {
    const power = smallPower(character);
    if (power > 0) {
      if (power >= lastPower || positional > 1) return null;
      total += (digit < 0 ? 1 : digit) * 10 ** power;
      if (digit < 0 && power > 1) return null;
      lastPower = power;
      digit = -1;
      positional = 0;
      continue;
    }
    const next = chineseDigit(character);
    if (next < 0) return null;
    if (digit > 0 && lastPower < 4) return null;
    digit = digit < 0 ? next : digit * 10 + next;
    positional += 1;
  }
  return total + Math.max(digit, 0);
}
