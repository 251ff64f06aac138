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
  D602: {
    zh: {
      title: "未落实包抓责任",
      condition: "包抓领导或责任人一栏有列而没有填（重点项目另按“四个一”查）。",
      message: (say) => `没有落实：${say.terms}。`,
      why: "层层有任务，人人有责任，事事能落实。",
      how: (say) => `明确并填写${say.terms}。`,
      ignore: "按分工由部门统一包抓，并已注明。",
    },
    en: {
      title: "Nobody answers for it",
      condition: "Leader or person is a column and blank (key projects are asked more).",
      message: (say) => `Nobody is named as: ${say.terms}.`,
      why: "Every task needs somebody who answers for it.",
      how: (say) => `Name: ${say.terms}.`,
      ignore: "The department answers as a whole, and this is said.",
    },
  },
  D603: {
    zh: {
      title: "一人包抓过多",
      condition: "同一位领导包抓的项目超过政策包规定的个数。",
      message: (say) => `${say.text("leader")}包抓${say.figure("count")}个项目，超过${say.figure("most")}个。`,
      why: "一人包抓过多，难以逐个盯紧。",
      how: "适当调整分工，或说明理由。",
      ignore: "多为同一片区的子项目，便于统一调度。",
    },
    en: {
      title: "Too many for one leader",
      condition: "One leader answers for more projects than the pack's number.",
      message: (say) =>
        `${say.text("leader")} answers for ${say.figure("count")} projects, more than ${say.figure("most")}.`,
      why: "Nobody can follow so many closely.",
      how: "Share them out, or say why not.",
      ignore: "They are parts of one district and are run together.",
    },
  },
  D604: {
    zh: {
      title: "当月未赴省市对接",
      condition:
        "对接台账里，从第一次对接的月份到校核当月，有的月份没有对接记录；台账写明是前几个月或往年的，只看到那时。",
      message: (say) => `${say.text("department")}没有对接记录的月份：${say.join("months")}。`,
      why: (say) => `每月至少赴省、市对接${say.figure("wanted")}次。`,
      how: "安排对接，或补记已经进行的对接。",
      ignore: "对接已进行，只是还没有登记。",
    },
    en: {
      title: "No visit in a month",
      condition:
        "In the ledger of visits a department has a month without one, from the first month to that of the check, or to the month or year that the ledger is of.",
      message: (say) => `${say.text("department")} has no visit in: ${say.join("months")}.`,
      why: (say) => `At least ${say.figure("wanted")} visit a month is asked for.`,
      how: "Arrange a visit, or enter one that took place.",
      ignore: "It took place and was not entered yet.",
    },
  },
  D605: {
    zh: {
      title: "指标责任不唯一",
      condition: "目标责任表里，一个指标没有责任部门，或写了不止一个。",
      message: (say) =>
        say.has("leads")
          ? `“${say.text("indicator")}”有${say.size("leads")}个责任部门：${say.join("leads")}。`
          : `“${say.text("indicator")}”没有责任部门。`,
      why: "责任部门只能有一个，其余列为配合部门。",
      how: (say) => (say.has("leads") ? "确定一个责任部门，其余移到配合部门。" : "确定并填写一个责任部门。"),
      ignore: "文件明确规定共同牵头。",
    },
    en: {
      title: "Not exactly one in the lead",
      condition: "A target has no lead department, or more than one.",
      message: (say) =>
        say.has("leads")
          ? `“${say.text("indicator")}” has ${say.size("leads")} leads: ${say.join("leads")}.`
          : `“${say.text("indicator")}” has no lead.`,
      why: "One department leads; the others cooperate.",
      how: (say) => (say.has("leads") ? "Settle one lead and move the others to cooperation." : "Name one lead."),
      ignore: "A document lays down a joint lead.",
    },
  },
  D606: {
    zh: {
      title: "未明确对上争取专人",
      condition: "部门名录里，部门没有填专人或电话。",
      message: (say) => `${say.text("department")}没有填：${say.termsOf("lacking")}。`,
      why: "各部门要明确专人负责对上争取工作。",
      how: "在部门名录里补填专人和电话。",
      ignore: "已在别处报备。",
    },
    en: {
      title: "Nobody named for this work",
      condition: "A department of the roster has no person or telephone number.",
      message: (say) => `${say.text("department")} lacks: ${say.termsOf("lacking")}.`,
      why: "Each department names who works upwards.",
      how: "Fill in the roster.",
      ignore: "It was reported elsewhere.",
    },
  },
  D607: {
    zh: {
      title: "未注明入库层级",
      condition: "重点项目的入库层级是空的。",
      message: () => "重点项目没有注明纳入哪一级项目库。",
      why: "纳入国家和省、市重点项目库，才好争取资金。",
      how: "填写国家、省或市重点项目库；没有入库的抓紧申报。",
      ignore: "正在申报入库，结果还没有下来。",
    },
    en: {
      title: "Library level missing",
      condition: "A key project does not say in whose library it stands.",
      message: () => "The key project names no library.",
      why: "Projects in the national and provincial libraries win funds.",
      how: "Enter the library, or apply for it.",
      ignore: "The application is still being decided.",
    },
  },
};
