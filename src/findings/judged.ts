/** Judgements kept by project, so that a text is classified once however many rules ask. */
import type { Project } from "../ledger/ledger";
import type { Judge, Judgement } from "../policy/judge";

export type JudgeProject = (project: Project) => Judgement;

export function rememberJudgements(judge: Judge): JudgeProject {
  const known = new Map<Project, Judgement>();
  // The rules of one row ask one after the other.
  let recent: Project | null = null;
  let judged: Judgement | undefined;
  return (project) => {
    if (judged && project === recent) return judged;
    recent = project;
    judged = known.get(project);
    if (!judged) known.set(project, (judged = judge(project.values.name ?? "", project.values.scale)));
    return judged;
  };
}
