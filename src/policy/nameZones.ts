/** The parts of a project's name in which a word counts for less: brackets, a company's name, roads and villages, later clauses. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Zones {
  /** Share of its weight that a word keeps at this place. */
  readonly share: (start: number, end: number) => number;
  /** Whether a proper name of at most `most` characters ends with this word and the project's name with it. */
  readonly endsProperName: (start: number, end: number, most: number) => boolean;
  /** How near each word stands to the head of its clause: 1 for the head and what follows it, towards 0 for the first word. */
  readonly positions: (words: readonly (Span & { readonly canBeHead: boolean })[]) => number[];
}

const SHARE = {
  /** (一期), (龙桥段): an aside. */
  bracket: 0.4,
  /** (包括…、…): what the project consists of. */
  listing: 0.8,
  /** 「某某新材料有限公司」 before the project proper, if anything but 「四期项目」 follows. */
  organisation: 0.25,
  /** 学院路, 温泉镇, 教育局: a name that only holds the word. */
  place: 0.15,
  /** What comes after 及, 和, 、 is built beside the main thing. */
  laterClause: 0.7,
} as const;

const BRACKETED = /[([【〔“"「《][^()[\]【】〔〕“”"「」《》]*[)\]】〕”"」》]/g;
const LISTING = /^.(?:包括|包含|含|其中)/;
/** 「云岭省」「云溪县」「石桥镇」 at the head say where, never what. */
const PROVINCE = /^[\u4e00-\u9fff]{2,3}?(?:省|自治[区州])/;
const COUNTY =
  /^[\u4e00-\u9fff]{1,4}?(?:县(?![域城级道乡医直委政境际])|(?<![城都超夜集门早菜花上])市(?![政场民级区域直容内郊县委府中]))/;
const TOWN =
  /^[\u4e00-\u9fff]{1,4}?(?:(?<![城乡古集小建点心色情名])镇(?![区级村政域江])|(?<![城水故家下老返茶酒药稻渔侨])乡(?![村镇道愁土级政贤]))/;
/** What may follow a proper name. */
const AFTER_PROPER_NAME = /(?:[一二三四五六]期|(?:建设|新建|开发)?项目|\([^()]*\))*$/;
const LEAST_OF_PROPER_NAME = 2;
const ORGANISATION =
  /^.{2,30}?(?:公司|集团|合作社)(?!(?:第?[一二三四五六]期|[新改扩]建|改扩建|建设|工程|项目)*$)(?=.{3,})/;
/** What follows a word that is part of the name of a road, a place or an authority. */
const PLACE_ENDINGS =
  /^(?:(?:东|西|南|北|中)?路(?!面|网|灯|段|口|基|由)|大道|大街|街(?!区|道|巷)|巷|村(?!庄|卫)|镇(?!区)|乡(?!村)|新区|新城|片区|周边|沿线|旁|局|厅|委(?!托))/;
const CLAUSE_MARKS = /[、,;+&及和与暨]/g;

/** First characters of PLACE_ENDINGS: most words are followed by none of them. */
const PLACE_STARTS = new Set([..."东西南北中路大街巷村镇乡新片周沿旁局厅委"].map((letter) => letter.charCodeAt(0)));
const ANY_BRACKET = /[([【〔“"「《]/;
const ANY_ORGANISATION = /公司|集团|合作社/;
const ANY_CLAUSE_MARK = /[、,;+&及和与暨]/;

export function readName(name: string): Zones {
  const brackets = ANY_BRACKET.test(name) ? bracketsIn(name) : [];
  const organisationEnd = ANY_ORGANISATION.test(name) ? (ORGANISATION.exec(name)?.[0].length ?? 0) : 0;
  const placeEnd = endOfPlace(name);
  return {
    share(start, end) {
      if (end <= placeEnd) return 0;
      let share = 1;
      for (const bracket of brackets) if (bracket.start <= start && end <= bracket.end) share *= bracket.share;
      // The word 公司 itself stays whole: it says that a company builds.
      if (end < organisationEnd) share *= SHARE.organisation;
      if (PLACE_STARTS.has(name.charCodeAt(end)) && PLACE_ENDINGS.test(name.slice(end, end + 4))) share *= SHARE.place;
      return share;
    },
    endsProperName(start, end, most) {
      const length = start - placeEnd;
      if (length < LEAST_OF_PROPER_NAME || end - placeEnd > most) return false;
      return end === name.length || AFTER_PROPER_NAME.exec(name)?.index === end;
    },
    positions(words) {
      const breaks = ANY_CLAUSE_MARK.test(name) ? clauseBreaks(name, words, brackets) : [];
      return nearnessToHeads(words, breaks, brackets, organisationEnd);
    },
  };
}

/** Province, county and town, each only where it stands at the head of what is left. */
function endOfPlace(name: string): number {
  let end = PROVINCE.exec(name)?.[0].length ?? 0;
  end += COUNTY.exec(name.slice(end))?.[0].length ?? 0;
  return end + (TOWN.exec(name.slice(end))?.[0].length ?? 0);
}

function bracketsIn(name: string): (Span & { readonly share: number })[] {
  return [...name.matchAll(BRACKETED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    share: LISTING.test(match[0]) ? SHARE.listing : SHARE.bracket,
  }));
}

/** Marks between clauses: not those inside brackets or inside a word (「生态保护和高质量发展」). */
function clauseBreaks(name: string, words: readonly Span[], brackets: readonly Span[]): number[] {
  return [...name.matchAll(CLAUSE_MARKS)]
    .map(({ index }) => index)
    .filter((at) => !isInside(words, at) && !isInside(brackets, at));
}

function isInside(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

/** Clause by clause: where a word ends on the way from the clause's beginning to the end of its head. */
function nearnessToHeads(
  words: readonly (Span & { readonly canBeHead: boolean })[],
  breaks: readonly number[],
  brackets: readonly Span[],
  organisationEnd: number,
): number[] {
  const clauses = words.map(({ start }) => breaks.filter((at) => at < start).length);
  const heads = new Map<number, number>();
  words.forEach((word, index) => {
    if (!word.canBeHead || isInside(brackets, word.start)) return;
    const clause = clauses[index] ?? 0;
    heads.set(clause, Math.max(heads.get(clause) ?? 0, word.end));
  });
  return words.map(({ end }, index) => {
    const clause = clauses[index] ?? 0;
    const begin = clause === 0 ? organisationEnd : (breaks[clause - 1] ?? 0) + 1;
    const head = heads.get(clause) ?? end;
    const nearness = head <= begin ? 1 : Math.min(1, Math.max(0, (end - begin) / (head - begin)));
    return clause === 0 ? nearness : nearness * SHARE.laterClause;
  });
}
