/** One project code stands for one project. */
import { normaliseText } from "../measure/text";
import { everyProject, grouped, laterOnes, namesOf, validCodeOf } from "./alike";
import { PROJECT_CODE } from "./bases";
import { ledgerRule, type LedgerHit } from "./rule";
import { byStatedYear } from "./statedTime";
import type { Ledger } from "../ledger/ledger";

export default ledgerRule({
  code: "F108",
  severity: "error",
  basis: { ...PROJECT_CODE, article: "一个项目一个代码" },
  needs: ["code", "name"],
  on: "2025-06-20",
  good: [
    [
      { name: "青川县第二水厂工程", code: "2503-130981-04-01-573274", department: "水务局", totalInvestment: 5600 },
      {
        name: "青川县中医院门诊楼工程",
        code: "2411-130202-89-01-637015",
        department: "卫生健康局",
        totalInvestment: 7200,
      },
    ],
    [
      { name: "青川县第二水厂工程", code: "2503-1309**", department: "水务局", totalInvestment: 5600 },
      { name: "青川县中医院门诊楼工程", code: "2503-1309**", department: "卫生健康局", totalInvestment: 7200 },
    ],
  ],
  bad: [
    [
      { name: "青川县第二水厂工程", code: "2503-130981-04-01-573274", department: "水务局", totalInvestment: 5600 },
      {
        name: "青川县中医院门诊楼工程",
        code: "2503-130981-04-01-573274",
        department: "卫生健康局",
        totalInvestment: 7200,
      },
    ],
    [
      { name: "冷链物流园一期工程", code: "2411-130202-89-01-637015", department: "商务局", totalInvestment: 5600 },
      { name: "冷链物流园二期工程", code: "2411-130202-89-01-637015", department: "商务局", totalInvestment: 7200 },
    ],
  ],
  *check({ ledgers, asOf }) {
    for (const ofYear of byStatedYear(ledgers, asOf)) yield* severalNames(ofYear);
  },
});

function* severalNames(ledgers: readonly Ledger[]): Generator<LedgerHit> {
  for (const group of grouped(everyProject(ledgers), ({ project }) => validCodeOf(project))) {
    const names = new Set(group.map(({ project }) => normaliseText(project.values.name ?? "")));
    if (names.size < 2) continue;
    yield* laterOnes(group, ["code", "name"], {
      code: (group[0] && validCodeOf(group[0].project)) ?? "",
      names: namesOf(group),
    });
  }
}
