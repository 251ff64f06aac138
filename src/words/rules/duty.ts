/** Group D: who answers for what. */
import type { RuleWords } from "../ruleWords";

export const DUTY: Readonly<Record<string, RuleWords>> = {
  D601: {
    zh: {
      title: "重点项目四个一不全",
      condition: "重点项目缺少包抓领导、工作专班、推进方案或责任人。",
      message: (say) => `重点项目缺：${say.terms}。`,
      why: "重点项目要做到一个项目、一名领导、一个专班、一套方案。",
      how: (say) => `落实并填写${say.terms}。`,
      ignore: "已不再列为重点项目；请改正重点项目一栏。",
    },
    en: {
      title: "Key project not fully staffed",
      condition: "A key project lacks its leader, task force, plan or person.",
      message: (say) => `The key project lacks: ${say.terms}.`,
      why: "A key project has one leader, one task force, one plan and one person.",
      how: (say) => `Settle and fill in: ${say.terms}.`,
      ignore: "It is no key project any more; correct that column.",
    },
  },
};
