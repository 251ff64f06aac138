/** A cell of a known column holds an error value of the sheet. */
import { SELF_CONSISTENT } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "F118",
  severity: "error",
  basis: { ...SELF_CONSISTENT, article: "公式错误值不是数据" },
  needs: [],
  on: "2025-06-20",
  judgesUnread: "only",
  good: [
    { name: "工业园区标准厂房项目", department: "工业和信息化局", totalInvestment: 15000 },
    { name: "工业园区标准厂房项目", department: "工业和信息化局", totalInvestment: 15000, completed: 0 },
  ],
  bad: [
    { name: "工业园区标准厂房项目", department: "工业和信息化局", totalInvestment: "#REF!" },
    { name: "工业园区标准厂房项目", department: "工业和信息化局", totalInvestment: 15000, completed: "#DIV/0!" },
  ],
  check(project) {
    return project.unread
      .filter(({ reason }) => reason === "error")
      .map(({ field, text }) => ({ fields: [field], args: { text } }));
  },
});
