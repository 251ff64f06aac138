/** The sentences of a finding: what, why with the clause, and what to do. */
import type { Finding } from "../findings/finding";
import { clause } from "./clause";
import { RULE_WORDS } from "./rules/index";
import type { RuleSentences } from "./ruleWords";
import { sayer, type Locale, type Say } from "./say";

export interface Sentences {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly how: string;
}

const OF_EARLIER_MONTH: Readonly<Record<Locale, string>> = {
  zh: "（在较早月份的表里，后一月的表已重报，不影响本次报送。）",
  en: " (On the sheet of an earlier month, which a later one has followed: it stops nothing now.)",
};

/** A channel that no cell states. */
function titled(say: Say, locale: Locale): string {
  const title = say.text("titled");
  return locale === "zh"
    ? `（表里没有资金渠道列，渠道按表名“${title}”看。）`
    : ` (There is no column for the channel: it is taken from the title “${title}”.)`;
}

export function sentences(finding: Finding, locale: Locale): Sentences {
  const words = ruleSentences(finding.code, locale);
  const say = sayer(finding, locale);
  const spoken = (sentence: RuleSentences["why"]): string => (typeof sentence === "string" ? sentence : sentence(say));
  const gap = locale === "zh" ? "" : " ";
  return {
    title: words.title,
    message:
      words.message(say) +
      (say.has("titled") ? titled(say, locale) : "") +
      (finding.earlierMonth ? OF_EARLIER_MONTH[locale] : ""),
    why: spoken(words.why) + gap + clause(finding.basis, locale),
    how: spoken(words.how),
  };
}

/** The rule's title alone, for groups of findings. */
export function ruleTitle(code: string, locale: Locale): string {
  return ruleSentences(code, locale).title;
}

/** When a finding of the rule may be left alone; offered as a reason where somebody waives it. */
export function whenToIgnore(code: string, locale: Locale): string {
  return ruleSentences(code, locale).ignore;
}

export function ruleSentences(code: string, locale: Locale): RuleSentences {
  const words = RULE_WORDS[code];
  if (!words) throw new Error(`Rule ${code} has no words. To fix, add them to src/words/rules.`);
  return words[locale];
}
