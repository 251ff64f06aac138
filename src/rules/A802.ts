/** A project that the preset's lights show red: not started, far behind, or not in the statistics. */
import type { Project } from "../ledger/ledger";
import { isOfAnotherYear, toldUntil } from "../ledger/ownTime";
import type { Stage } from "../policy/pack";
import { hasBegun } from "../reserve/begun";
import { progressLight, startLight, statisticsLight, type LightPreset } from "../reserve/lights";
import { behindTheYear, type Behind } from "./A801";
import { entryBasis } from "./entryBasis";
import { lightPreset } from "./lightPreset";
import { saysNo } from "./lookups";
import { rowRule, type Hit, type RowContext } from "./rule";

export default rowRule({
  code: "A802",
  severity: "warning",
  basis: { document: "重大项目红黄绿灯管理（银川，2025-03-18）", confidence: "M" },
  seed: ["A27"],
  needs: [
    ["startPlanned", "completedThisYear", "inStatistics"],
    ["startActual", "planThisYear", "stage"],
  ],
  on: "2025-06-20",
  good: [
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      startPlanned: "2025-06",
      startActual: "",
    },
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      startActual: "2025-02-10",
      inStatistics: "是",
    },
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      startPlanned: "2025-10",
      startActual: "",
      planThisYear: 3000,
      completedThisYear: 0,
    },
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      startActual: "2025-10",
      planThisYear: 3000,
      completedThisYear: 0,
    },
  ],
  bad: [
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      startPlanned: "2025-03",
      startActual: "",
    },
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      planThisYear: 3000,
      completedThisYear: 300,
      stage: "在建",
    },
    {
      name: "智慧停车场建设工程",
      department: "住房和城乡建设局",
      totalInvestment: 4000,
      startActual: "2025-02-10",
      inStatistics: "否",
    },
  ],
  prepareAt(context, stage) {
    const preset = lightPreset(context.pack);
    const { ledger, asOf } = context;
    // Nobody is told of last year's red lights.
    if (!preset || stage?.left || isOfAnotherYear(ledger, asOf)) return null;
    const day = toldUntil(ledger, asOf);
    const behindOf = behindTheYear(ledger, context);
    const lit: Lit = { stage, context, preset, day, until: day < asOf ? day : "", behindOf };
    return (project) => {
      let hits: Hit[] | null = null;
      for (const judge of LIGHTS) {
        const hit = judge(project, lit);
        if (hit) (hits ??= []).push({ ...hit, basis: entryBasis(preset) });
      }
      return hits;
    };
  },
});

const LIGHTS = [startHit, progressHit, statisticsHit] as const;

/** What the lights are judged by, beside the row itself. */
interface Lit {
  readonly stage: Stage | null;
  readonly context: RowContext;
  readonly preset: LightPreset;
  /** The last day of which the ledger can tell. */
  readonly day: string;
  /** The same where it is earlier than asOf; blank otherwise. */
  readonly until: string;
  readonly behindOf: (project: Project) => Behind | null;
}

function startHit(project: Project, { stage, context: { has }, preset, day, until }: Lit): Hit | null {
  const { startPlanned } = project.values;
  const started = hasBegun(project) || (stage !== null && !stage.beforeStart);
  if (project.unread.some(({ field }) => field === "startActual" || field === "completed" || field === "stage"))
    return null;
  // Without a column for it nobody can say that it did not start.
  if (!startPlanned || started || !(has("startActual") || stage)) return null;
  if (startLight(preset, startPlanned.to, false, day) !== "red") return null;
  return { fields: ["startPlanned"], args: { kind: "start", planned: startPlanned.to, until } };
}

function progressHit(project: Project, { behindOf, preset }: Lit): Hit | null {
  const behind = behindOf(project);
  if (behind === null || progressLight(preset, behind.points) !== "red") return null;
  return { fields: ["completedThisYear", "planThisYear"], args: { kind: "progress", ...behind } };
}

function statisticsHit(project: Project, { context: { has }, preset, day, until }: Lit): Hit | null {
  const { startActual, inStatistics } = project.values;
  if (!startActual || !has("inStatistics")) return null;
  const entered = inStatistics !== undefined && !saysNo(inStatistics) && !/^[未没]/.test(inStatistics);
  if (statisticsLight(preset, startActual.to, entered, day) !== "red") return null;
  return { fields: ["inStatistics", "startActual"], args: { kind: "statistics", started: startActual.to, until } };
}
