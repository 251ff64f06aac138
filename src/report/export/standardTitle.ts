/** The title of a standard table: it says of its rows what the names of the ledgers say that it was made of. */
import type { Ledger } from "../../ledger/ledger";
import { statedMonth } from "../../ledger/statedMonth";
import type { Pack } from "../../policy/pack";
import { isOfInvestors } from "../../rules/payers";
import { isApplication, isCalledReserve } from "../../ledger/application";
import { yearStated } from "../../rules/statedTime";
import { titleChannel } from "../../rules/titleChannel";
import { nameOfFile } from "../../ledger/fileName";

export interface StandardOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** What a ledger's title, its sheet's and its file's name say of all its rows, as the rules ask for it. */
export function kindOf(ledger: Ledger, { pack, asOf }: StandardOptions): string {
  return JSON.stringify([
    isCalledReserve(ledger),
    isApplication(ledger),
    isOfInvestors(ledger),
    titleChannel(pack, ledger)?.channel.id ?? null,
    statedMonth(ledger),
    yearStated(ledger, asOf),
  ]);
}

/** The ledger's own title with its year and month, so that days without one mean the same and nothing is measured by a later day; unit and annex numbers are ours to state. */
export function standardTitle(ledgers: readonly Ledger[], options: StandardOptions): string {
  const [first] = ledgers;
  if (!first) return ALL;
  const month = statedMonth(first);
  const wanted = kindOf(first, options);
  const titles = (ledgers.length === 1 ? ownTitles(first) : titlesOfAll(first, options)).map((title) => {
    const dated = first.year === null || title.includes(String(first.year)) ? title : `${String(first.year)}年${title}`;
    return month === null || statedMonth({ sheet: "", title }) !== null ? dated : `${dated}（${String(month)}月）`;
  });
  const saying = titles.find((title) => kindOf({ ...first, title, sheet: "", file: "" }, options) === wanted);
  return saying ?? titles[0] ?? ALL;
}

const ALL = "项目台账（标准项目表）";

/** The plainest first. */
function ownTitles({ title, sheet, file }: Ledger): readonly string[] {
  const named = /^(?:sheet|工作表)\s*\d*$/iu.test(sheet.trim()) || sheet === "" ? "项目台账" : sheet;
  const own = (title ?? named).replace(/[（(][^（()）]*元[^（()）]*[)）]/gu, "").trim() || "项目台账";
  return [own, `${own}（${sheet}）`, `${own}（${nameOfFile(file)}）`, `${own}（${sheet}，${nameOfFile(file)}）`];
}

/** No ledger's own title names all of them. */
function titlesOfAll(first: Ledger, { pack }: StandardOptions): readonly string[] {
  const channel = titleChannel(pack, first)?.channel.name ?? "";
  return [
    ALL,
    ...["储备", "申报", `${channel}申报`, `${channel}储备`, "招商", "储备及申报"].map((kind) => `${kind}${ALL}`),
  ];
}
