/** Group R: the reserve as a whole. */
import type { RuleWords } from "../ruleWords";
import { figureText, type Say } from "../say";

export const RESERVE: Readonly<Record<string, RuleWords>> = {
  R501: {
    zh: {
      title: "储备目标进度",
      condition:
        "从目标起算日起新增的储备项目，个数或总投资没有达到目标；过了期限为错误，之前为提醒。只校核一个部门的台账，而目标是全县的，只说本部门计入多少（建议），不判完成与否。",
      message: (say) =>
        isPart(say)
          ? `校核的都是${say.text("department")}的项目，${say.has("until") ? `台账写到${say.text("until")}，` : ""}${countedZh(say)}；` +
            `全县目标${say.figure("wantedCount")}个、${yi(say.number("wantedWan"))}（${say.text("by")}前）汇总各部门后认定。`
          : `${say.has("department") ? say.text("department") : "校核的台账"}新增${say.figure("count")}个、${yi(say.number("wan"))}` +
            `${say.has("until") ? `（台账写到${say.text("until")}）` : ""}，` +
            missingOf(say) +
            (say.number("passed") === 1
              ? `，期限${say.text("by")}已过。`
              : say.number("workdays") < 0
                ? `，期限${say.text("by")}。`
                : `，到${say.text("by")}还有${say.figure("workdays")}个工作日` +
                  (say.number("missingCount") > 0 ? `，每周需增${say.figure("perWeek")}个。` : "。")),
      why: (say) =>
        `${isPart(say) ? "全县目标" : "目标"}是${say.text("by")}前新增不少于${say.figure("wantedCount")}个、${yi(say.number("wantedWan"))}` +
        (isPart(say) ? "，一个部门的台账只是其中一部分。" : "。"),
      how: (say) =>
        isPart(say)
          ? "核对本部门项目的入库时间是否漏填；要看全县进度，请校核全县储备库，或者汇总各部门的台账。"
          : "抓紧谋划补充项目，并核对已有项目的入库时间是否漏填。",
      ignore: "目标已由县里调整，请更新政策包里的目标；部门有自己的任务的，写进政策包就按部门的任务判断。",
    },
    en: {
      title: "Reserve target",
      condition:
        "New reserve projects since the target's first day miss its number or amount; an error after the day, a warning before. Over one department's own ledger, where the target is the county's, only what it adds is said, as a hint.",
      message: (say) =>
        isPart(say)
          ? `All projects are of ${say.text("department")}${say.has("until") ? `, told until ${say.text("until")}` : ""}: ${say.figure("count")} projects and ${say.wan("wan")} count as added. ` +
            `The county's target of ${say.figure("wantedCount")} projects and ${say.wan("wantedWan")} by ${say.text("by")} is judged over all departments.`
          : `${say.has("department") ? say.text("department") : "The ledgers checked"} added ${say.figure("count")} projects, ${say.wan("wan")}` +
            `${say.has("until") ? ` (told until ${say.text("until")})` : ""}; ` +
            `${say.figure("missingCount")} and ${say.wan("missingWan")} are missing` +
            (say.number("passed") === 1
              ? `, and ${say.text("by")} has passed.`
              : say.number("workdays") < 0
                ? ` by ${say.text("by")}.`
                : `, with ${say.figure("workdays")} working days to ${say.text("by")}: ${say.figure("perWeek")} a week.`),
      why: (say) =>
        `The ${isPart(say) ? "county's " : ""}target is ${say.figure("wantedCount")} projects and ${say.wan("wantedWan")} by ${say.text("by")}` +
        (isPart(say) ? "; one department's ledger is a part of it." : "."),
      how: (say) =>
        isPart(say)
          ? "Check whether entry dates were left out. For the county, check its whole reserve or collect the departments' ledgers."
          : "Plan more projects, and check whether entry dates were left out.",
      ignore:
        "The target was changed: update it in the pack. A department with a task of its own is judged by it once the pack holds it.",
    },
  },
  R502: {
    zh: {
      title: "阶段倒退或跳级",
      condition: "与上次报送相比，项目阶段倒退，或一次跨过不止一级。",
      message: (say) =>
        `阶段由“${say.text("was")}”${say.text("kind") === "back" ? "退到" : "跳到"}“${say.text("now")}”。`,
      why: "项目按谋划、储备、申报、建设逐级推进。",
      how: "核对阶段；确有其事的，在备注说明原因。",
      ignore: "两次报送间隔较长，中间阶段已经走完。",
    },
    en: {
      title: "Stage back or skipped",
      condition: "Against the last submission the stage went back, or over more than one.",
      message: (say) =>
        `The stage went ${say.text("kind") === "back" ? "back" : "ahead"} from “${say.text("was")}” to “${say.text("now")}”.`,
      why: "Projects move stage by stage.",
      how: "Check the stage, or give the reason in the remarks.",
      ignore: "The stages between were passed since then.",
    },
  },
  R503: {
    zh: {
      title: "符合方向的占比偏低",
      condition:
        "储备项目里符合上级资金支持方向的，占比不高于政策包规定的比例。储备台账算全部项目；别的台账只算谋划、储备、申报阶段的，在建、竣工的不算。",
      message: (say) =>
        `${say.figure("count")}个储备项目中，符合支持方向的${say.figure("fitting")}个，占${say.percent("share")}。`,
      why: (say) => `占比不高于${say.percent("wanted")}，储备结构需要优化。`,
      how: "补充符合投向的项目，替换不符合的。",
      ignore: "本次只报自筹项目。",
    },
    en: {
      title: "Too few fit the support",
      condition:
        "Of the reserve's projects too small a share lies in what the state's funds support. A ledger of the reserve counts whole; of any other only what is planned, reserved or applied for, no works under way.",
      message: (say) => `Of ${say.figure("count")} projects ${say.figure("fitting")} fit: ${say.percent("share")}.`,
      why: (say) => `A share of ${say.percent("wanted")} or less calls for a better mix.`,
      how: "Add projects that fit and replace those that do not.",
      ignore: "Only own-funded projects are reported this time.",
    },
  },
  R504: {
    zh: {
      title: "储备信息过期未更新",
      condition: "更新时间早于政策包规定的天数。",
      message: (say) => `${say.text("updated")}之后已有${say.figure("days")}天没有更新。`,
      why: (say) => `超过${say.figure("most")}天没有更新，进展和数字可能已经变了。`,
      how: "核对进展，更新内容和更新时间。",
      ignore: "项目暂停，没有变化。",
    },
    en: {
      title: "Not kept up to date",
      condition: "The day of the last update is older than the pack's days.",
      message: (say) => `Not updated since ${say.text("updated")}: ${say.figure("days")} days.`,
      why: (say) => `After ${say.figure("most")} days progress and figures may have changed.`,
      how: "Check the progress and update the row.",
      ignore: "The project stands still.",
    },
  },
  R505: {
    zh: {
      title: "调出项目未补进",
      condition: "调出、退出的项目比写明补进的多，这一行没有写补进哪个项目。",
      message: (say) => `调出${say.figure("gone")}个，写明补进的${say.figure("named")}个，本行没有补进项目。`,
      why: "有项目调整的，要补进其他项目。",
      how: "在补进项目一栏写明用哪个项目替换。",
      ignore: "经批准不再补进。",
    },
    en: {
      title: "Left and not replaced",
      condition: "More projects left than replacements are named, and this row names none.",
      message: (say) => `${say.figure("gone")} left, ${say.figure("named")} replacements are named, none in this row.`,
      why: "For what leaves, something else is put in.",
      how: "Name the project that replaces it.",
      ignore: "It was approved that nothing replaces it.",
    },
  },
  R506: {
    zh: {
      title: "申报项目不在储备库",
      condition: "申报阶段的项目，在同一份工作簿的储备库里找不到。",
      message: (say) => `储备库（表“${say.text("sheet")}”）里没有这个申报项目。`,
      why: "申报的项目应当从储备库里产生。",
      how: "先补进储备库；名称不一致的改成一致。",
      ignore: "储备库台账不全，正在补录。",
    },
    en: {
      title: "Applying, not in reserve",
      condition: "An applying project is not found in the reserve of the same workbook.",
      message: (say) => `The reserve (sheet “${say.text("sheet")}”) does not hold this project.`,
      why: "What is applied for comes from the reserve.",
      how: "Put it into the reserve, or make the names agree.",
      ignore: "The reserve's ledger is being completed.",
    },
  },
  R507: {
    zh: {
      title: "储备领域空白",
      condition: "县里点名要谋划的领域，储备库里一个项目也没有。",
      message: (say) => `“${say.text("area")}”领域还没有储备项目。`,
      why: "县里要求在这些领域多谋划、多储备。",
      how: "围绕这个领域谋划项目。",
      ignore: "本县没有这方面的条件。",
    },
    en: {
      title: "Area without a project",
      condition: "An area of the county's list has no project in the reserve.",
      message: (say) => `No project lies in “${say.text("area")}”.`,
      why: "The county wants projects in these areas.",
      how: "Plan projects in this area.",
      ignore: "The county has no conditions for it.",
    },
  },
  R508: {
    zh: {
      title: "部门无项目",
      condition: "部门名录里的部门，在报来的台账里一个项目也没有；只校核一个部门自己的台账时不提示。",
      message: (say) => `${say.text("department")}一个项目也没有。`,
      why: "各部门都要谋划争取项目。",
      how: "提醒该部门报送，或核对台账里的部门名称。",
      ignore: "该部门不承担项目任务。",
    },
    en: {
      title: "Department without a project",
      condition: "A department of the roster has no project in the ledgers; not said over one department's own ledger.",
      message: (say) => `${say.text("department")} has no project.`,
      why: "Every department is to plan projects.",
      how: "Ask the department, or check its name in the ledgers.",
      ignore: "The department has no such task.",
    },
  },
  R509: {
    zh: {
      title: "未列规划依据",
      condition: "台账有“规划依据”一列，储备或申报的项目没有填。",
      message: (say) => `到了${say.text("stage")}阶段，没有填规划依据。`,
      why: "谋划的项目要与省市县的项目安排和工作规划衔接，不符合规划的申报时会被退回。",
      how: "填写所依据的规划和条目；没有的，先争取列入规划。",
      ignore: "该类项目不要求列入规划。",
    },
    en: {
      title: "No plan is named",
      condition: "The ledger has a column for the plan, and a reserved or applying project leaves it blank.",
      message: (say) => `At ${say.text("stage")}, and no plan is named.`,
      why: "Projects are to follow the plans of province, city and county.",
      how: "Name the plan and its item, or have the project included in one.",
      ignore: "Projects of this kind need no plan.",
    },
  },
};

/** One department's share in the county's target. */
function isPart(say: Say): boolean {
  return say.text("kind") === "part";
}

function countedZh(say: Say): string {
  if (say.number("count") === 0) return `${say.text("since")}以来还没有项目计入新增`;
  return `新增计入${say.figure("count")}个、${yi(say.number("wan"))}`;
}

/** Targets are set in 亿元. */
function yi(wan: number): string {
  return `${figureText(wan / 10000)}亿元`;
}

/** Of the target's two figures one may be reached before the other: nobody lacks 0 of anything. */
function missingOf(say: Say): string {
  const [count, wan] = [say.number("missingCount"), say.number("missingWan")];
  if (count === 0) return `个数已完成，总投资距目标差${yi(wan)}`;
  const projects = `${say.figure("missingCount")}个`;
  return wan === 0 ? `总投资已完成，距目标差${projects}` : `距目标差${projects}、${yi(wan)}`;
}
