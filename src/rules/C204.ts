/** A project's capital reaches the minimum of its industry; inside the permitted reduction it must be explained. */
import type { Project } from "../ledger/ledger";
import { makeAutomaton, noOccurrences, type Automaton } from "../policy/automaton";
import type { Pack } from "../policy/pack";
import { entryBasis } from "./entryBasis";
import { rowRule } from "./rule";

export default rowRule({
  code: "C204",
  severity: "error",
  basis: {
    document: "国务院关于加强固定资产投资项目资本金管理的通知",
    number: "国发〔2019〕26号",
    confidence: "H",
  },
  needs: ["capital", "totalInvestment"],
  on: "2025-06-20",
  good: [
    { name: "县道提级改造公路工程", department: "交通运输局", totalInvestment: 10000, capital: 2000 },
    { name: "城区集中供热工程", department: "住房和城乡建设局", totalInvestment: 8000, capital: 2400 },
  ],
  bad: [
    { name: "县道提级改造公路工程", department: "交通运输局", totalInvestment: 10000, capital: 1000 },
    { name: "县道提级改造公路工程", department: "交通运输局", totalInvestment: 10000, capital: 1600 },
  ],
  prepare({ pack, parameter }) {
    const mostDemanded = Math.max(...pack.capitalMinimums.map((entry) => entry.minimum));
    const reduction = parameter("reduction");
    return (project) => {
      const { capital, totalInvestment } = project.values;
      if (!capital || !totalInvestment || totalInvestment.wan <= 0) return null;
      const ratio = capital.wan / totalInvestment.wan;
      // What suffices for every industry suffices for this one.
      if (ratio >= mostDemanded) return null;
      const minimum = minimumOf(project, pack);
      if (!minimum) return null;
      // A ratio that rounds to the minimum is no shortfall.
      if (ratio >= minimum.minimum - 0.00005) return null;
      const inBand = ratio >= minimum.minimum - Math.max(minimum.reduction, reduction) - 0.00005;
      return {
        fields: ["capital", "totalInvestment"],
        args: {
          ratio,
          minimum: minimum.minimum,
          industry: minimum.name,
          band: inBand ? 1 : 0,
          short: totalInvestment.wan * minimum.minimum - capital.wan,
        },
        severity: inBand ? "warning" : "error",
        basis: entryBasis(minimum),
      };
    };
  },
});

type Minimum = Pack["capitalMinimums"][number];

interface IndustryWords {
  readonly automaton: Automaton;
  /** By word. */
  readonly entries: readonly Minimum[];
  readonly lengths: readonly number[];
}

const industryWords = new WeakMap<Pack, IndustryWords>();
const found = noOccurrences();

function industryWordsOf(pack: Pack): IndustryWords {
  let known = industryWords.get(pack);
  if (!known) {
    const words = pack.capitalMinimums.flatMap((entry) =>
      [...entry.industries, ...entry.aliases].map((word) => ({ word, entry })),
    );
    known = {
      automaton: makeAutomaton(words.map(({ word }) => word)),
      entries: words.map(({ entry }) => entry),
      lengths: words.map(({ word }) => word.length),
    };
    industryWords.set(pack, known);
  }
  return known;
}

/** The entry whose industry the row's industry, area or name speaks of; the longest word decides; else the one for all others. */
function minimumOf({ values }: Project, pack: Pack): Pack["capitalMinimums"][number] | null {
  const { automaton, entries, lengths } = industryWordsOf(pack);
  let best = -1;
  for (const text of [values.industry, values.area, values.name]) {
    if (text === undefined) continue;
    automaton.scan(text, found);
    for (let at = 0; at < found.count; at++) {
      const word = found.word[at] ?? 0;
      const longer = (lengths[word] ?? 0) - (lengths[best] ?? 0);
      if (longer > 0 || (longer === 0 && word < best)) best = word;
    }
  }
  return (
    entries[best] ??
    pack.capitalMinimums.find((entry) => entry.industries.length === 0 || entry.industries.includes("其他")) ??
    null
  );
}
