/** A key project has one leader, one task force, one plan and one person. */
import { DISPATCH_MEETING } from "./bases";
import { PLAIN_FIELDS, type PlainField } from "../ledger/fields";
import { isBlank } from "./columns";
import { saysNo } from "./lookups";
import { rowRule } from "./rule";

const FOUR = ["leader", "taskForce", "plan", "person"] as const;

export default rowRule({
  code: "D601",
  severity: "error",
  basis: { ...DISPATCH_MEETING, article: "一个项目、一名领导、一个专班、一套方案" },
  seed: ["B24"],
  needs: ["name", FOUR],
  on: "2025-06-20",
  good: [
    {
      name: "黄河故道生态修复项目",
      department: "自然资源局",
      totalInvestment: 26000,
      keyProject: "省级",
      leader: "李明",
      taskForce: "有",
      plan: "已印发",
      person: "王芳",
    },
    {
      name: "村级活动场所修缮项目",
      department: "民政局",
      totalInvestment: 60,
      keyProject: "否",
      leader: "",
      taskForce: "",
      plan: "",
      person: "",
    },
  ],
  bad: [
    {
      name: "黄河故道生态修复项目",
      department: "自然资源局",
      totalInvestment: 26000,
      keyProject: "省级",
      leader: "李明",
      taskForce: "",
      plan: "",
      person: "王芳",
    },
    {
      name: "★黄河故道生态修复项目",
      department: "自然资源局",
      totalInvestment: 26000,
      leader: "待定",
      taskForce: "有",
      plan: "已印发",
      person: "王芳",
    },
  ],
  check(project, { has, pack }) {
    const { values } = project;
    if (values.keyProject === undefined || saysNo(values.keyProject)) return null;
    const demanded = pack.rules["D601"]?.texts["fields"]?.filter(isField) ?? FOUR;
    const lacking = demanded.filter((field) => has(field) && isBlank(project, field));
    return lacking.length === 0 ? null : { fields: lacking, args: { kind: values.keyProject } };
  },
});

function isField(text: string): text is PlainField {
  return text in PLAIN_FIELDS;
}
