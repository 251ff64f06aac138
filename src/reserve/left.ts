/** Whether a project has left the reserve. */
import type { Project } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { findStage } from "../policy/recognise";

const byStage = new WeakMap<Pack, Map<string, boolean>>();

/** Stages are few and rows many: what the pack says of a stage is looked up once. */
export function hasLeft({ values: { stage } }: Project, pack: Pack): boolean {
  if (stage === undefined) return false;
  let known = byStage.get(pack);
  if (!known) byStage.set(pack, (known = new Map()));
  let left = known.get(stage);
  if (left === undefined) known.set(stage, (left = findStage(pack, stage)?.left ?? false));
  return left;
}
