/** Between two submissions a project moves one stage on, never back and never over one. */
import { findStage } from "../policy/recognise";
import { everyProject } from "./alike";
import { DISPATCH_MEETING } from "./bases";
import { stageOf } from "./lookups";
import { projectsBefore } from "./previously";
import { ledgerRule } from "./rule";

const BASE = {
  name: "双桥镇集镇改造工程",
  department: "住房和城乡建设局",
  totalInvestment: 4300,
  scale: "改造街道3.2公里",
  channel: "一般债券",
};

export default ledgerRule({
  code: "R502",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "谋划一批、储备一批、申报一批、建设一批" },
  seed: ["B18"],
  needs: ["stage", "name"],
  on: "2025-06-20",
  good: [
    { rows: [{ ...BASE, stage: "申报" }], before: [{ ...BASE, stage: "储备" }] },
    { rows: [{ ...BASE, stage: "调出" }], before: [{ ...BASE, stage: "申报" }] },
  ],
  bad: [
    { rows: [{ ...BASE, stage: "谋划" }], before: [{ ...BASE, stage: "申报" }] },
    { rows: [{ ...BASE, stage: "在建" }], before: [{ ...BASE, stage: "储备" }] },
  ],
  *check({ ledgers, baseline, pack }) {
    if (!baseline) return;
    const before = projectsBefore(baseline.projects);
    for (const { ledger, project } of everyProject(ledgers)) {
      const stage = before.get(project.key)?.stage ?? null;
      const was = stage === null ? null : findStage(pack, stage);
      const now = stageOf(pack, project);
      // 前期, 调出 and their like stand outside the sequence.
      if (!was || !now || was.order === 0 || now.order === 0) continue;
      const step = now.order - was.order;
      if (step === 0 || step === 1) continue;
      const args = { was: was.name, now: now.name, kind: step < 0 ? "back" : "skipped" };
      yield { ledger, project, row: project.row, fields: ["stage"], args };
    }
  },
});
