/** 倒排工期表: for every project with a deadline the steps that are open, and the last day on which each must be accepted. */
import type { Project } from "../../ledger/ledger";
import type { ProcedureKey } from "../../measure/procedures";
import type { ExportSheet } from "../../sheet/exportSheet";
import type { ScheduledStep } from "../../policy/schedule";
import { FIELD_OF, isOpen } from "../../rules/steps";
import { deadlineOf, planBack, plannedDay, stepState, type Deadline, type StepState } from "../preparation";
import type { Run } from "../run";
import { formSheet } from "./form";
import { isoDay, STATE_WORDS } from "./notation";
import { projectsOf } from "./rows";
import { reporterOf } from "./standardTable";

const DEADLINES: Readonly<Record<Deadline["by"], string>> = {
  asked: "指定",
  due: "台账要求办结",
  start: "计划开工",
  target: "储备目标截止（立项）",
};
/** Of a step that no column asks for, and of one that nobody filled in, nothing is known: it may be done long since. */
const WORDS: Readonly<Record<StepState, string>> = { ...STATE_WORDS, unknown: "台账未填", absent: "台账未列" };
const UNITS = { workday: "个工作日", day: "日", month: "个月" } as const;

export function scheduleSheet(run: Run): ExportSheet | null {
  const { asOf } = run.options;
  const rows = projectsOf(run).flatMap(({ ledger, project }) => {
    const deadline = deadlineOf(run, ledger, project);
    const schedule = deadline && !project.values.startActual ? planBack(run, project, deadline) : null;
    if (!deadline || !schedule) return [];
    const { name = "", department } = project.values;
    return schedule.steps
      .filter(({ key, state }) => state !== "done" && isOpen(project, key, asOf))
      .map((step) => ({ ...step, said: stepState(ledger, project, step.key, asOf) }))
      .map((step) => [
        name,
        department ?? ledger.reporter,
        originOf(deadline, project, asOf),
        isoDay(deadline.day),
        step.name,
        step.department,
        step.limit === null ? "未查到" : `${String(step.limit.count)} ${UNITS[step.limit.unit]}`,
        WORDS[step.said],
        step.accepted === null ? null : isoDay(step.accepted),
        step.latestAcceptance === null ? null : isoDay(step.latestAcceptance),
        step.latestFinish === null ? null : isoDay(step.latestFinish),
        verdict(step, asOf),
      ]);
  });
  if (rows.length === 0) return null;
  return formSheet({
    name: "倒排工期表",
    title: "项目前期工作倒排工期表",
    reporter: reporterOf(run.ledgers),
    asOf,
    lines: [
      "从期限倒推每个手续最迟哪天受理；并联的手续按同时办理计。时限未查到的按 0 天计，实际会更紧。工作日已扣除节假日、计入调休上班。",
      "状态“台账未列”是台账没有这一列，“台账未填”是有这一列没有填：是否已办不知道，按未办推算，请核实；已办结的请补进台账。",
    ],
    columns: [
      { heading: "项目名称", format: "wrapped" },
      { heading: "责任部门", format: "text" },
      { heading: "期限由来", format: "text" },
      { heading: "期限", format: "day" },
      { heading: "手续", format: "text", width: 20 },
      { heading: "办理部门", format: "text" },
      { heading: "法定时限", format: "text", width: 12 },
      { heading: "状态", format: "text", width: 9 },
      { heading: "已受理", format: "day" },
      { heading: "最迟受理", format: "day" },
      { heading: "最迟办结", format: "day" },
      { heading: "提示", format: "text", width: 20 },
    ],
    rows,
  });
}

/** What a ledger plans for a day is not what somebody demands by it. */
function originOf({ by, goal }: Deadline, project: Project, asOf: string): string {
  const isPlanned =
    by === "due" && isProcedureKey(goal) && !project.values[FIELD_OF[goal]]?.due && plannedDay(project, goal, asOf);
  return isPlanned ? "台账计划办结" : DEADLINES[by];
}

function isProcedureKey(goal: Deadline["goal"]): goal is ProcedureKey {
  return goal in FIELD_OF;
}

interface Judged extends Pick<ScheduledStep, "tooLate" | "accepted" | "latestAcceptance"> {
  readonly said: StepState;
}

/** Nothing is too late that may be done already. */
function verdict({ said, tooLate, accepted, latestAcceptance }: Judged, asOf: string): string {
  if (accepted !== null) return "办理中";
  const ifOpen = said === "absent" || said === "unknown" ? "如未办，" : "";
  if (tooLate) return `${ifOpen}已来不及`;
  return latestAcceptance === asOf ? `${ifOpen}今天最后一天` : "";
}
