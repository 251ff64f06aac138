/** How well areas and negative classes are told from names: accuracy, precision, recall, confusion, with the words that decided. */
import type { JudgeName, Judgement } from "../../src/policy/judge";

export type Kind = "area" | "negative" | "trap";

export interface NamedCase {
  readonly name: string;
  /** The official area, or the negative class. */
  readonly area: string;
  readonly kind: Kind;
}

export interface AreaScore {
  readonly cases: number;
  /** Area and trap rows; an abstention is a miss. */
  readonly right: number;
  readonly ofAreas: number;
  /** Negative rows: the right class named; `wrongClass` counts as missed and as falsely named. */
  readonly negative: {
    readonly found: number;
    readonly missed: number;
    readonly falselyNamed: number;
    readonly f1: number;
  };
  /** true → concluded → how often. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly lines: readonly {
    readonly case: NamedCase;
    readonly judged: Judgement;
    readonly concluded: string;
    readonly hit: boolean;
  }[];
}

export const ABSTAINED = "（未定）";

export function scoreAreas(cases: readonly NamedCase[], judge: JudgeName): AreaScore {
  const lines = cases.map((each) => {
    const judged = judge(each.name);
    const concluded =
      each.kind === "negative" ? (judged.negative?.class ?? "（未列负面）") : (judged.area.is ?? ABSTAINED);
    return { case: each, judged, concluded, hit: concluded === each.area };
  });
  const areas = lines.filter(({ case: { kind } }) => kind !== "negative");
  const negatives = lines.filter(({ case: { kind } }) => kind === "negative");
  const found = negatives.filter(({ hit }) => hit).length;
  const missed = negatives.length - found;
  const wrongClass = negatives.filter(({ hit, judged }) => !hit && judged.negative !== null).length;
  const falselyNamed = areas.filter(({ judged }) => judged.negative !== null).length + wrongClass;

  const confusion = new Map<string, Map<string, number>>();
  for (const { case: each, concluded } of lines) {
    const row = confusion.get(each.area) ?? new Map<string, number>();
    row.set(concluded, (row.get(concluded) ?? 0) + 1);
    confusion.set(each.area, row);
  }
  return {
    cases: lines.length,
    right: areas.filter(({ hit }) => hit).length,
    ofAreas: areas.length,
    negative: { found, missed, falselyNamed, f1: found === 0 ? 0 : (2 * found) / (2 * found + missed + falselyNamed) },
    confusion,
    lines,
  };
}

/** Wilson's interval at 95 %. */
export function wilson(right: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - spread) / scale, (middle + spread) / scale];
}

/** Rows of a CSV with a heading; where it has a column `sure`, only the rows with 1. */
export function readCases(csv: string): NamedCase[] {
  const [heading, ...rows] = csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(splitRow);
  if (!heading) return [];
  const column = (name: string): number => heading.indexOf(name);
  const [name, area, kind, sure] = [column("name"), column("area"), column("kind"), column("sure")];
  if (name < 0 || area < 0) throw new Error("表头须有 name 和 area 两列（另可有 kind、made、sure）");
  return rows
    .filter((row) => sure < 0 || row[sure]?.trim() === "1")
    .map((row) => ({ name: row[name] ?? "", area: row[area]?.trim() ?? "", kind: kindOf(row[kind], row[area]) }));
}

const NEGATIVE_CLASSES = ["楼堂馆所", "形象工程", "主题公园/仿古城/特色小镇商业", "商业房地产", "一般竞争性产业项目"];

function kindOf(stated: string | undefined, area: string | undefined): Kind {
  const kind = stated?.trim();
  if (kind === "area" || kind === "negative" || kind === "trap") return kind;
  return NEGATIVE_CLASSES.includes(area?.trim() ?? "") ? "negative" : "area";
}

function splitRow(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}

export interface FoldedScore {
  readonly folds: number;
  /** What the other folds chose, fold by fold. */
  readonly chosen: readonly number[];
  readonly right: number;
  readonly of: number;
}

/** A fitted figure (the margin below which the judge abstains, a group's weight), chosen on all folds but one and scored on that one, in turn. */
export function foldChoices(
  cases: readonly NamedCase[],
  judgeWith: (candidate: number) => JudgeName,
  candidates: readonly number[],
  folds: number,
): FoldedScore {
  const ofAreas = cases.filter(({ kind }) => kind !== "negative");
  const hits = candidates.map((candidate) => scoreAreas(ofAreas, judgeWith(candidate)).lines.map(({ hit }) => hit));
  const rightIn = (candidate: number, takes: (fold: number) => boolean): number =>
    (hits[candidate] ?? []).filter((hit, index) => hit && takes(index % folds)).length;
  const chosen: number[] = [];
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const trained = candidates.map((_, candidate) => rightIn(candidate, (of) => of !== fold));
    // Of equally good ones the largest: a margin then asks where deciding gains nothing, a stated frame is heard.
    const best = trained.lastIndexOf(Math.max(...trained));
    chosen.push(candidates[best] ?? 0);
    right += rightIn(best, (of) => of === fold);
  }
  return { folds, chosen, right, of: ofAreas.length };
}

export function foldReport(what: string, { folds, chosen, right, of }: FoldedScore): string {
  const [low, high] = wilson(right, of);
  return (
    `${String(folds)} 折交叉验证（${what}由其余各折选定：${chosen.map(String).join("、")}）` +
    `领域准确率 ${percent(right / Math.max(1, of))}（95% 区间 ${percent(low)}—${percent(high)}）`
  );
}

/** The whole score as text: figures, confusion, the deciding words of every name, and the misses. */
export function areaReport(score: AreaScore): string {
  const [low, high] = wilson(score.right, score.ofAreas);
  const { found, missed, falselyNamed, f1 } = score.negative;
  const [lowRecall, highRecall] = wilson(found, found + missed);
  const misses = score.lines.filter(
    ({ hit, case: { kind }, judged }) => !hit || (kind !== "negative" && judged.negative !== null),
  );
  return [
    "逐项",
    ...score.lines.map(
      ({ case: each, judged, concluded, hit }) =>
        `${hit ? "  " : "✗ "}${each.name} → ${concluded} ${evidence(judged, each.kind)}`,
    ),
    "",
    "混淆表（应为 → 判为）",
    ...[...score.confusion].map(
      ([truth, row]) =>
        `${truth}：${[...row]
          .sort((a, b) => b[1] - a[1])
          .map(([to, count]) => `${to} ${String(count)}`)
          .join("，")}`,
    ),
    "",
    `未中与误报 ${String(misses.length)} 条`,
    ...misses.map(({ case: each, judged, concluded }) => {
      const alarm =
        each.kind !== "negative" && judged.negative
          ? `；误列 ${judged.negative.class}（${judged.negative.by.join("、")}）`
          : "";
      return `  ${each.name}：应为 ${each.area}，判为 ${concluded} ${evidence(judged, each.kind)}${alarm}`;
    }),
    "",
    `领域准确率 ${percent(score.right / Math.max(1, score.ofAreas))}（${String(score.right)}/${String(score.ofAreas)}，95% 区间 ${percent(low)}—${percent(high)}）`,
    `负面清单 精确率 ${percent(found / Math.max(1, found + falselyNamed))} 召回率 ${percent(found / Math.max(1, found + missed))}` +
      `（95% 区间 ${percent(lowRecall)}—${percent(highRecall)}）F1 ${percent(f1)}`,
  ].join("\n");
}

function evidence(judged: Judgement, kind: Kind): string {
  const { by, margin, next } = judged.area;
  const area = `［${by.join("、")}；差 ${String(margin)}${next === null ? "" : `；次 ${next}`}］`;
  return kind === "negative" && judged.negative ? `［${judged.negative.by.join("、")}］` : area;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
