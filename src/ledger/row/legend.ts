/** 「注：√已办结，○正在办理，△未办理」: signs that a sheet defines for the states of its procedures. */
import { readProcedureCell } from "../../measure/procedureCell";
import { normaliseText } from "../../measure/text";
import type { ProcedureState } from "../../measure/types";
import type { SheetRow } from "../../sheet/sheet";
import type { CellReader } from "./cells";

export type Legend = ReadonlyMap<string, ProcedureState>;

const SIGN = /[√✓✔☑○〇◯●◎⊙△▲▽▼☆★□■◇◆×✗✘/—–-]/gu;
const ANY_SIGN = new RegExp(SIGN, "u");
const ANY_WORD = /\p{sc=Han}/u;
/** What stands between a sign and its meaning, and before the first of them. */
const BETWEEN = /注|图例|说明|标注|符号|表示|代表|分别|[用以打填写请的为指即是]|[:=()"'“”‘’「」[\]\s]/gu;
const APART = /[,，;；、。\n\t]|\s{2,}/u;
/** 「2024-2025年」, 「完成/未完成」: a stroke between words parts them, and means nothing. */
const STROKE_WITHIN = /[^\s][/—–-][^\s]/u;
/** One sign alone is a way of writing, no legend. */
const FEWEST = 2;

/** Null where no row defines two signs or more. */
export function legendIn(rows: readonly SheetRow[]): Legend | null {
  for (const { cells } of rows) {
    // A code or a day holds strokes too, but no words that they could mean.
    const texts = cells.filter(
      (cell): cell is string => typeof cell === "string" && ANY_SIGN.test(cell) && ANY_WORD.test(cell),
    );
    const legend = texts.length === 0 ? null : legendOf(texts.join("；"));
    if (legend) return legend;
  }
  return null;
}

/** 「√已办结，○正在办理」: a row of nothing else is no section. */
export function isLegend(text: string): boolean {
  return legendOf(text) !== null;
}

function legendOf(text: string): Legend | null {
  if ((text.match(SIGN)?.length ?? 0) < FEWEST) return null;
  const legend = new Map<string, ProcedureState>();
  for (const part of partsOf(normaliseText(text))) {
    const signs = part.match(SIGN) ?? [];
    const [sign] = signs;
    if (sign === undefined || signs.length > 1) continue;
    const said = part.replace(BETWEEN, "");
    if (STROKE_WITHIN.test(said)) continue;
    const words = said.replace(SIGN, "");
    const state = words === "" ? undefined : readProcedureCell(words).state;
    if (state !== undefined && !legend.has(sign)) legend.set(sign, state);
  }
  return legend.size < FEWEST ? null : legend;
}

/** 「√已办 ○在办 △未办」 is parted at its signs where nothing else parts it. */
function partsOf(text: string): readonly string[] {
  return text
    .split(APART)
    .flatMap((part) =>
      (part.match(SIGN)?.length ?? 0) > 1 ? part.split(/\s+|(?<!^)(?=[√✓✔☑○〇◯●◎⊙△▲▽▼☆★□■◇◆×✗✘])/u) : [part],
    );
}

/** A cell that holds a sign of the legend and nothing else says what the legend says. */
export function withLegend(read: CellReader, legend: Legend | null): CellReader {
  if (legend === null) return read;
  return (value, mark) => {
    const state = typeof value === "string" && value.length < 4 ? legend.get(normaliseText(value)) : undefined;
    return state === undefined ? read(value, mark) : { state };
  };
}
