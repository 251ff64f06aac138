/** 对上争取申报表: one sheet a channel, its projects with what speaks for and against each (分渠道项目清单). */
import { FUND_FIELDS, type FieldKey } from "../../ledger/fields";
import {
  matchChannel,
  matchChannels,
  type ChannelMatch,
  type ProjectFacts,
  type ReasonKind,
} from "../../policy/channels";
import type { Channel } from "../../policy/pack";
import { findChannels } from "../../policy/recognise";
import { isPaidByItself } from "../../reserve/ownMoney";
import { stageOf, statedArea } from "../../rules/lookups";
import { FIELD_OF, isSettled } from "../../rules/steps";
import { PROCEDURE_KEYS } from "../../measure/procedures";
import type { CellValue } from "../../sheet/cell";
import type { ExportSheet } from "../../sheet/exportSheet";
import type { Run } from "../run";
import { formSheet } from "./form";
import { reporterOf } from "./standardTable";
import { applicationsOf, fieldCells, fieldColumns, NUMBER_COLUMN, type PlacedProject } from "./rows";

const FIELDS = [
  "name",
  "code",
  "department",
  "owner",
  "area",
  "scale",
  "stage",
  "totalInvestment",
  "requested",
  "capital",
  "matching",
  "policyBasis",
  "planBasis",
] as const satisfies FieldKey[];
const FORM_NAME = "申报表";
/** Letters of a tab, as Excel allows. */
const LONGEST_TAB = 31;
/** Other channels named a project. */
const OTHERS = 3;

/** What was concluded and from what; what a channel wants of its projects is none of it, but a line of the heading. */
const CONCLUSIONS: Readonly<Record<Exclude<ReasonKind, "suits">, (says: string, facts: ProjectFacts) => string>> = {
  area: (_, facts) => `${areaText(facts)}属于该渠道支持范围${areaEvidence(facts)}`,
  areaOutside: (_, facts) => `${areaText(facts)}不在该渠道支持范围内${areaEvidence(facts)}`,
  areaUnknown: (says) => says,
  negative: (says, { judgement: { negative } }) =>
    negative ? `涉负面清单“${negative.class}”${wordsText(negative.by)}` : `涉负面清单：${says}`,
  revenue: (says) => `台账所填本息覆盖 ${says}`,
  noRevenue: (says) => says,
  coverageShort: (says) => `台账所填本息覆盖不足：${says}`,
  overCap: (says) => `拟申请资金${says}`,
  procedureMissing: (says) => `台账中${says}没有办结`,
  excludes: (says) => `台账同时填了${says}，两者不能同时申请`,
  windowOpen: (says) => `申报窗口开到 ${says}`,
  windowClosed: (says) => `申报窗口已于 ${says} 关闭`,
};
/** Of these a project is said to suit: an open window speaks for every project alike. */
const OF_THE_PROJECT: ReadonlySet<ReasonKind> = new Set(["area", "revenue"]);

interface Entry {
  readonly placed: PlacedProject;
  readonly facts: ProjectFacts;
  readonly match: ChannelMatch;
  readonly stated: boolean;
  readonly others: readonly string[];
}

/** Stated channels as they are; a project without one stands where it fits best, marked as our suggestion. What the county or a company pays alone asks nobody. */
export function channelSheets(run: Run): ExportSheet[] {
  const { pack, asOf } = run.options;
  const byChannel = new Map<Channel, Entry[]>();
  for (const placed of applicationsOf(run)) {
    if (isPaidByItself(placed.project, pack)) continue;
    const facts = factsOf(placed, run);
    const stated = placed.project.values.channel === undefined ? [] : findChannels(pack, placed.project.values.channel);
    const fitting = matchChannels(pack, facts, asOf).filter(({ channel, fits }) => fits && channel.stateFunds);
    const chosen =
      stated.length > 0
        ? stated.filter(({ stateFunds }) => stateFunds)
        : fitting.slice(0, 1).map(({ channel }) => channel);
    for (const channel of chosen) {
      const fits = fitting.map((each) => each.channel.name);
      const names = chosen.map(({ name }) => name);
      const entry: Entry = {
        placed,
        facts,
        match: matchChannel(pack, channel, facts, asOf),
        stated: stated.length > 0,
        others: othersBeside(names, fits).slice(0, OTHERS),
      };
      const entries = byChannel.get(channel);
      if (entries) entries.push(entry);
      else byChannel.set(channel, [entry]);
    }
  }
  return pack.channels.flatMap((channel) => {
    const entries = byChannel.get(channel);
    return entries ? [channelSheet(channel, entries, run)] : [];
  });
}

/** 「中央预算内投资（直接投资）」 is a way of paying 「中央预算内投资」: beside the whole it is nothing else to try for. */
function othersBeside(chosen: readonly string[], fitting: readonly string[]): string[] {
  const wholeOf = (name: string): string => name.replace(/（[^）]*）$/u, "");
  const named = new Set([...chosen, ...fitting]);
  const parts = new Set(chosen.map(wholeOf));
  return fitting.filter((name) => {
    const whole = wholeOf(name);
    return !chosen.includes(name) && !parts.has(name) && (whole === name || !named.has(whole));
  });
}

function channelSheet(channel: Channel, entries: readonly Entry[], run: Run): ExportSheet {
  const fields = FIELDS.flatMap((field) => (field === "totalInvestment" ? [field, ...sourcesIn(entries)] : [field]));
  return formSheet({
    name: `${channel.name.slice(0, LONGEST_TAB - FORM_NAME.length)}${FORM_NAME}`,
    title: `${channel.name}对上争取申报表`,
    reporter: reporterOf(run.ledgers),
    asOf: run.options.asOf,
    money: true,
    lines: [
      `支持领域：${channel.areas?.join("、") ?? "没有查到公开的领域清单"}。${channel.suits === "" ? "" : `该渠道要求：${channel.suits}；项目是否具备，由部门确认。`}`,
      "“建议”是台账没有填渠道、按领域和内容判断可以争取的，请部门确认。理由只写从台账得出的；台账里没有可依据的，是否相符写“待确认”，理由空着由部门填写。",
    ],
    columns: [
      NUMBER_COLUMN,
      ...fieldColumns(fields, run),
      { heading: "拟申报或建议", format: "text", width: 12 },
      { heading: "是否相符", format: "text", width: 10 },
      { heading: "理由", format: "wrapped", width: 44 },
      { heading: "还可争取", format: "wrapped", width: 24 },
    ],
    rows: entries.map(({ placed, facts, match, stated, others }, index): CellValue[] => [
      index + 1,
      ...fieldCells(placed, fields, run),
      stated ? "拟申报" : "建议",
      verdictOf(match),
      reasonsText(match, facts),
      others.join("、"),
    ]),
  });
}

/** From where the money is to come, as far as a project of the channel says: what is applied for is often written nowhere else. */
function sourcesIn(entries: readonly Entry[]): readonly FieldKey[] {
  return FUND_FIELDS.filter((field) => entries.some(({ placed }) => placed.project.values[field] !== undefined));
}

function verdictOf({ fits, reasons }: ChannelMatch): "相符" | "不相符" | "待确认" {
  if (!fits) return "不相符";
  return reasons.some(({ kind }) => OF_THE_PROJECT.has(kind)) ? "相符" : "待确认";
}

/** What speaks against the channel first: it is what a row that does not suit is looked at for. */
function reasonsText({ reasons }: ChannelMatch, facts: ProjectFacts): string | null {
  const ordered = (["against", "for"] as const).flatMap((side) => reasons.filter(({ speaks }) => speaks === side));
  const said = ordered.flatMap(({ kind, says, confidence }) =>
    kind === "suits" ? [] : [CONCLUSIONS[kind](says, facts) + (confidence === "H" ? "" : "（依据待核）")],
  );
  return said.length === 0 ? null : said.join("；");
}

function areaText({ area, judgement }: ProjectFacts): string {
  return `领域“${area ?? judgement.area.is ?? ""}”`;
}

function areaEvidence({ area, judgement }: ProjectFacts): string {
  return area ? "（台账所填）" : wordsText(judgement.area.by);
}

function wordsText(words: readonly string[]): string {
  return words.length === 0 ? "" : `（依据词语：${words.join("、")}）`;
}

export function factsOf({ project }: PlacedProject, { judge, options: { pack, asOf } }: Run): ProjectFacts {
  const { name = "", scale, coverage, requested, totalInvestment, channel } = project.values;
  const done = PROCEDURE_KEYS.filter((key) => isSettled(project, key, asOf));
  const mentioned = PROCEDURE_KEYS.some((key) => project.values[FIELD_OF[key]] !== undefined);
  return {
    judgement: judge(name, scale),
    area: statedArea(pack, project),
    stageId: stageOf(pack, project)?.id ?? null,
    coverage: coverage ?? null,
    share: requested && totalInvestment && totalInvestment.wan > 0 ? requested.wan / totalInvestment.wan : null,
    held: channel === undefined ? [] : findChannels(pack, channel).map(({ id }) => id),
    // A ledger without columns of procedures does not say that none is done.
    ...(mentioned ? { done: new Set(done) } : {}),
  };
}
