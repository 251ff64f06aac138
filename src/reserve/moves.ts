/** How projects moved between stages since the last submission: 谋划 → 储备 → 申报 → 建设, who came and who left. */
import type { Baseline } from "../ledger/baseline";
import type { Ledger } from "../ledger/ledger";
import { projectsOnce } from "../ledger/together";
import type { Pack } from "../policy/pack";
import { findStage } from "../policy/recognise";

/** `from` is null for a project that came, `to` for one that is there no longer. */
export interface StageMove {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

export function stageMoves(ledgers: readonly Ledger[], pack: Pack, baseline: Baseline): readonly StageMove[] {
  const before = new Map(baseline.projects.map(({ key, stage }) => [key, stageName(stage ?? undefined, pack)]));
  const now = new Map<string, string>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const { key, values } of projectsOnce(ledger)) now.set(key, stageName(values.stage, pack));
  }
  const moves = new Map<string, { from: string | null; to: string | null; count: number }>();
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    const [from, to] = [before.get(key) ?? null, now.get(key) ?? null];
    if (from === to) continue;
    const name = JSON.stringify([from, to]);
    const move = moves.get(name) ?? { from, to, count: 0 };
    move.count++;
    moves.set(name, move);
  }
  return [...moves.values()];
}

function stageName(written: string | undefined, pack: Pack): string {
  if (written === undefined) return "未填写";
  return findStage(pack, written)?.name ?? written;
}
