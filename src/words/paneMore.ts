/** What page 更多 says, Chinese first and English beside it; policy and marks are in paneExport.ts. */
import { figureText, type Locale } from "./say";

const zh = {
  day: "按哪一天判断",
  today: "今天",
  language: "语言",
  languages: { zh: "中文", en: "English" },
  columns: "列对应",
  columnsOf: (sheet: string, known: number, all: number) =>
    `${sheet}（${figureText(known)}/${figureText(all)} 列已识别）`,
  notALedger: (why: string) => `没有当作台账：${why}`,
  roles: { policies: "政策清单", contacts: "联系人表", targets: "目标表", other: "没有找到表头" },
  headerRows: (top: number, bottom: number) =>
    top === bottom ? `表头：第 ${String(top)} 行` : `表头：第 ${String(top)}–${String(bottom)} 行`,
  waiting: (term: string, codes: number) => `缺少“${term}”列，${figureText(codes)} 条规则没有判断`,
  sourceLeftOut: (heading: string) =>
    `“${heading}”像是资金来源，没有认出是哪一项，没有判断来源合计是否少于总投资。请在上面指定这一列`,
  unread: "没有用到",
  chosen: "您定的",
  forget: "恢复自动",
  forgetColumn: (heading: string) => `${heading}：恢复自动识别`,
  changeColumn: (heading: string) => `${heading}：改成`,
  waivers: "暂不处理的",
  noWaivers: "没有暂不处理的问题。",
  waiver: (by: string, until: string) => `${by}，至 ${until}`,
  expired: "已到期",
  withdraw: "撤回",
  withdrawOf: (code: string) => `撤回 ${code}`,
  pack: "政策",
  packLine: (title: string, version: string) => `${title}（${version}）`,
  unchecked: "校核之后，这里列出每张表的列对应。",
};

export type MoreWords = typeof zh;

const en: MoreWords = {
  day: "Judge as of",
  today: "Today",
  language: "Language",
  languages: { zh: "中文", en: "English" },
  columns: "Columns",
  columnsOf: (sheet, known, all) => `${sheet} (${figureText(known)} of ${figureText(all)} columns known)`,
  notALedger: (why) => `Not read as a ledger: ${why}`,
  roles: {
    policies: "a list of policies",
    contacts: "a list of contacts",
    targets: "a table of targets",
    other: "no headings found",
  },
  headerRows: (top, bottom) =>
    top === bottom ? `Headings: row ${String(top)}` : `Headings: rows ${String(top)}–${String(bottom)}`,
  waiting: (term, codes) => `No column for ${term}: ${figureText(codes)} ${codes === 1 ? "rule waits" : "rules wait"}`,
  sourceLeftOut: (heading) =>
    `“${heading}” looks like a source of funds and is not known: whether the sources are less than the total was not judged. Choose above what it is`,
  unread: "not used",
  chosen: "your choice",
  forget: "Back to automatic",
  forgetColumn: (heading) => `${heading}: back to automatic`,
  changeColumn: (heading) => `${heading}: change to`,
  waivers: "Put off",
  noWaivers: "Nothing is put off.",
  waiver: (by, until) => `${by}, until ${until}`,
  expired: "expired",
  withdraw: "Withdraw",
  withdrawOf: (code) => `Withdraw ${code}`,
  pack: "Policy",
  packLine: (title, version) => `${title} (${version})`,
  unchecked: "After a check, the columns of each sheet are listed here.",
};

const WORDS: Record<Locale, MoreWords> = { zh, en };

export function moreWords(locale: Locale): MoreWords {
  return WORDS[locale];
}
