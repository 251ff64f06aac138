/** Enough of the reserve lies in what the state's funds support. */
import { countedOnce } from "../ledger/parts";
import type { Stage } from "../policy/pack";
import { fitsSupport } from "../reserve/place";
import { DISPATCH_MEETING } from "./bases";
import { APPLYING, channelOf, stageOf } from "./lookups";
import { isReserve } from "./reserveLedger";
import { ledgerRule } from "./rule";

/** A share of fewer says nothing. */
const FEWEST = 10;

export default ledgerRule({
  code: "R503",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "符合国家政策支持方向和资金投向的项目仅占60%" },
  seed: ["B19"],
  needs: ["name", ["stage", "enteredOn"]],
  on: "2025-06-20",
  good: [library(8, 2), library(7, 3)],
  bad: [library(5, 5), library(2, 8)],
  *check(context) {
    const wanted = context.parameter("share");
    let fitting = 0;
    let count = 0;
    for (const ledger of context.ledgers) {
      const isWholly = isReserve(ledger);
      countedOnce(ledger).forEach((project) => {
        const stage = stageOf(context.pack, project);
        if (stage?.left || !(isWholly || isReserved(stage))) return;
        count++;
        const verdict = context.verdict(project);
        if (fitsSupport(project, channelOf(context.pack, project), { pack: context.pack, verdict })) fitting++;
      });
    }
    if (count < FEWEST || fitting / count > wanted) return;
    const files = [...new Set(context.ledgers.map(({ file }) => file))];
    yield { fields: [], files, args: { count, fitting, share: fitting / count, wanted } };
  },
});

/** In a ledger that is not called a reserve: 谋划, 储备 or 申报. Works under way are what became of one. */
function isReserved(stage: Stage | null): boolean {
  return stage !== null && stage.order > 0 && stage.order <= APPLYING;
}

/** So many projects that the state's funds support, and so many of the companies' own. */
function library(
  fitting: number,
  others: number,
): { name: string; department: string; totalInvestment: number; stage: string; channel: string }[] {
  const project = (index: number, name: string, channel: string): ReturnType<typeof library>[number] => ({
    name: `第${String(index + 1)}${name}`,
    department: `第${String(index + 1)}镇`,
    totalInvestment: 3000 + index,
    stage: "储备",
    channel,
  });
  return [
    ...Array.from({ length: fitting }, (_, index) => project(index, "污水处理厂提标改造工程", "专项债券")),
    ...Array.from({ length: others }, (_, index) => project(fitting + index, "农产品加工生产线项目", "社会资本/自筹")),
  ];
}
