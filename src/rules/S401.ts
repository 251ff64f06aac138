/** A study quantifies the benefits that its area is judged by. */
import type { Project } from "../ledger/ledger";
import { areaOf } from "./lookups";
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "S401",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "量化床位、年门诊量、住院人次等效益指标" },
  seed: ["B16"],
  needs: ["name", "benefit"],
  on: "2025-06-20",
  good: [
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      benefit: "新增床位300张，年门诊量12万人次",
    },
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      scale: "建筑面积2.1万平方米，设床位300张",
      benefit: "改善就医条件",
    },
    { name: "县中医院住院楼项目", department: "卫生健康局", totalInvestment: 9200, benefit: "带动就业120人" },
  ],
  bad: [
    { name: "县中医院住院楼项目", department: "卫生健康局", totalInvestment: 9200, benefit: "改善群众就医条件" },
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      scale: "新建住院楼一栋",
      benefit: "社会效益显著，提升服务能力",
    },
  ],
  check(project, context) {
    const name = areaOf(project, context);
    const area = name === null ? undefined : context.pack.areas.find((each) => each.name === name);
    if (!area || area.indicators.length === 0) return null;
    const texts = studyTexts(project);
    // Nothing said at all is for S403.
    if (texts === "" || PEOPLE.test(project.values.benefit ?? "")) return null;
    const given = area.indicators.filter((indicator) => isQuantified(texts, indicator)).length;
    if (given >= context.parameter("minimum")) return null;
    return { fields: ["benefit"], args: { area: area.name, indicators: area.indicators } };
  },
});

/** Jobs and people served count in every area: 就业、民生. */
const PEOPLE = /\d\s*[万千百]?[余多]?(?:人|户|名|个?岗位|个?就业)/u;

function studyTexts({ values }: Project): string {
  return [values.benefit, values.scale, values.necessity, values.economy]
    .filter((text) => text !== undefined)
    .join("；");
}

/** The indicator with a number near it, before or behind. */
function isQuantified(text: string, indicator: string): boolean {
  for (let at = text.indexOf(indicator); at >= 0; at = text.indexOf(indicator, at + 1)) {
    const near = text.slice(Math.max(0, at - 12), at + indicator.length + 12);
    if (/[\d一二三四五六七八九十百千万]+(?:\.\d+)?/.test(near.replace(indicator, ""))) return true;
  }
  return false;
}
