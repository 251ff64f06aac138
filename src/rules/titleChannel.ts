/** The channel of a ledger that names it in its title alone: 「2025年专项债券项目需求表」 has no column for it. */
import type { Ledger, Project } from "../ledger/ledger";
import type { Channel, Pack } from "../policy/pack";
import { findEntry } from "../policy/recognise";
import { fieldsOf } from "./columns";
import { channelOf } from "./lookups";
import type { Hit, RuleContext } from "./rule";

interface TitleChannel {
  readonly channel: Channel;
  /** The title, or the sheet's name, that says so. */
  readonly title: string;
}

const known = new WeakMap<Ledger, { readonly pack: Pack; readonly found: TitleChannel | null }>();

/** Null where the ledger has a column for channels, or its title does not ask for one channel's money and no other's. */
export function titleChannel(pack: Pack, ledger: Ledger): TitleChannel | null {
  const before = known.get(ledger);
  if (before?.pack === pack) return before.found;
  const found = fieldsOf(ledger).has("channel") ? null : named(pack, ledger);
  known.set(ledger, { pack, found });
  return found;
}

/** What is asked for is not there yet: a list of works that a channel has paid for may hold others beside them. */
const ASKS = /需求|申报|申请|争取|储备/u;

/** In a cell the name of a channel, in a title of whatever comes from above, bonds among it. */
const ANY_MONEY = /(?:上级|各级)(?:专项|补助|财政|支持)*(?:资金|补助)?|专项(?:资金|补助)|转移支付/gu;

function named(pack: Pack, ledger: Ledger): TitleChannel | null {
  for (const title of titlesOf(ledger)) {
    const channel = ASKS.test(title) ? channelIn(pack, title) : null;
    if (channel?.stateFunds) return { channel, title };
  }
  return null;
}

/** The one channel whose money a title speaks of, whatever it says of it: 「2024年结转衔接资金支出进度表」. */
export function moneyTitled(pack: Pack, ledger: Ledger): Channel | null {
  for (const title of titlesOf(ledger)) {
    const channel = channelIn(pack, title);
    if (channel) return channel;
  }
  return null;
}

function titlesOf({ title, sheet }: Ledger): readonly string[] {
  return [title ?? "", sheet];
}

function channelIn(pack: Pack, title: string): Channel | null {
  return findEntry(pack.channels, title.replace(ANY_MONEY, ""));
}

/** 「省级工业发展专项资金申报表」: the fund is named, and is no bonds, as 「上级专项资金」 may be. */
export function asksForOwnFund(ledger: Ledger): boolean {
  return titlesOf(ledger).some((title) => OWN_FUND.test(title) && !title.includes("债"));
}

const OWN_FUND =
  /(?:中央|国家|[省市区县])(?:本?级)?(?:财政)?\p{Script=Han}{2,14}?(?:专项|补助|奖补|扶持|引导|发展)资金/u;

/** The channel that the row states, else its ledger's title. */
export function channelFor(
  project: Project,
  { pack, ledger }: { readonly pack: Pack; readonly ledger: Ledger },
): Channel | null {
  return channelOf(pack, project) ?? titleChannel(pack, ledger)?.channel ?? null;
}

/** What is said of such a channel names where it stands; nobody stated it of this row, so it stops nothing by itself. */
export function asTitled<T extends Hit>(hit: T, { pack }: RuleContext, ledger: Ledger): T {
  const titled = titleChannel(pack, ledger);
  return titled ? { ...hit, args: { ...hit.args, titled: titled.title }, severity: "warning" } : hit;
}
