/** Whose long tasks they are: a trace with a profile, and the source maps that lead from a built script back to its package. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, join, resolve } from "node:path";

/** What the browser is asked to note for it. */
export const ATTRIBUTED = ["toplevel", "blink.user_timing", "disabled-by-default-v8.cpu_profiler"];

/** `pane` is what every host has of ours; `opening` what the workbench alone does to read a file and lay it out. */
export type Owner = "pane" | "opening" | "engine" | "react" | "browser";

export interface OwnedTask {
  /** Milliseconds of the processor. */
  readonly lasts: number;
  /** The same by who worked, as the samples say. */
  readonly by: Readonly<Record<Owner, number>>;
  /** Who worked longest. */
  readonly owner: Owner;
}

export interface TraceEvent {
  readonly name: string;
  readonly id?: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: of the clock, and of the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: ProfileData };
}

interface ProfileData {
  readonly startTime?: number;
  readonly timeDeltas?: readonly number[];
  readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: Frame;
}

interface Frame {
  readonly functionName: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

interface Sample {
  readonly at: number;
  readonly lasts: number;
  readonly owner: Owner;
}

/** Tasks of the page's thread after `mark` that take longer than `longer` milliseconds of the processor. */
export function ownedTasks(events: readonly TraceEvent[], built: string, mark: string, longer: number): OwnedTask[] {
  const began = events.find(({ name }) => name === mark);
  if (!began) throw new Error(`the trace has no mark “${mark}”`);
  const isPage = ({ pid, tid }: TraceEvent): boolean => pid === began.pid && tid === began.tid;
  const samples = samplesOf(events, began.pid, ownerFinder(built));
  const long = events
    .filter((event) => isPage(event) && event.ts + (event.dur ?? 0) > began.ts && (event.tdur ?? 0) > longer * 1000)
    .sort((a, b) => a.ts - b.ts);
  // Tasks stand inside each other in a trace; the outermost is the one that kept the page.
  let end = 0;
  const outermost = long.filter(({ ts, dur = 0 }) => {
    const isOuter = ts >= end;
    if (isOuter) end = ts + dur;
    return isOuter;
  });
  return outermost.map((task) => ownedTask(task, samples));
}

function ownedTask({ ts, dur = 0, tdur = 0 }: TraceEvent, samples: readonly Sample[]): OwnedTask {
  const by: Record<Owner, number> = { pane: 0, opening: 0, engine: 0, react: 0, browser: 0 };
  const within = samples.filter(({ at }) => at >= ts && at < ts + dur);
  const all = within.reduce((sum, { lasts }) => sum + lasts, 0);
  const lasts = tdur / 1000;
  for (const sample of within) by[sample.owner] += (sample.lasts / all) * lasts;
  const [owner] = (Object.keys(by) as Owner[]).sort((a, b) => by[b] - by[a]);
  return { lasts, by, owner: owner ?? "browser" };
}

/** A sample belongs to whose function was innermost; the browser's own (layout, memory) to nobody. */
function samplesOf(events: readonly TraceEvent[], pid: number, ownerOf: (frame: Frame) => Owner): Sample[] {
  const owners = new Map<string, Owner>();
  const clocks = new Map<string, number>();
  const samples: Sample[] = [];
  for (const { name, id = "", pid: process, args } of events) {
    const data = args?.data;
    if (process !== pid || !data) continue;
    if (name === "Profile") clocks.set(id, data.startTime ?? 0);
    if (name !== "ProfileChunk") continue;
    for (const node of data.cpuProfile?.nodes ?? []) {
      const own = node.callFrame.url ? ownerOf(node.callFrame) : null;
      const isCalled = node.callFrame.functionName !== "(garbage collector)" && node.parent !== undefined;
      const caller = isCalled ? owners.get(`${id}|${String(node.parent)}`) : undefined;
      owners.set(`${id}|${String(node.id)}`, own ?? caller ?? "browser");
    }
    let at = clocks.get(id) ?? 0;
    for (const [index, node] of (data.cpuProfile?.samples ?? []).entries()) {
      const lasts = data.timeDeltas?.[index] ?? 0;
      at += lasts;
      samples.push({ at, lasts, owner: owners.get(`${id}|${String(node)}`) ?? "browser" });
    }
    clocks.set(id, at);
  }
  return samples;
}

/** `built` holds the scripts with their maps beside them. */
function ownerFinder(built: string): (frame: Frame) => Owner {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (script: string): SourceMap | null => {
    const known = maps.get(script);
    if (known !== undefined) return known;
    const map = readMap(script);
    maps.set(script, map);
    return map;
  };
  return ({ url = "", lineNumber = 0, columnNumber = 0 }) => {
    if (!url.startsWith("http")) return "browser";
    const script = join(built, decodeURIComponent(new URL(url).pathname));
    const found = mapOf(script)?.findEntry(lineNumber, columnNumber);
    // Where nothing is mapped the declared text is missing all the same.
    const source = found && "originalSource" in found ? (found.originalSource as string | undefined) : undefined;
    // Named as seen from the script, which may itself stand among packages.
    return source === undefined ? "browser" : ownerOfSource(resolve(dirname(script), source).replaceAll("\\", "/"));
  };
}

function readMap(script: string): SourceMap | null {
  try {
    return new SourceMap(
      JSON.parse(readFileSync(`${script}.map`, "utf8")) as ConstructorParameters<typeof SourceMap>[0],
    );
  } catch {
    return null;
  }
}

/** Beside the engine's own packages, what they alone bring along. */
export function ownerOfSource(source: string): Owner {
  if (/\/src\/hosts\/file\/|\/node_modules\/(hucre|fflate|@e965)\//.test(source)) return "opening";
  if (!source.includes("/node_modules/")) return source.includes("/workbench/") ? "opening" : "pane";
  return /node_modules\/(react|react-dom|scheduler|@fluentui|@griffel|use-sync-external-store)\//.test(source)
    ? "react"
    : /node_modules\/(zod|chinese-days)\//.test(source)
      ? "pane"
      : "engine";
}
