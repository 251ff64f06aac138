/** What a row must hold at its stage may not be blank. */
import type { FieldKey } from "../ledger/fields";
import type { Stage } from "../policy/pack";
import { OWN_CONVENTION } from "./bases";
import { channelIsJudgedAt } from "./lookups";
import { isGivenElsewhere, requiredFields } from "./required";
import { rowRule, type Hit, type RowContext } from "./rule";

export default rowRule({
  code: "F101",
  severity: "error",
  basis: { ...OWN_CONVENTION, article: "缺项的行无法汇总上报" },
  seed: ["A6"],
  needs: [],
  on: "2025-06-20",
  good: [
    { name: "城区污水处理厂扩建工程", department: "住房和城乡建设局", totalInvestment: 12000 },
    { name: "李家坪小学教学楼项目", department: "教育局", totalInvestment: "约2600万元" },
  ],
  bad: [
    { name: "城区污水处理厂扩建工程", department: "住房和城乡建设局", totalInvestment: "待定" },
    { name: "李家坪小学教学楼项目", department: "—", totalInvestment: 2600 },
  ],
  prepareAt(context, stage) {
    const fields = askedFor(context, stage);
    return (project) => {
      let hits: Hit[] | null = null;
      for (const field of fields) {
        if (project.values[field as keyof typeof project.values] !== undefined) continue;
        if (isGivenElsewhere(field, context.ledger, project)) continue;
        (hits ??= []).push({ fields: [field], args: {} });
      }
      return hits;
    };
  },
});

/** A missing column is said once, at the heading; an unfilled channel has a rule of its own. */
function askedFor(context: RowContext, stage: Stage | null): readonly FieldKey[] {
  return requiredFields(context.pack, stage).filter(
    (field) => context.has(field) && !(field === "channel" && channelIsJudgedAt(stage)),
  );
}
