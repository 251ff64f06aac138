/** A project cut into parts, each small, by one owner. */
import { nameParts, partMark } from "../measure/name";
import { grouped, laterOnes, namesOf, type Placed } from "./alike";
import { sameStem } from "./names";
import { sumWan } from "../measure/amount";
import { ledgerRule } from "./rule";
import { byStatedYear } from "./statedTime";

export default ledgerRule({
  code: "F112",
  severity: "warning",
  basis: { document: "专项债券项目审核未通过原因（咨询机构整理）", confidence: "L" },
  seed: ["B20"],
  needs: ["name", "owner", "totalInvestment"],
  on: "2025-06-20",
  good: [
    [
      {
        name: "城东产业园标准厂房一期项目",
        owner: "县产业发展公司",
        department: "工业和信息化局",
        totalInvestment: 12000,
      },
      {
        name: "城东产业园标准厂房二期项目",
        owner: "县产业发展公司",
        department: "工业和信息化局",
        totalInvestment: 8000,
      },
    ],
    [
      {
        name: "城东产业园标准厂房A区项目",
        owner: "县产业发展公司",
        department: "工业和信息化局",
        totalInvestment: 2100,
      },
      {
        name: "城东产业园标准厂房B区项目",
        owner: "青川县城市建设公司",
        department: "工业和信息化局",
        totalInvestment: 1900,
      },
    ],
  ],
  bad: [
    [
      {
        name: "城东产业园标准厂房A区项目",
        owner: "县产业发展公司",
        department: "工业和信息化局",
        totalInvestment: 2100,
      },
      {
        name: "城东产业园标准厂房B区项目",
        owner: "县产业发展公司",
        department: "工业和信息化局",
        totalInvestment: 1900,
      },
    ],
    [
      { name: "老旧小区改造一期工程", owner: "县住房保障中心", department: "住房和城乡建设局", totalInvestment: 2900 },
      {
        name: "老旧小区改造二期工程",
        owner: "县住房保障中心",
        department: "住房和城乡建设局",
        totalInvestment: "0.28亿元",
      },
    ],
  ],
  *check(context) {
    const size = context.parameter("wan");
    const marked = (stem: readonly Placed[]) =>
      grouped(stem, ({ project: { values } }) => (isPart(values.name ?? "") ? (values.owner ?? null) : null));
    const stems = byStatedYear(context.ledgers, context.asOf).flatMap(sameStem);
    for (const group of stems.flatMap(marked)) {
      const marks = new Set(group.map(({ project }) => partMark(project.values.name ?? "")));
      const sizes = group.map(({ project }) => project.values.totalInvestment?.wan);
      if (marks.size < 2 || sizes.some((wan) => wan === undefined || wan >= size)) continue;
      const together = sumWan(sizes.map((wan) => wan ?? 0));
      yield* laterOnes(group, ["name", "totalInvestment"], { names: namesOf(group), together, size });
    }
  },
});

/** 「一期工程」 alone is no part of anything that is named. */
function isPart(name: string): boolean {
  const { stem, mark } = nameParts(name);
  return mark !== null && stem !== "";
}
