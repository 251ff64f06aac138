/** Where no channel is named: what the columns of money say of who pays. */
import { FUND_FIELDS, PLAIN_FIELDS, type FieldKey, type PlainField } from "../ledger/fields";
import { headingText } from "../ledger/heading/text";
import { columnOf, type Ledger, type Project } from "../ledger/ledger";
import { readAmount } from "../measure/amount";
import type { Channel, Pack } from "../policy/pack";
import { findChannel } from "../policy/recognise";
import { fieldsOf } from "./columns";

const ASKED = ["requested", "approved"] as const satisfies readonly PlainField[];
const MONEY: readonly (typeof ASKED | typeof FUND_FIELDS)[number][] = [...ASKED, ...FUND_FIELDS];

/** 「补助资金」「奖补金额」: given from above, and not to be paid back as bonds are. */
const GRANTED = /^(?:财政|项目|申请|拟申请)*(?:补助|奖补|补贴)(?:资金|金额)+$/u;

type Payers = readonly (readonly [column: number, channel: Channel])[];

/** Channels by the headings under which the row states money (「拟申请国债资金」「其中：衔接资金」); null where what it asks for is not named. */
export function payersOf(pack: Pack, project: Project, ledger: Ledger): readonly Channel[] | null {
  const payers = payersIn(pack, ledger);
  const isUnnamed = ASKED.some((field) => {
    const asked = (project.values[field]?.wan ?? 0) > 0;
    return asked && !payers.some(([column]) => column === columnOf(ledger, field));
  });
  if (isUnnamed) return null;
  const paying = payers.filter(([column]) => holdsMoney(project.cells[column] ?? null));
  return paying.length === 0 ? null : paying.map(([, channel]) => channel);
}

const known = new WeakMap<Ledger, { readonly pack: Pack; readonly payers: Payers }>();

/** The columns that name a channel, those of no field of ours among them. */
function payersIn(pack: Pack, ledger: Ledger): Payers {
  const before = known.get(ledger);
  if (before?.pack === pack) return before.payers;
  const named = ledger.columns.flatMap(({ column, heading, field }) => {
    const money = MONEY.find((each) => each === field);
    if (money === undefined) return [];
    const words = wordsOf(heading);
    const source = GRANTED.test(words) ? "fundsCentral" : money;
    const channel = findChannel(pack, words) ?? findChannel(pack, PLAIN_FIELDS[source][0]);
    return channel ? [[column, channel] as const] : [];
  });
  const others = ledger.unmapped.flatMap(({ column, heading }) => {
    const channel = findChannel(pack, wordsOf(heading));
    return channel ? [[column, channel] as const] : [];
  });
  const payers = [...named, ...others];
  known.set(ledger, { pack, payers });
  return payers;
}

function wordsOf(heading: string): string {
  return headingText(heading.slice(heading.lastIndexOf("·") + 1), null).bare;
}

function holdsMoney(value: Project["cells"][number]): boolean {
  if (typeof value !== "number" && typeof value !== "string") return false;
  return (readAmount(value, "万元")?.amount.wan ?? 0) > 0;
}

const PAID_BY_STATE: readonly FieldKey[] = ["channel", "coverage", ...MONEY];
/** 「云溪电子有限公司线路板生产项目」; 「茶叶加工厂建设项目」 says what is built. */
const ENTERPRISE_IN_FRONT = /^.{2,20}?(?:公司|集团|药业|制药|实业)(?=.{2})/u;
const ENTERPRISE = /(?:公司|企业|集团|药业|制药|实业|厂|合作社|农场|酒店)(?:[(（].*[)）])?$/u;
/** Companies through which a county builds, and its schools and hospitals that call themselves groups. */
const OF_COUNTY =
  /国有|国资|(?:教育|办学|医疗(?:卫生|健康|服务)?|医院|医共体)集团|供销|城投|交投|水投|旅投|农投|产投|建投|城建(?!材)|城市|公交|水务|供水|自来水|供热|燃气|粮|(?:建设|交通|旅游|文旅|农业|产业|园区|开发|资产|投资)(?:建设|发展|开发|投资|控股|经营|运营|集团)/u;

/** An enterprise's own works in a ledger that asks nobody for money (招商、工业项目、备案项目): no list of the state's funds is about them. */
export function isOwnAffair({ values: { owner, name, route } }: Project, ledger: Ledger): boolean {
  const fields = fieldsOf(ledger);
  if (PAID_BY_STATE.some((field) => fields.has(field))) return false;
  const whose = owner ?? ENTERPRISE_IN_FRONT.exec(name ?? "")?.[0];
  if (isOfInvestors(ledger)) return whose === undefined || !OF_COUNTY.test(whose);
  if (whose !== undefined && ENTERPRISE.test(whose)) return !OF_COUNTY.test(whose);
  return whose === undefined && (route === undefined ? isOfFilings(fields) : route.includes("备案"));
}

/** 「在谈招商项目跟踪表」「备案类」: whoever comes from outside, or files by himself, brings the money. */
export function isOfInvestors({ title, sheet }: Ledger): boolean {
  return /招商|招引|在谈|外来投资|民间投资|企业投资项目|备案[类制]/u.test(`${title ?? ""}${sheet}`);
}

/** What an enterprise pays for is filed, what a government pays for approved: 企业投资项目核准和备案管理条例. */
function isOfFilings(fields: ReadonlySet<FieldKey>): boolean {
  const has = (step: string): boolean => [...fields].some((field) => field === step || field.startsWith(`${step}.`));
  return has("proc.record") && !APPROVED.some(has);
}

const APPROVED = ["proc.proposal", "proc.feasibility", "proc.design"] as const;
