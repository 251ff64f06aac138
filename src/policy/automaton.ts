/** Finds every one of thousands of words in a text in one pass (Aho–Corasick over UTF-16 units). */

/** What a scan found: place n of each list is one occurrence, `end` exclusive. The next scan overwrites it. */
export interface Occurrences {
  count: number;
  word: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

export interface Automaton {
  /** Every occurrence, overlapping ones too, in the order of their ends. */
  readonly scan: (text: string, found: Occurrences) => void;
}

const ROOT = 0;
const NONE = -1;

export function noOccurrences(room = 64): Occurrences {
  return { count: 0, word: new Int32Array(room), start: new Int32Array(room), end: new Int32Array(room) };
}

/**
 * Words are known by their place in the list; an empty word is never found, and of equal words the first is. Characters
 * of `alike` are read as the first of them, in the words and in the texts.
 */
export function makeAutomaton(words: readonly string[], alike = ""): Automaton {
  const letters = lettersOf(words, alike);
  const tree = growTree(words, letters);
  const { fallback, shorter } = linkFailures(tree);
  const { edge, fromRoot, word } = tree;
  const lengths = Int32Array.from(words, ({ length }) => length);

  return {
    scan(text, found) {
      found.count = 0;
      let node = ROOT;
      for (let at = 0; at < text.length; at++) {
        const letter = letters[text.charCodeAt(at)] ?? 0;
        if (letter === 0) {
          node = ROOT;
          continue;
        }
        let next: number = NONE;
        while (node !== ROOT && (next = edge(node, letter)) === NONE) node = fallback[node] ?? ROOT;
        node = node === ROOT ? (fromRoot[letter] ?? ROOT) : next;
        let ending = (word[node] ?? NONE) === NONE ? (shorter[node] ?? NONE) : node;
        while (ending !== NONE) {
          const index = word[ending] ?? NONE;
          add(found, index, at + 1 - (lengths[index] ?? 0), at + 1);
          ending = shorter[ending] ?? NONE;
        }
      }
    },
  };
}

function add(found: Occurrences, word: number, start: number, end: number): void {
  const at = found.count++;
  if (at === found.word.length) makeRoom(found);
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

/** UTF-16 unit → letter, counted from 1; 0 for one that no word holds. */
function lettersOf(words: readonly string[], alike: string): Uint16Array {
  const letters = new Uint16Array(0x10000);
  let known = 0;
  for (const word of words) {
    for (let at = 0; at < word.length; at++)
      if (letters[word.charCodeAt(at)] === 0) letters[word.charCodeAt(at)] = ++known;
  }
  const same = letters[alike.charCodeAt(0)] ?? 0;
  for (let at = 1; at < alike.length; at++) letters[alike.charCodeAt(at)] = same;
  return letters;
}

interface Tree {
  readonly nodes: number;
  /** The node behind a node that is not the root and a letter; NONE where there is none. */
  readonly edge: (node: number, letter: number) => number;
  readonly fromRoot: Int32Array;
  /** The word that ends at a node. */
  readonly word: Int32Array;
  readonly parent: Int32Array;
  /** The letter that leads to a node. */
  readonly letter: Int32Array;
}

/** All edges stand in one open hash table: thousands of small maps take longer to make than a ledger to check. */
function growTree(words: readonly string[], letters: Uint16Array): Tree {
  const most = words.reduce((sum, { length }) => sum + length, 1);
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, most * 3)));
  const mask = size - 1;
  const froms = new Int32Array(size).fill(NONE);
  const throughs = new Int32Array(size);
  const targets = new Int32Array(size);
  const fromRoot = new Int32Array(0x10000);
  const word = new Int32Array(most).fill(NONE);
  const parent = new Int32Array(most);
  const letterTo = new Int32Array(most);
  let nodes = 1;

  const placeOf = (node: number, letter: number): number => {
    let place = (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) & mask;
    while (froms[place] !== NONE && (froms[place] !== node || throughs[place] !== letter)) place = (place + 1) & mask;
    return place;
  };
  const child = (node: number, letter: number): number => {
    const known = node === ROOT ? (fromRoot[letter] ?? ROOT) : edge(node, letter);
    if (known > ROOT) return known;
    const made = nodes++;
    parent[made] = node;
    letterTo[made] = letter;
    if (node === ROOT) fromRoot[letter] = made;
    else {
      const place = placeOf(node, letter);
      froms[place] = node;
      throughs[place] = letter;
      targets[place] = made;
    }
    return made;
  };
  const edge = (node: number, letter: number): number => {
    const place = placeOf(node, letter);
    return froms[place] === NONE ? NONE : (targets[place] ?? NONE);
  };

  for (const [index, text] of words.entries()) {
    let node = ROOT;
    for (let at = 0; at < text.length; at++) node = child(node, letters[text.charCodeAt(at)] ?? 0);
    if (node !== ROOT && word[node] === NONE) word[node] = index;
  }
  return { nodes, edge, fromRoot, word, parent, letter: letterTo };
}

/** For every node the longest proper suffix that is a node, and the nearest such at which a word ends. */
function linkFailures({ nodes, edge, fromRoot, word, parent, letter }: Tree): {
  readonly fallback: Int32Array;
  readonly shorter: Int32Array;
} {
  const fallback = new Int32Array(nodes);
  const shorter = new Int32Array(nodes).fill(NONE);
  for (const node of shallowFirst(nodes, parent)) {
    const above = parent[node] ?? ROOT;
    const through = letter[node] ?? 0;
    let suffix: number = ROOT;
    if (above !== ROOT) {
      let from = fallback[above] ?? ROOT;
      let next: number = NONE;
      while (from !== ROOT && (next = edge(from, through)) === NONE) from = fallback[from] ?? ROOT;
      suffix = from === ROOT ? (fromRoot[through] ?? ROOT) : next;
    }
    fallback[node] = suffix;
    shorter[node] = (word[suffix] ?? NONE) === NONE ? (shorter[suffix] ?? NONE) : suffix;
  }
  return { fallback, shorter };
}

/** All nodes but the root, each behind all that are less deep. */
function shallowFirst(nodes: number, parent: Int32Array): readonly number[] {
  const depth = new Int32Array(nodes);
  const byDepth: number[][] = [];
  for (let node = 1; node < nodes; node++) {
    const deep = (depth[parent[node] ?? ROOT] ?? 0) + 1;
    depth[node] = deep;
    (byDepth[deep] ??= []).push(node);
  }
  return byDepth.flat();
}
