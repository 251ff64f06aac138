/** Counts work and not time: how often the blocks of our own code ran, as the engine's precise coverage counts them. */
import { Session, type Profiler } from "node:inspector";

/** Runs of all blocks of `src` (and of the slow example) from the last call to this one. Begin before the code is loaded: what is compiled earlier is counted by function only. */
export interface WorkCounter {
  readonly since: () => number;
  readonly stop: () => void;
}

export function countWork(): WorkCounter {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    since: () => taken(session).reduce((sum, script) => sum + runsIn(script), 0),
    stop() {
      session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}

/** The counters begin anew with each taking. */
function taken(session: Session): readonly Profiler.ScriptCoverage[] {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  // With a session of its own process the answer is there when the call returns.
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error) throw error;
    scripts = result;
  });
  return scripts.filter(({ url }) =>
    /[\\/](?:src[\\/](?:rules|findings|measure|ledger|policy|reserve)|test[\\/]rules[\\/]quadratic)/.test(url),
  );
}

function runsIn({ functions }: Profiler.ScriptCoverage): number {
  return functions.reduce((sum, { ranges }) => sum + ranges.reduce((of, { count }) => of + count, 0), 0);
}
