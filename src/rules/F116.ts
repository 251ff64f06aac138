/** A telephone cell holds at least one number that can be dialled, and no mobile of a digit too few or too many. */
import type { Project } from "../ledger/ledger";
import { readPhones } from "../measure/phone";
import { SELF_CONSISTENT } from "./bases";
import { rowRule, type Hit } from "./rule";

/** The usual case, so that a hundred thousand of them cost nothing. */
const MOBILE = /^1[3-9]\d{9}$/;
const MOBILE_BEGINS = /1[3-9]\d/;
const ALMOST_MOBILE = /^1[3-9](?:\d{7,8}|\d{10})$/;

export default rowRule({
  code: "F116",
  severity: "warning",
  basis: { ...SELF_CONSISTENT, article: "联系人要能联系上" },
  seed: ["B29"],
  needs: [["phone", "person"]],
  on: "2025-06-20",
  good: [
    { name: "镇区雨污分流改造项目", department: "住房和城乡建设局", totalInvestment: 2800, phone: "13800000000" },
    {
      name: "镇区雨污分流改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 2800,
      phone: "0391-6600000，13900000000",
    },
    {
      name: "镇区雨污分流改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 2800,
      person: "王主任13900000000",
    },
  ],
  bad: [
    { name: "镇区雨污分流改造项目", department: "住房和城乡建设局", totalInvestment: 2800, phone: "1380000000" },
    { name: "镇区雨污分流改造项目", department: "住房和城乡建设局", totalInvestment: 2800, phone: "王主任" },
    {
      name: "镇区雨污分流改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 2800,
      phone: "13900000000、1380000000",
    },
    {
      name: "镇区雨污分流改造项目",
      department: "住房和城乡建设局",
      totalInvestment: 2800,
      person: "王主任 139000000000",
    },
  ],
  check(project) {
    const { phone } = project.values;
    if (phone === undefined) return besideName(project);
    if (MOBILE.test(phone)) return null;
    const { numbers, unread } = readPhones(phone);
    const broken = unread.find(isAlmostMobile);
    if (broken !== undefined)
      return { fields: ["phone"], args: { text: phone, digits: broken.length, mobile: broken } };
    if (numbers.length > 0) return null;
    return { fields: ["phone"], args: { text: phone, digits: phone.replace(/\D/g, "").length } };
  },
});

/** 「联系人及电话」: of a cell that need not hold a number, only what was meant for one is looked at. */
function besideName({ values: { person } }: Project): Hit | null {
  if (person === undefined || !MOBILE_BEGINS.test(person)) return null;
  const broken = readPhones(person).unread.find(isAlmostMobile);
  return broken === undefined
    ? null
    : { fields: ["person"], args: { text: person, digits: broken.length, mobile: broken } };
}

function isAlmostMobile(figure: string): boolean {
  return ALMOST_MOBILE.test(figure);
}
