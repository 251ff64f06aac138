/** What is concluded of each project, kept so that a text is read once however many rules ask. */
import type { Project } from "../ledger/ledger";
import type { Judge, Judgement, Verdict } from "../policy/judge";

export interface Judged {
  /** With the words that decided; read anew at each call. */
  readonly judge: (project: Project) => Judgement;
  readonly verdict: (project: Project) => Verdict;
}

/** How far ahead a project is looked for: rules ask in the order of rows, some for a part of them. */
const NEARBY = 16;
const UNKNOWN = -1;

/** `projects` in the order in which they will be asked for. */
export function judgedProjects(judge: Judge, projects: readonly Project[]): Judged {
  const verdicts: (Verdict | undefined)[] = projects.map(() => undefined);
  let recent = 0;
  let places: Map<Project, number> | null = null;
  const placeOf = (project: Project): number => {
    for (let step = 0; step < NEARBY; step++) {
      const place = (recent + step) % projects.length;
      if (projects[place] === project) return (recent = place);
    }
    places ??= new Map(projects.map((each, place) => [each, place]));
    return (recent = places.get(project) ?? UNKNOWN);
  };
  return {
    judge: ({ values }) => judge(values.name ?? "", values.scale),
    verdict(project) {
      const place = placeOf(project);
      const known = verdicts[place];
      if (known) return known;
      const verdict = judge.verdict(project.values.name ?? "", project.values.scale);
      if (place !== UNKNOWN) verdicts[place] = verdict;
      return verdict;
    },
  };
}
