/** Group A. */
import type { RuleWords } from "../ruleWords";
import type { Say } from "../say";

/** What a red light asks for, by what it stands for. */
const LIGHT_REMEDIES_ZH: Readonly<Record<string, string>> = {
  start: "说明没有开工的原因，定下开工时间；已经开工的，补填实际开工时间。",
  progress: "说明原因，拿出整改措施和时限。",
  statistics: "备齐资料，到统计部门办理纳统；已经纳统的，补填纳统时间。",
};
const LIGHT_REMEDIES_EN: Readonly<Record<string, string>> = {
  start: "Say why, and when works begin; where they have, fill in the actual start.",
  progress: "Say why, and what is done by when.",
  statistics: "Have it entered into the statistics; where it is, fill in since when.",
};

export const ASSESSMENT: Readonly<Record<string, RuleWords>> = {
  A801: {
    zh: {
      title: "落后时间进度",
      condition:
        "年度计划完成率比一年过去的比例低，差距超过政策包规定的百分点。台账写明是前几个月的，按那时的时间进度比；写明是往年的、还没到计划开工时间的不比。",
      message: (say) =>
        `年度计划完成${say.percent("rate")}，${toldZh(say)}时间已过${say.percent("elapsed")}，落后${say.points("points")}个百分点。`,
      why: "实行倒计时，每月通报一次完成进度。",
      how: "查明慢在哪里，排出每月要完成的投资。",
      ignore: "计划本来就集中在下半年，并有月度安排。",
    },
    en: {
      title: "Behind the year",
      condition:
        "The year's completion rate lies behind the elapsed share of the year by more than the pack's points. A ledger of an earlier month is measured by the end of that month; one of another year, or a project whose planned start has not come, is not.",
      message: (say) =>
        `${say.percent("rate")} of the year's plan is done and ${say.percent("elapsed")} of the year has passed${toldEn(say)}: ${say.points("points")} points behind.`,
      why: "Progress is reported monthly.",
      how: "Find out why, and set figures for each month.",
      ignore: "The plan falls into the second half, month by month.",
    },
  },
  A802: {
    zh: {
      title: "亮红灯",
      condition:
        "按政策包选用的亮灯办法，开工、进度或纳统该亮红灯。台账写明是前几个月的，按那时判断；写明是往年的不判断；还没到计划开工时间的，不因没有开工、没有完成投资亮红灯。",
      message: (say) =>
        say.text("kind") === "start"
          ? `计划${say.text("planned")}前开工，${toldZh(say) || "至今"}没有开工。`
          : say.text("kind") === "progress"
            ? `年度计划完成${say.percent("rate")}，${toldZh(say)}落后时间进度${say.points("points")}个百分点。`
            : `${say.text("started")}前已开工，${toldZh(say) || "至今"}没有纳统。`,
      why: "亮红灯的项目要通报、督办。",
      how: (say) => LIGHT_REMEDIES_ZH[say.text("kind")] ?? "",
      ignore: "受不可抗力影响，已报批准。",
    },
    en: {
      title: "Red light",
      condition:
        "By the pack's preset of lights, start, progress or statistics show red. A ledger of an earlier month is judged by the end of that month; one of another year is not, nor a project before its planned start for not having started or spent.",
      message: (say) =>
        say.text("kind") === "start"
          ? `Planned to start by ${say.text("planned")} and not started${toldEn(say)}.`
          : say.text("kind") === "progress"
            ? `${say.percent("rate")} of the year's plan is done: ${say.points("points")} points behind the year${toldEn(say)}.`
            : `Started by ${say.text("started")} and not in the statistics${toldEn(say)}.`,
      why: "Red lights are published and followed up.",
      how: (say) => LIGHT_REMEDIES_EN[say.text("kind")] ?? "",
      ignore: "Force majeure, reported and accepted.",
    },
  },
  A803: {
    zh: {
      title: "名次未进前列",
      condition: "目标责任表里的位次在政策包规定的名次以外。",
      message: (say) => `“${say.text("indicator")}”排第${say.figure("rank")}名，未进前${say.figure("top")}名。`,
      why: (say) => `牵头部门考核降低${say.figure("grades")}个等次，并作专题汇报。`,
      how: (say) =>
        say.has("department")
          ? `由${say.text("department")}分析差距，准备专题汇报。`
          : "确定牵头部门，分析差距并准备专题汇报。",
      ignore: "位次不是最终结果，等正式通报。",
    },
    en: {
      title: "Rank beyond the first",
      condition: "A rank in the sheet of targets lies beyond the pack's number.",
      message: (say) =>
        `“${say.text("indicator")}” ranks ${say.figure("rank")}, beyond the first ${say.figure("top")}.`,
      why: (say) => `The lead department loses ${say.figure("grades")} grade and reports.`,
      how: (say) =>
        say.has("department")
          ? `${say.text("department")} analyses the gap and prepares a report.`
          : "Name the lead, analyse the gap and prepare a report.",
      ignore: "The rank is not final.",
    },
  },
  A804: {
    zh: {
      title: "报送逾期",
      condition: "目标责任表里，完成时限已过，完成情况还是空的。",
      message: (say) => `“${say.text("indicator")}”应在${say.text("due")}前报送，至今没有填。`,
      why: "有关单位要按时限要求及时提供数据。",
      how: (say) => (say.has("department") ? `请${say.text("department")}马上补报。` : "确定责任部门，马上补报。"),
      ignore: "上级数据尚未发布，已说明。",
    },
    en: {
      title: "Reported late",
      condition: "In the sheet of targets the due day has passed and the figure is blank.",
      message: (say) => `“${say.text("indicator")}” was due by ${say.text("due")} and is blank.`,
      why: "Figures are to be given in time.",
      how: (say) =>
        say.has("department")
          ? `${say.text("department")} reports at once.`
          : "Name the department and report at once.",
      ignore: "The superior's figures are not published yet.",
    },
  },
};

/** A ledger of April says nothing of June. */
function toldZh(say: Say): string {
  return say.has("until") ? `台账写到${say.text("until")}，` : "";
}

function toldEn(say: Say): string {
  return say.has("until") ? ` by ${say.text("until")}, where the ledger ends` : "";
}
