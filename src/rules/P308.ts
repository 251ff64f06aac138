/** Works with dangerous goods, mines and smelting are assessed for safety. */
import { rowRule } from "./rule";
import { isOpen, textsOf } from "./steps";

export default rowRule({
  code: "P308",
  severity: "warning",
  basis: { document: "中华人民共和国安全生产法", article: "第三十一条至第三十四条", confidence: "H" },
  seed: ["A33"],
  needs: ["name", "proc.safety"],
  on: "2025-06-20",
  good: [
    {
      name: "金山矿区尾矿库治理工程",
      department: "应急管理局",
      totalInvestment: 6200,
      scale: "采矿废渣处置120万吨",
      "proc.safety": "已完成",
    },
    {
      name: "城东小学扩建工程",
      department: "教育局",
      totalInvestment: 2600,
      scale: "新建教学楼4200平方米",
      "proc.safety": "",
    },
  ],
  bad: [
    { name: "精细化工园危化品仓储工程", department: "工业和信息化局", totalInvestment: 8200, "proc.safety": "" },
    { name: "北岭矿山采矿系统改造工程", department: "工业和信息化局", totalInvestment: 6200, "proc.safety": "未办理" },
  ],
  check(project, { asOf, textParameter }) {
    if (!isOpen(project, "safety", asOf)) return null;
    const texts = textsOf(project);
    const word = textParameter("words").find((each) => texts.includes(each));
    return word === undefined ? null : { fields: ["proc.safety", "name"], args: { word } };
  },
});
