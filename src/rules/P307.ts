/** A project that needs land has its quota secured. */
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "P307",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "土地指标" },
  seed: ["B15"],
  needs: ["landQuota"],
  on: "2025-06-20",
  good: [
    { name: "殡仪馆迁建项目", department: "民政局", totalInvestment: 3800, landQuota: "已落实32亩" },
    { name: "殡仪馆迁建项目", department: "民政局", totalInvestment: 3800, landQuota: "不涉及新增用地" },
  ],
  bad: [
    { name: "殡仪馆迁建项目", department: "民政局", totalInvestment: 3800, landQuota: "未落实" },
    { name: "殡仪馆迁建项目", department: "民政局", totalInvestment: 3800, landQuota: "尚缺18亩" },
  ],
  check(project, { textParameter }) {
    const { landQuota: text } = project.values;
    if (text === undefined) return null;
    // 「未落实」 holds 「落实」: a word that denies goes first, unless it denies the need itself.
    const denied = textParameter("unsecured").find((word) => text.includes(word));
    if (denied === undefined) return null;
    const rest = text.split(denied).join("");
    const covered = textParameter("secured").some((word) => word.includes(denied) && text.includes(word));
    const isNeedless = /^(?:无需|不涉及|不新增|不需)/.test(text);
    return covered || isNeedless || /^已/.test(rest) ? null : { fields: ["landQuota"], args: { text } };
  },
});
