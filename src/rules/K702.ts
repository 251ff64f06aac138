/** A printed count of projects is the number of rows that it stands for. */
import { ONE_SOURCE } from "./bases";
import { ledgerRule } from "./rule";

export default ledgerRule({
  code: "K702",
  severity: "error",
  basis: ONE_SOURCE,
  seed: ["A26"],
  needs: [],
  on: "2025-06-20",
  good: [
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300 },
      { name: "合计：2 个", totalInvestment: 3500 },
    ],
    [
      { name: "一、水利项目（1个）" },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300 },
      { name: "二、交通项目（1个）" },
      { name: "三河镇通村道路工程", department: "交通运输局", totalInvestment: 900 },
    ],
  ],
  bad: [
    [
      { name: "柳林镇污水管网工程", department: "住房和城乡建设局", totalInvestment: 1200 },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300 },
      { name: "合计：3 个", totalInvestment: 3500 },
    ],
    [
      { name: "一、水利项目（2个）" },
      { name: "三河镇供水管网工程", department: "水务局", totalInvestment: 2300 },
      { name: "二、交通项目（1个）" },
      { name: "三河镇通村道路工程", department: "交通运输局", totalInvestment: 900 },
    ],
  ],
  *check({ ledgers }) {
    for (const ledger of ledgers) {
      for (const total of ledger.totals) {
        if (total.count === null || total.countColumn === null || total.count === total.of.length) continue;
        yield {
          ledger,
          row: total.row,
          fields: [],
          columns: [total.countColumn],
          args: { printed: total.count, counted: total.of.length, scope: total.scope },
        };
      }
    }
  },
});
