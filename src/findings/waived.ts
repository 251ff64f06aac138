/** Takes out what somebody has answered for until a day that has not passed. */
import type { Waiver } from "./result";
import type { Finding } from "./finding";
import type { Draft } from "./place";

export function splitWaived(
  drafts: readonly Draft[],
  waivers: readonly Waiver[],
  asOf: string,
): { standing: readonly Draft[]; waived: { finding: Finding; waiver: Waiver }[] } {
  const valid = new Map(waivers.filter((waiver) => asOf <= waiver.until).map((waiver) => [waiver.id, waiver]));
  if (valid.size === 0) return { standing: drafts, waived: [] };
  const standing: Draft[] = [];
  const waived: { finding: Finding; waiver: Waiver }[] = [];
  for (const draft of drafts) {
    const waiver = valid.get(draft.finding.id);
    if (waiver && waiver.code === draft.finding.code) waived.push({ finding: draft.finding, waiver });
    else standing.push(draft);
  }
  return { standing, waived };
}
