/** A telephone cell holds at least one number that can be dialled. */
import { readPhones } from "../measure/phone";
import { SELF_CONSISTENT } from "./bases";
import { rowRule } from "./rule";

/** The usual case, so that a hundred thousand of them cost nothing. */
const MOBILE = /^1[3-9]\d{9}$/;

export default rowRule({
  code: "F116",
  severity: "warning",
  basis: { ...SELF_CONSISTENT, article: "联系人要能联系上" },
  seed: ["B29"],
  needs: ["phone"],
  on: "2025-06-20",
  good: [
    { name: "镇区雨污分流改造项目", department: "住房和城乡建设局", totalInvestment: 2800, phone: "13800000000" },
    {
      name: "镇区雨污分流改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 2800,
      phone: "0391-6600000，13900000000",
    },
  ],
  bad: [
    { name: "镇区雨污分流改造项目", department: "住房和城乡建设局", totalInvestment: 2800, phone: "1380000000" },
    { name: "镇区雨污分流改造项目", department: "住房和城乡建设局", totalInvestment: 2800, phone: "王主任" },
  ],
  check(project) {
    const { phone } = project.values;
    if (phone === undefined || MOBILE.test(phone) || readPhones(phone).numbers.length > 0) return null;
    return { fields: ["phone"], args: { text: phone, digits: phone.replace(/\D/g, "").length } };
  },
});
