/** Finds every one of thousands of words in a text: a tree over UTF-16 units that grows where texts lead, since one ledger speaks of few words. */

/** What a scan found: place n of each list is one occurrence, `end` exclusive. The next scan overwrites it. */
export interface Occurrences {
  count: number;
  word: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

export interface Automaton {
  /** Every occurrence, overlapping ones too, in the order of their ends; of those with one end the longest first. */
  readonly scan: (text: string, found: Occurrences) => void;
}

const NONE = -1;

export function noOccurrences(room = 64): Occurrences {
  return { count: 0, word: new Int32Array(room), start: new Int32Array(room), end: new Int32Array(room) };
}

/**
 * Words are known by their place in the list; an empty word is never found, and of equal words the first is. Characters
 * of `alike` are read as one, in the words and in the texts. Latin letters are read as whole words: 「EPC项目」 holds no
 * 「PC项目」, while between Han characters nothing marks where a word begins.
 */
export function makeAutomaton(words: readonly string[], alike = ""): Automaton {
  const waiting = byFirstUnit(words, alike);
  /** Node of a text's first unit; NONE where no word begins with it, 0 where it was not asked for yet. */
  const first = new Int32Array(0x10000);
  const tree = emptyTree();

  const growFrom = (unit: number): number => {
    const own = waiting.get(unit);
    if (!own) return (first[unit] = NONE);
    const node = newNode(tree);
    for (const each of readAs(unit, alike)) first[each] = node;
    for (const index of own) grow(tree, node, words[index] ?? "", index, alike);
    return node;
  };

  return {
    scan(text, found) {
      found.count = 0;
      for (let start = 0; start < text.length; start++) {
        const unit = text.charCodeAt(start);
        let node = first[unit] ?? NONE;
        if (node === 0) node = growFrom(unit);
        for (let end = start + 1; node > 0; end++) {
          const word = tree.word[node] ?? NONE;
          if (word !== NONE && !isBetweenLetters(text, start) && !isBetweenLetters(text, end))
            add(found, word, start, end);
          if (end >= text.length) break;
          node = childOf(tree, node, text.charCodeAt(end));
        }
      }
    },
  };
}

/** Whether a Latin word runs on over this place. */
function isBetweenLetters(text: string, at: number): boolean {
  return at > 0 && at < text.length && isLetter(text.charCodeAt(at)) && isLetter(text.charCodeAt(at - 1));
}

function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** An occurrence behind those that end no later. */
function add(found: Occurrences, word: number, start: number, end: number): void {
  if (found.count === found.word.length) makeRoom(found);
  let at = found.count++;
  for (; at > 0 && (found.end[at - 1] ?? 0) > end; at--) {
    found.word[at] = found.word[at - 1] ?? 0;
    found.start[at] = found.start[at - 1] ?? 0;
    found.end[at] = found.end[at - 1] ?? 0;
  }
  found.word[at] = word;
  found.start[at] = start;
  found.end[at] = end;
}

function makeRoom(found: Occurrences): void {
  const { word, start, end } = noOccurrences(found.word.length * 2);
  word.set(found.word);
  start.set(found.start);
  end.set(found.end);
  Object.assign(found, { word, start, end });
}

/** The words that begin with a unit, for those whose part of the tree has not grown yet. */
function byFirstUnit(words: readonly string[], alike: string): Map<number, number[]> {
  const waiting = new Map<number, number[]>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "") continue;
    const unit = word.charCodeAt(0);
    const others = waiting.get(unit);
    if (others) others.push(index);
    else waiting.set(unit, [index]);
  }
  const together = unitsOf(alike).flatMap((unit) => waiting.get(unit) ?? []);
  if (together.length > 0) for (const unit of unitsOf(alike)) waiting.set(unit, together);
  return waiting;
}

/** Nodes are counted from 1. All edges stand in one open hash table: thousands of small maps would cost more than the words. */
interface Tree {
  nodes: number;
  /** The word that ends at a node. */
  word: Int32Array;
  edges: number;
  /** By place: the node that the edge leaves (0 for a free place), its unit and the node that it leads to. */
  from: Int32Array;
  through: Uint16Array;
  to: Int32Array;
}

const FEWEST_PLACES = 4096;

function emptyTree(): Tree {
  return {
    nodes: 1,
    word: new Int32Array(FEWEST_PLACES).fill(NONE),
    edges: 0,
    from: new Int32Array(FEWEST_PLACES),
    through: new Uint16Array(FEWEST_PLACES),
    to: new Int32Array(FEWEST_PLACES),
  };
}

function newNode(tree: Tree): number {
  const node = tree.nodes++;
  if (node >= tree.word.length) {
    const word = new Int32Array(tree.word.length * 2).fill(NONE);
    word.set(tree.word);
    tree.word = word;
  }
  return node;
}

/** Takes a word into the tree below the node of its first unit. */
function grow(tree: Tree, top: number, word: string, index: number, alike: string): void {
  let node = top;
  for (let at = 1; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    let child = childOf(tree, node, unit);
    if (child === 0) {
      child = newNode(tree);
      for (const each of readAs(unit, alike)) connect(tree, node, each, child);
    }
    node = child;
  }
  const other = tree.word[node] ?? NONE;
  if (other === NONE || index < other) tree.word[node] = index;
}

/** The node behind a node and a unit; 0 where there is none. */
function childOf({ from, through, to }: Tree, node: number, unit: number): number {
  const last = from.length - 1;
  let place = placeFor(node, unit) & last;
  for (;;) {
    const there = from[place] ?? 0;
    if (there === 0) return 0;
    if (there === node && through[place] === unit) return to[place] ?? 0;
    place = (place + 1) & last;
  }
}

function connect(tree: Tree, node: number, unit: number, child: number): void {
  if (++tree.edges * 2 > tree.from.length) spread(tree);
  const { from, through, to } = tree;
  const last = from.length - 1;
  let place = placeFor(node, unit) & last;
  while (from[place] !== 0) place = (place + 1) & last;
  from[place] = node;
  through[place] = unit;
  to[place] = child;
}

function spread(tree: Tree): void {
  const { from, through, to } = tree;
  const places = from.length * 2;
  tree.from = new Int32Array(places);
  tree.through = new Uint16Array(places);
  tree.to = new Int32Array(places);
  tree.edges = 1;
  for (let place = 0; place < from.length; place++)
    if (from[place] !== 0) connect(tree, from[place] ?? 0, through[place] ?? 0, to[place] ?? 0);
}

function placeFor(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** The units that are read as this one, itself among them. */
function readAs(unit: number, alike: string): number[] {
  return alike.includes(String.fromCharCode(unit)) ? unitsOf(alike) : [unit];
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
