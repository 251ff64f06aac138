/** The parts of a project's name in which a word counts for less: brackets, a company's name, roads and villages, later clauses. */

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly share: number;
  /** (含…、…): a part of what is built; any other says something of the whole. */
  readonly isListing: boolean;
}

export interface Zones {
  readonly name: string;
  readonly brackets: readonly Bracket[];
  /** Where the company's name at the head ends; 0 where there is none. */
  readonly organisationEnd: number;
  /** Where province, county and town at the head end. */
  readonly placeEnd: number;
  /** Marks and words between clauses, those inside words and brackets among them. */
  readonly clauseMarks: readonly number[];
  /** Whether it may be a list, of which one part says nothing of the others. */
  readonly hasParts: boolean;
}

const SHARE = {
  /** (一期), (龙桥段): an aside. */
  bracket: 0.4,
  /** (包括…、…): what the project consists of. */
  listing: 0.8,
  /** “一带一路”, “白改黑”: no aside, but a name within the name. */
  quoted: 1,
  /** 「某某新材料有限公司」 before the project proper, if anything but 「四期项目」 follows. */
  organisation: 0.25,
  /** 学院路, 温泉镇, 教育局: a name that only holds the word. */
  place: 0.15,
  /** What comes after 及, 和, 、 is built beside the main thing. */
  laterClause: 0.7,
  /** Where it goes with the main thing in so many words, like an aside. */
  beside: 0.2,
} as const;

const BRACKETED = /[([【〔“"「《][^()[\]【】〔〕“”"」「《》]*[)\]】〕”"」》]/g;
const QUOTED = /^[“"「《]/;
const LISTING = /^.(?:包括|包含|含|其中)/;
/** 「云岭省」「云溪县」「石桥镇」 at the head say where, never what. */
const PROVINCE = /[\u4e00-\u9fff]{2,3}?(?:省|自治[区州])/y;
const COUNTY =
  /(?!整县|县县|智慧市|互市|边民互市)[\u4e00-\u9fff]{1,4}?(?:县(?!城(?![东西南北关])|[域级乡道医直委政境际])|(?<![城都超夜集门早菜花上])市(?![政场民级区域直容内郊县委府中]))/y;
const TOWN =
  /(?!县[乡镇]|通[乡镇]|[村场圩墟绕]镇|[农产]业强镇|专业镇)[\u4e00-\u9fff]{1,4}?(?:(?<![城乡古集小建点心色情名])镇(?![区级村政域江])|(?<![城水故家下老返茶酒药稻渔侨])乡(?![村镇道愁土级政贤]))/y;
/** What may follow a proper name. */
const AFTER_PROPER_NAME = /(?:[一二三四五六]期|(?:建设|新建|开发)?项目|\([^()]*\))*$/;
const LEAST_OF_PROPER_NAME = 2;
const ORGANISATION =
  /^.{2,30}?(?:公司|集团|合作社)(?!(?:第?[一二三四五六]期|[新改扩]建|改扩建|建设|工程|项目)*$)(?=.{3,})/;
/** What follows a word that is part of the name of a road, a place or an authority. */
const PLACE_ENDINGS =
  /(?:(?:东|西|南|北|中)?路(?!面|网|灯|段|口|基|由)|大道|大街|街(?!区|道|巷)|巷|村(?!庄|卫)|镇(?!区)|乡(?!村)|新区|新城|新村|家属[院区楼]|片区|周边|沿线|旁|局|厅|委(?!托))/y;

/** What a character may begin or end; most names hold few of them, so most patterns need not be tried. */
const OPENS_BRACKET = 1;
const ENDS_ORGANISATION = 2;
const ENDS_PROVINCE = 4;
const ENDS_COUNTY = 8;
const ENDS_TOWN = 16;
const MARKS_CLAUSE = 32;
const BEGINS_PLACE_ENDING = 64;
const MAY_BE_WITHIN_WORD = 128;
const HINTS = new Uint8Array(0x10000);
for (const [letters, hint] of [
  ['([【〔“"「《', OPENS_BRACKET],
  ["司团社", ENDS_ORGANISATION],
  ["省区州", ENDS_PROVINCE],
  ["县市", ENDS_COUNTY],
  ["镇乡", ENDS_TOWN],
  ["、,;+&及和与暨兼并含", MARKS_CLAUSE],
  ["兼并含和", MAY_BE_WITHIN_WORD],
  ["东西南北中路大街巷村镇乡新家片周沿旁局厅委", BEGINS_PLACE_ENDING],
] as const) {
  for (const letter of letters) HINTS[letter.charCodeAt(0)] = (HINTS[letter.charCodeAt(0)] ?? 0) | hint;
}

/** 合并, 并网, 含油, 文化和旅游局: within a word the mark joins no two things. */
const JOINS_NOTHING =
  /和[\u4e00-\u9fff]{2,5}局|(?<=[合兼归])并|并[网轨购联入线行发排存]|兼[并容顾职具]|(?<=[富不])含|含[氟硫油盐磷氮铁铜金铬水量]/y;

const NONE: readonly never[] = [];

export function zonesOf(name: string): Zones {
  let hints = 0;
  for (let at = 0; at < name.length; at++) hints |= HINTS[name.charCodeAt(at)] ?? 0;
  const brackets = (hints & OPENS_BRACKET) === 0 ? NONE : bracketsIn(name);
  const placeEnd = (hints & (ENDS_PROVINCE | ENDS_COUNTY | ENDS_TOWN)) === 0 ? 0 : endOfPlace(name, hints);
  return {
    name,
    brackets,
    organisationEnd: (hints & ENDS_ORGANISATION) === 0 ? 0 : (ORGANISATION.exec(name)?.[0].length ?? 0),
    placeEnd,
    clauseMarks: (hints & MARKS_CLAUSE) === 0 ? NONE : clauseMarksIn(name, placeEnd),
    hasParts: (hints & MARKS_CLAUSE) !== 0 || brackets.some(({ isListing }) => isListing),
  };
}

/** Share of its weight that a word keeps at this place. */
export function shareOfPlace(zones: Zones, start: number, end: number): number {
  const { name, brackets } = zones;
  if (start < zones.placeEnd) return 0;
  let share = 1;
  for (const bracket of brackets) if (bracket.start <= start && end <= bracket.end) share *= bracket.share;
  // The word 公司 itself stays whole: it says that a company builds.
  if (end < zones.organisationEnd) share *= SHARE.organisation;
  if (end < name.length && ((HINTS[name.charCodeAt(end)] ?? 0) & BEGINS_PLACE_ENDING) !== 0 && endsInPlace(name, end))
    share *= SHARE.place;
  return share;
}

/** Whether a proper name of at most `most` characters ends with this word and the project's name with it. */
export function endsProperName({ name, placeEnd }: Zones, start: number, end: number, most: number): boolean {
  if (start - placeEnd < LEAST_OF_PROPER_NAME || end - placeEnd > most) return false;
  return end === name.length || AFTER_PROPER_NAME.exec(name)?.index === end;
}

/** Words of a name that share no characters, in order; place n of each list is one. */
export interface NameWords {
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 for one that says what is built. */
  readonly canBeHead: Uint8Array;
  /** To be filled: how near it stands to the head of its clause. */
  readonly nearness: Float64Array;
  /** To be filled: 1 where its clause names something else behind it. */
  readonly isBeforeHead: Uint8Array;
}

/** Clause by clause: 1 for the head and what follows it, towards 0 for the first word. */
export function setNearness(zones: Zones, words: NameWords): void {
  const breaks = zones.clauseMarks.length === 0 ? NONE : zones.clauseMarks.filter((at) => isBetween(zones, words, at));
  let first = 0;
  for (let clause = 0; first < words.count; clause++) {
    const breakBehind = breaks[clause] ?? Infinity;
    let last = first;
    while (last < words.count && (words.start[last] ?? 0) <= breakBehind) last++;
    const begin = clause === 0 ? zones.organisationEnd : (breaks[clause - 1] ?? 0) + 1;
    setNearnessIn(
      zones,
      words,
      first,
      last,
      begin,
      clause === 0 ? 1 : shareOfLaterClause(zones.name.slice(begin, breakBehind)),
    );
    first = last;
  }
}

/** 「及配套设施」「和附属工程」: what goes with the main thing. */
const BESIDE = /(?:配套|附属|辅助|设施)(?:设施|工程|项目|建设|完善|改造|提升)*$/;

function shareOfLaterClause(clause: string): number {
  return BESIDE.test(clause) ? SHARE.beside : SHARE.laterClause;
}

function setNearnessIn(
  { brackets }: Zones,
  words: NameWords,
  first: number,
  last: number,
  begin: number,
  share: number,
): void {
  let head = 0;
  for (let index = first; index < last; index++) {
    if (words.canBeHead[index] === 1 && !isInside(brackets, words.start[index] ?? 0)) head = words.end[index] ?? 0;
  }
  for (let index = first; index < last; index++) {
    const end = words.end[index] ?? 0;
    const headEnd = head === 0 ? end : head;
    const nearness = headEnd <= begin ? 1 : Math.min(1, Math.max(0, (end - begin) / (headEnd - begin)));
    words.nearness[index] = nearness * share;
    words.isBeforeHead[index] = nearness < 1 ? 1 : 0;
  }
}

/** A mark inside brackets or inside a word (「生态保护和高质量发展」) parts no clauses. */
function isBetween({ brackets }: Zones, words: NameWords, at: number): boolean {
  for (let index = 0; index < words.count; index++) {
    if ((words.start[index] ?? 0) <= at && at < (words.end[index] ?? 0)) return false;
  }
  return !isInside(brackets, at);
}

function isInside(brackets: readonly Bracket[], at: number): boolean {
  for (const { start, end } of brackets) if (start <= at && at < end) return true;
  return false;
}

/** Whether no mark of a list stands between two places; what a bracket says beside the whole is in every part. */
export function areInOnePart(zones: Zones, words: NameWords, one: number, other: number): boolean {
  for (const { start, end, isListing } of zones.brackets) {
    const holdsOne = start <= one && one < end;
    const holdsOther = start <= other && other < end;
    if (holdsOne !== holdsOther) return !isListing;
  }
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  return !zones.clauseMarks.some((at) => from < at && at < to && isBetween(zones, words, at));
}

/** Whether a part of a list ends here, or the project's name but for 「建设项目」. */
export function endsPart({ name }: Zones, end: number): boolean {
  if (end === name.length || ((HINTS[name.charCodeAt(end)] ?? 0) & MARKS_CLAUSE) !== 0) return true;
  return AFTER_PROPER_NAME.exec(name)?.index === end;
}

/** Province, county and town, each only where it stands at the head of what is left. */
function endOfPlace(name: string, hints: number): number {
  let end = 0;
  if ((hints & ENDS_PROVINCE) !== 0) end = endOf(PROVINCE, name, end);
  if ((hints & ENDS_COUNTY) !== 0) end = endOf(COUNTY, name, end);
  if ((hints & ENDS_TOWN) !== 0) end = endOf(TOWN, name, end);
  return end;
}

/** Where the pattern ends that begins here, else here. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function endsInPlace(name: string, end: number): boolean {
  PLACE_ENDINGS.lastIndex = end;
  return PLACE_ENDINGS.test(name);
}

function bracketsIn(name: string): Bracket[] {
  return [...name.matchAll(BRACKETED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    share: shareOfBracket(match[0]),
    isListing: LISTING.test(match[0]),
  }));
}

function shareOfBracket(bracketed: string): number {
  if (QUOTED.test(bracketed)) return SHARE.quoted;
  return LISTING.test(bracketed) ? SHARE.listing : SHARE.bracket;
}

/** None at the head or in the county's name: 「和塔县」 joins no two things. */
function clauseMarksIn(name: string, placeEnd: number): number[] {
  const marks: number[] = [];
  for (let at = Math.max(1, placeEnd); at < name.length; at++) {
    const hints = HINTS[name.charCodeAt(at)] ?? 0;
    if ((hints & MARKS_CLAUSE) === 0) continue;
    if ((hints & MAY_BE_WITHIN_WORD) === 0 || !joinsNothing(name, at)) marks.push(at);
  }
  return marks;
}

function joinsNothing(name: string, at: number): boolean {
  JOINS_NOTHING.lastIndex = at;
  return JOINS_NOTHING.test(name);
}
