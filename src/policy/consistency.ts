/** What a schema cannot see in a pack: names that lead nowhere, ids used twice, days the wrong way round, a circle of procedures. */
import { PROCEDURE_TERMS } from "../measure/procedures";
import type { JsonPath } from "./jsonLines";
import type { Pack } from "./pack";
import { missingParameters } from "./parameters";

export interface Fault {
  readonly path: JsonPath;
  readonly says: string;
  readonly remedy: string;
}

const ENTRY_LISTS = [
  "channels",
  "areas",
  "areaSets",
  "focus",
  "negatives",
  "capitalMinimums",
  "procedures",
  "stages",
  "targets",
  "roster",
  "lights",
  "ranks",
  "scoring",
  "priorities",
  "policies",
] as const satisfies readonly (keyof Pack)[];

export function consistencyFaults(pack: Pack): Fault[] {
  return [
    ...periodFaults(["to"], pack),
    ...ENTRY_LISTS.flatMap((list) => entryListFaults(list, pack[list])),
    ...doubleIds("edges", pack.edges),
    ...referenceFaults(pack),
    ...targetFaults(pack),
    ...circleFaults(pack),
    ...formFaults(pack),
    ...classFaults(pack),
    ...parameterFaults(pack),
  ];
}

function parameterFaults(pack: Pack): Fault[] {
  return missingParameters(pack).map(({ code, name }) => ({
    path: ["rules", code],
    says: `规则 ${code} 缺少参数「${name}」`,
    remedy: "请补上这个参数，或关闭这条规则",
  }));
}

/** What words say of areas and negative classes is kept as the bits of one number (vocabulary.ts). */
const MOST_CLASSES = 32;

function classFaults({ areas, negatives }: Pack): Fault[] {
  const classes = areas.length + negatives.length;
  if (classes <= MOST_CLASSES) return [];
  const says = `areas 与 negatives 共 ${String(classes)} 条，多于 ${String(MOST_CLASSES)} 条`;
  return [{ path: ["areas"], says, remedy: "请合并或删去一些" }];
}

interface DatedEntry {
  readonly id: string;
  readonly from: string;
  readonly to?: string | undefined;
}

function entryListFaults(list: string, entries: readonly DatedEntry[]): Fault[] {
  return [...doubleIds(list, entries), ...entries.flatMap((entry, index) => periodFaults([list, index, "to"], entry))];
}

function doubleIds(list: string, entries: readonly { readonly id: string }[]): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  entries.forEach(({ id }, index) => {
    if (seen.has(id))
      faults.push({ path: [list, index, "id"], says: `编号「${id}」用了两次`, remedy: "请给其中一条改一个编号" });
    seen.add(id);
  });
  return faults;
}

function periodFaults(path: JsonPath, { from, to }: Pick<DatedEntry, "from" | "to">): Fault[] {
  if (to === undefined || from <= to) return [];
  return [{ path, says: `止于 ${to}，早于起始日 ${from}`, remedy: "请核对起止日期" }];
}

/** What is named must be listed somewhere. */
function referenceFaults(pack: Pack): Fault[] {
  const areas = new Set(pack.areas.map(({ name }) => name));
  const negatives = new Set(pack.negatives.map(({ id }) => id));
  const channels = new Set(pack.channels.map(({ id }) => id));
  const stages = new Set(pack.stages.map(({ id }) => id));
  const lights = new Set(pack.lights.map(({ id }) => id));
  const faults: Fault[] = [];
  const known = (names: ReadonlySet<string>, given: readonly string[], path: JsonPath, kind: string): void => {
    given.forEach((name, index) => {
      if (names.has(name)) return;
      const remedy = `请改为其中之一：${[...names].join("、")}；或先在 ${kind} 中加上它`;
      faults.push({ path: [...path, index], says: `「${name}」不在 ${kind} 之内`, remedy });
    });
  };
  pack.channels.forEach((channel, index) => {
    known(areas, channel.areas ?? [], ["channels", index, "areas"], "areas");
    known(negatives, channel.negative, ["channels", index, "negative"], "negatives");
    known(channels, channel.excludes, ["channels", index, "excludes"], "channels");
    known(stages, Object.keys(channel.procedures), ["channels", index, "procedures"], "stages");
  });
  pack.areaSets.forEach((set, index) => known(areas, set.areas, ["areaSets", index, "areas"], "areas"));
  known(lights, pack.rules["A802"]?.texts["preset"] ?? [], ["rules", "A802", "texts", "preset"], "lights");
  return faults;
}

function targetFaults(pack: Pack): Fault[] {
  return pack.targets.flatMap(({ countedFrom, by }, index) =>
    countedFrom <= by
      ? []
      : [{ path: ["targets", index, "by"], says: `截止日 ${by} 早于起算日 ${countedFrom}`, remedy: "请核对两个日期" }],
  );
}

/** A step without a stated form is given its longest time: too early a warning can be answered, one too late cannot. */
function formFaults(pack: Pack): Fault[] {
  return pack.procedures.flatMap(({ name, limit, forms }, index) =>
    forms.flatMap((form, at): Fault[] => {
      if (form.limit === null || limit === null || form.limit.unit !== limit.unit) return [];
      if (form.limit.count <= limit.count) return [];
      const path = ["procedures", index, "forms", at];
      return [{ path, says: `「${name}」的${form.name}长于它自己的时限`, remedy: "请把手续的时限改为各类中最长的" }];
    }),
  );
}

function stepName(step: Pack["edges"][number]["after"]): string {
  return step === "start" ? "开工" : PROCEDURE_TERMS[step];
}

/** No procedure may wait for itself. */
function circleFaults(pack: Pack): Fault[] {
  const settled = new Set<string>();
  const open = new Set<string>();
  const circles: Fault[] = [];

  function visit(key: string): boolean {
    if (settled.has(key)) return false;
    if (open.has(key)) return true;
    open.add(key);
    for (const [index, edge] of pack.edges.entries()) {
      if (edge.after !== key || !visit(edge.before)) continue;
      circles.push({
        path: ["edges", index],
        says: `「${stepName(edge.before)}」在「${stepName(edge.after)}」之前，绕成了一圈`,
        remedy: "请删去其中一条先后关系",
      });
      break;
    }
    open.delete(key);
    settled.add(key);
    return false;
  }

  for (const { after } of pack.edges) visit(after);
  return circles;
}
