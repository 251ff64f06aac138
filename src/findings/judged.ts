/** Judgements kept by name and content, so that a text is classified once however many rules ask. */
import type { Judge, Judgement } from "../policy/judge";

export function rememberJudgements(judge: Judge): Judge {
  const byName = new Map<string, Judgement>();
  const byContent = new Map<string, Map<string, Judgement>>();
  return (name, content = "") => {
    let known = byName;
    if (content !== "") {
      const named = byContent.get(name);
      known = named ?? new Map<string, Judgement>();
      if (!named) byContent.set(name, known);
    }
    const key = content === "" ? name : content;
    const judged = known.get(key) ?? judge(name, content === "" ? undefined : content);
    known.set(key, judged);
    return judged;
  };
}
