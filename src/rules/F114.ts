/** A project's name names works, not an organisation, and is more than a word. */
import { rowRule } from "./rule";
import { OWN_CONVENTION } from "./bases";

export default rowRule({
  code: "F114",
  severity: "warning",
  basis: { ...OWN_CONVENTION, article: "项目名称应写明建设内容" },
  seed: ["A6"],
  needs: ["name"],
  on: "2025-06-20",
  good: [
    { name: "县产业投资公司标准厂房建设项目", department: "工业和信息化局", totalInvestment: 6000 },
    { name: "云岭抽水蓄能电站", department: "发展和改革局", totalInvestment: 680000 },
    { name: "县妇幼保健中心迁建", department: "卫生健康局", totalInvestment: 3200 },
  ],
  bad: [
    { name: "青川华硕农业开发有限公司", department: "农业农村局", totalInvestment: 6000 },
    { name: "道路", department: "交通运输局", totalInvestment: 900 },
  ],
  prepare(context) {
    const shortest = context.parameter("shortest");
    const organisations = context.textParameter("organisations");
    const works = context.textParameter("works");
    // Most names end in none of these.
    const lastLetters = new Set(organisations.map((word) => word.charCodeAt(word.length - 1)));
    return ({ values: { name } }) => {
      if (name === undefined) return null;
      if (name.length < shortest) return { fields: ["name"], args: { name, length: name.length, organisation: "" } };
      if (!lastLetters.has(name.charCodeAt(name.length - 1))) return null;
      const ending = organisations.find((word) => name.endsWith(word));
      if (ending === undefined || works.some((word) => name.includes(word))) return null;
      return { fields: ["name"], args: { name, length: name.length, organisation: ending } };
    };
  },
});
