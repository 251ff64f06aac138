/** Group K: figures that must agree. */
import type { RuleWords } from "../ruleWords";

export const CONSISTENCY: Readonly<Record<string, RuleWords>> = {
  K701: {
    zh: {
      title: "合计与明细不符",
      condition: "合计、小计行写的数，不可能是所含各行之和；已按最后一位小数留出四舍五入的余地。",
      message: (say) =>
        `${say.term}合计写的是${say.wan("printed")}，${say.figure("rows")}行明细相加是${say.wan("sum")}。`,
      why: "合计对不上，说明明细漏了行或改了数没有重算。",
      how: "核对明细有没有漏行、小计有没有重复加进去，按明细重算合计。",
      ignore: "合计按规定包含未列入本表的项目，并已注明。",
    },
    en: {
      title: "Total differs from its parts",
      condition: "A printed total or subtotal cannot be the sum of the rows it stands for, rounding allowed for.",
      message: (say) =>
        `The total of ${say.term} is printed as ${say.wan("printed")}; the ${say.figure("rows")} rows add up to ${say.wan("sum")}.`,
      why: "A row is missing, or a figure changed and the total did not.",
      how: "Check that all rows are there and compute the total again.",
      ignore: "The total includes projects that this sheet does not list, and says so.",
    },
  },
  K702: {
    zh: {
      title: "个数与明细不符",
      condition: "“合计：几个”“（几个）”写的个数，与所含项目行数不同。",
      message: (say) => `写的是${say.figure("printed")}个，实际有${say.figure("counted")}行项目。`,
      why: "个数对不上，说明漏行、多行或没有更新。",
      how: "核对项目行，改正个数。",
      ignore: "打捆项目按子项计数，并已注明。",
    },
    en: {
      title: "Count differs from the rows",
      condition: "A printed count of projects is not the number of rows that it stands for.",
      message: (say) => `${say.figure("printed")} is printed; there are ${say.figure("counted")} project rows.`,
      why: "Rows are missing, doubled or the count is old.",
      how: "Check the rows and correct the count.",
      ignore: "Bundled projects are counted by their parts, and this is said.",
    },
  },
  K703: {
    zh: {
      title: "比例核对不符",
      condition:
        "写的完成率或到位率，用旁边的数按任何一种通行口径都算不出来。占年度计划的比例，表里没有年度计划一列的不核。",
      message: (say) =>
        `${say.term}写的是${say.percent("rate")}，按${say.wan("part")}÷${say.wan("whole")}应为${say.percent("computed")}。`,
      why: "比例与数字对不上，通报出去会被质疑。",
      how: "核对分子、分母和口径，重算比例。",
      ignore: "使用了另外规定的口径，并已注明。",
    },
    en: {
      title: "Rate does not follow",
      condition:
        "A printed rate cannot be had from the figures beside it by any definition in use. A rate of the year's plan is not judged where no column states that plan.",
      message: (say) =>
        `The ${say.term} is printed as ${say.percent("rate")}; ${say.wan("part")} ÷ ${say.wan("whole")} gives ${say.percent("computed")}.`,
      why: "A rate that contradicts its figures will be questioned.",
      how: "Check both figures and the definition, and compute the rate again.",
      ignore: "Another definition applies and is stated.",
    },
  },
  K704: {
    zh: {
      title: "数出多门",
      condition:
        "同一个项目在不同的表或文件里数字不同；谁的数为准，按政策包的来源顺序定。两张表写明是不同年份、月份的，是提醒。",
      message: (say) =>
        `${say.term}此处${say.wan("here")}，${say.elsewhere}为${say.wan("there")}` +
        (say.has("winner") ? `，以“${say.text("winner")}”为准。` : "。"),
      why: "综合数据以统计部门为准，单项数据以主管部门为准，数出一门。",
      how: (say) => (say.has("winner") ? "按为准的一方改正。" : "与对方核对，统一口径后改成一致。"),
      ignore: "两处的统计时点不同，并已注明。",
    },
    en: {
      title: "Two figures for one thing",
      condition:
        "One project has different figures on two sheets or in two files; the pack's order of sources says who wins. A warning where the sheets say that they are of different years or months.",
      message: (say) =>
        `The ${say.term} is ${say.wan("here")} here and ${say.wan("there")} in ${say.elsewhere}` +
        (say.has("winner") ? `; “${say.text("winner")}” wins.` : "."),
      why: "Figures come from one source.",
      how: (say) => (say.has("winner") ? "Correct it after the source that wins." : "Agree on one figure."),
      ignore: "They were taken on different days, and this is said.",
    },
  },
  K705: {
    zh: {
      title: "与上期相比异常",
      condition: "与上次报送相比，累计数变小，或总投资变了而没有说明。",
      message: (say) =>
        say.text("kind") === "fell"
          ? `${say.term}上期${say.wan("was")}，本期${say.wan("now")}，变小了。`
          : `总投资由${say.wan("was")}变为${say.wan("now")}，没有说明。`,
      why: "累计数只增不减，总投资调整要有依据。",
      how: (say) =>
        say.text("kind") === "fell" ? "核对本期和上期，改正错的一期。" : "在备注写明调整依据，或改回原数。",
      ignore: "上期报错，已向汇总单位更正。",
    },
    en: {
      title: "Odd against the last time",
      condition: "Against the last submission a cumulative figure fell, or the total changed without a word.",
      message: (say) =>
        say.text("kind") === "fell"
          ? `The ${say.term} was ${say.wan("was")} and is ${say.wan("now")}: it fell.`
          : `The total went from ${say.wan("was")} to ${say.wan("now")} without a word.`,
      why: "Cumulative figures only grow; totals change for a reason.",
      how: (say) =>
        say.text("kind") === "fell"
          ? "Compare both and correct the wrong one."
          : "Give the reason in the remarks, or restore it.",
      ignore: "The last one was wrong and has been corrected.",
    },
  },
  K706: {
    zh: {
      title: "金额前后矛盾",
      condition:
        "总投资是零或负数，其他金额是负数，或者部分大于整体：累计完成、年度计划、到位资金大于总投资，本年完成大于累计完成；已为四舍五入和“约”留出余地。",
      message: (say) => {
        if (say.text("kind") === "zero") return `${say.term}填的是零。`;
        if (say.text("kind") === "negative") return `${say.term}是负数：${say.wan("wan")}。`;
        return `${say.term}${say.wan("part")}，比${say.termOf("than")}${say.wan("whole")}还多${say.wan("over")}。`;
      },
      why: (say) => {
        if (say.text("kind") === "zero") return "没有投资就不成项目，汇总也会少算。";
        if (say.text("kind") === "negative") return "投资和资金不会是负数，汇总时会把别的项目冲掉。";
        return `${say.term}包含在${say.termOf("than")}里，不会比它大。`;
      },
      how: (say) => {
        if (say.text("kind") === "zero") return "填写估算或批复的总投资。";
        if (say.text("kind") === "negative") return "去掉多余的减号或括号；是冲减数的，改填冲减后的数。";
        return "核对两个数和单位，改正填错的一个；有调整的，改填调整后的数。";
      },
      ignore: "超出部分已经批准，并在备注写明。",
    },
    en: {
      title: "Amounts contradict each other",
      condition:
        "The total is nothing or negative, another amount is negative, or a part exceeds its whole: completed, this year's plan or arrived funds the total, completed this year what is completed in all; rounding and “about” allowed for.",
      message: (say) => {
        if (say.text("kind") === "zero") return `The ${say.term} is zero.`;
        if (say.text("kind") === "negative") return `The ${say.term} is negative: ${say.wan("wan")}.`;
        return `The ${say.term} is ${say.wan("part")}, ${say.wan("over")} more than the ${say.termOf("than")} of ${say.wan("whole")}.`;
      },
      why: (say) => {
        if (say.text("kind") === "zero") return "Without investment there is no project, and sums come out too small.";
        if (say.text("kind") === "negative")
          return "No investment is negative; in a sum it takes away from other projects.";
        return `The ${say.term} is part of the ${say.termOf("than")} and cannot exceed it.`;
      },
      how: (say) => {
        if (say.text("kind") === "zero") return "Type the estimated or approved total.";
        if (say.text("kind") === "negative")
          return "Remove the minus sign or brackets; where an amount was deducted, type what is left.";
        return "Check both figures and their units and correct the wrong one; where one was adjusted, type the adjusted one.";
      },
      ignore: "The excess has been approved, and the remarks say so.",
    },
  },
};
