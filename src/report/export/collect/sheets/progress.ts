/** 目标进度: the target, the share that fits, the rates of the year, each with what it counts. */
import { elapsedShare } from "../../../../reserve/pace";
import { roundShare } from "../../../../reserve/rates";
import type { CellValue } from "../../../../sheet/cell";
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { definition } from "../../../../words/definitions";
import { figureText } from "../../../../words/say";
import { formSheet } from "../../form";
import type { Collection } from "../collection";
import { ratesOf, targetState } from "../progress";
import { share } from "./share";

export function progressSheet(collection: Collection): ExportSheet {
  const { summary, asOf } = collection;
  const state = targetState(collection);
  const added = definition("added", "zh");
  const rows: CellValue[][] = [];
  if (state) {
    const { target, isTold, undated } = state;
    const [done, gap] = isTold ? [state.added, state.gap] : [null, null];
    const undatedText = isTold
      ? undated > 0
        ? `；${figureText(undated)}个项目没有写明“入库时间”，没有算作新增`
        : ""
      : "；没有一个项目写明“入库时间”，新增多少说不出来";
    const counts = `${added.is}；${added.counts}${undatedText}`;
    rows.push(
      [
        `${target.name}：个数（个）`,
        target.count,
        done?.count ?? null,
        gap?.count ?? null,
        done && share(done.count, target.count ?? 0),
        counts,
      ],
      [
        `${target.name}：总投资（万元）`,
        target.wan,
        done?.wan ?? null,
        gap?.wan ?? null,
        done && share(done.wan, target.wan ?? 0),
        counts,
      ],
      [
        "剩余工作日（天）",
        null,
        state.workdaysLeft,
        null,
        null,
        `截止 ${target.by}；${definition("pace", "zh").counts}`,
      ],
    );
  }
  const fit = definition("fit", "zh");
  rows.push([
    fit.name,
    summary.all.count,
    summary.fitting,
    null,
    share(summary.fitting, summary.all.count),
    `${fit.is}；${fit.counts}`,
  ]);
  for (const { name, above, below, key } of ratesOf(summary)) {
    const { is, counts } = definition(key, "zh");
    rows.push([name, below, above, null, share(above, below), `${is}；${counts}`]);
  }
  rows.push(["全年时间进度", null, null, null, roundShare(elapsedShare(asOf)), definition("ahead", "zh").counts]);
  return formSheet({
    name: "目标进度",
    title: "储备目标和投资进度",
    asOf,
    money: true,
    columns: [
      { heading: "指标", format: "text", width: 34 },
      { heading: "目标或分母", format: "figure", width: 14 },
      { heading: "完成或分子", format: "figure", width: 14 },
      { heading: "缺口", format: "figure" },
      { heading: "比例", format: "share" },
      { heading: "口径", format: "wrapped", width: 60 },
    ],
    rows,
  });
}
