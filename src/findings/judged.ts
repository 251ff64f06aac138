/** Judgements kept by project, so that a text is classified once however many rules ask. */
import type { Project } from "../ledger/ledger";
import type { Judge, Judgement } from "../policy/judge";

export type JudgeProject = (project: Project) => Judgement;

export function rememberJudgements(judge: Judge): JudgeProject {
  const known = new Map<Project, Judgement>();
  return (project) => {
    let judgement = known.get(project);
    if (!judgement) known.set(project, (judgement = judge(project.values.name ?? "", project.values.scale)));
    return judgement;
  };
}
