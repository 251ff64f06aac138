/** A trace as the browser writes it, cut down: a long task inside another, and whose functions were at work in them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ownedTasks, ownerOfSource, type TraceEvent } from "./attribution";

test.each([
  ["/project/node_modules/@univerjs/core/lib/es/index.js", "engine"],
  ["/project/node_modules/rxjs/dist/esm/index.js", "engine"],
  ["/project/node_modules/react-dom/index.js", "react"],
  ["/project/src/rules/C204.ts", "pane"],
  ["/project/taskpane/effects.ts", "pane"],
  ["/project/src/hosts/file/open.ts", "opening"],
  ["/project/workbench/xlsx/data.ts", "opening"],
])("what comes of %s is %s's", (source, owner) => {
  expect(ownerOfSource(source)).toBe(owner);
});

test("a long task is whose functions worked longest in it; what stands inside it and what is short is not counted", () => {
  const built = mkdtempSync(path.join(tmpdir(), "xm-owners-"));
  // One line of one script: its first column leads to a rule, its tenth to the engine.
  const map = { version: 3, names: [], mappings: "AAAA,UCAA", sources: ["../src/rules/C204.ts", ENGINE] };
  writeFileSync(path.join(built, "main.js.map"), JSON.stringify(map));
  const at = { pid: 1, tid: 7 };
  const events: TraceEvent[] = [
    { ...at, name: "mark", ts: 0 },
    { ...at, name: "RunTask", ts: 10_000, dur: 100_000, tdur: 80_000 },
    { ...at, name: "FunctionCall", ts: 11_000, dur: 90_000, tdur: 70_000 },
    { ...at, name: "RunTask", ts: 200_000, dur: 60_000, tdur: 20_000 },
    { ...at, tid: 8, name: "RunTask", ts: 300_000, dur: 90_000, tdur: 90_000 },
    { ...at, id: "p", name: "Profile", ts: 0, args: { data: { startTime: 10_000 } } },
    {
      ...at,
      id: "p",
      name: "ProfileChunk",
      ts: 120_000,
      args: {
        data: {
          timeDeltas: [10_000, 20_000, 60_000],
          cpuProfile: { nodes: [RULE, BUILTIN, UNIVER], samples: [1, 2, 3] },
        },
      },
    },
  ];
  const tasks = ownedTasks(events, built, "mark", 50);
  rmSync(built, { recursive: true });
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({ lasts: 80, owner: "engine" });
  // A function of the browser's own belongs to whoever called it.
  expect(Math.round(tasks[0]?.by.pane ?? 0)).toBe(27);
  expect(Math.round(tasks[0]?.by.engine ?? 0)).toBe(53);
});

const ENGINE = "../node_modules/@univerjs/core/index.js";
const SCRIPT = { url: "http://127.0.0.1:1/main.js", lineNumber: 0 };
const RULE = { id: 1, callFrame: { ...SCRIPT, functionName: "check", columnNumber: 0 } };
const BUILTIN = { id: 2, parent: 1, callFrame: { functionName: "map" } };
const UNIVER = { id: 3, callFrame: { ...SCRIPT, functionName: "render", columnNumber: 10 } };
