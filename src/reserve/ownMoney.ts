/** Projects that nobody above is asked for money for: the county or a company pays all of it. */
import type { Project } from "../ledger/ledger";
import { saysSum } from "../measure/amount";
import type { Pack } from "../policy/pack";
import { findChannels } from "../policy/recognise";

/** A bank's loan is the borrower's own to pay back. */
const OWN = ["fundsCounty", "fundsSelf", "fundsLoan"] as const;
const OTHERS = ["fundsCentral", "fundsProvince", "fundsCity", "fundsBond", "fundsOther", "requested"] as const;

export function isPaidByItself({ values }: Project, pack: Pack): boolean {
  if (OTHERS.some((field) => (values[field]?.wan ?? 0) > 0)) return false;
  if (values.channel !== undefined) {
    const named = findChannels(pack, values.channel);
    // 「县级财政」「企业自筹」: no way to anybody else's money.
    return named.length > 0 && named.every(({ stateFunds }) => !stateFunds);
  }
  if ((values.fundsCounty?.wan ?? 0) + (values.fundsSelf?.wan ?? 0) === 0) return false;
  const own = OWN.reduce((sum, field) => sum + (values[field]?.wan ?? 0), 0);
  const whole = values.totalInvestment?.wan;
  return whole === undefined || own >= whole || saysSum(own, whole);
}
