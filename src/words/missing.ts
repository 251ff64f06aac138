/** What a target still lacks: of its two figures one may be reached before the other, and nobody lacks 0 of anything. */
import { figureText } from "./say";

/** `yi` is the amount that is missing, as written, in 亿元; null where none is. */
export function missingText(count: number, yi: string | null): string {
  if (yi === null) return `总投资已完成，还差 ${figureText(count)} 个`;
  return count === 0 ? `个数已完成，还差 ${yi} 亿元` : `还差 ${figureText(count)} 个、${yi} 亿元`;
}
