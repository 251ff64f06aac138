/** Finds every one of thousands of words in a text in one pass (Aho–Corasick over UTF-16 units). */

export interface Automaton {
  /** Calls `found` for every occurrence, overlapping ones too, in the order of their ends; `end` is exclusive. */
  readonly scan: (text: string, found: (word: number, start: number, end: number) => void) => void;
}

const ROOT = 0;
const NONE = -1;

/** Words are known by their place in the list; an empty word is never found, and of equal words the first is. */
export function makeAutomaton(words: readonly string[]): Automaton {
  const tree = growTree(words);
  const { fallback, shorter } = linkFailures(tree);
  const lengths = Int32Array.from(words, ({ length }) => length);
  const word = Int32Array.from(tree.word);
  const { letters, next } = packEdges(tree, fallback);

  return {
    scan(text, found) {
      let node = ROOT;
      for (let at = 0; at < text.length; at++) {
        const letter = letters[text.charCodeAt(at)] ?? 0;
        if (letter === 0) {
          node = ROOT;
          continue;
        }
        node = next(node, letter);
        let ending = (word[node] ?? NONE) === NONE ? (shorter[node] ?? NONE) : node;
        while (ending !== NONE) {
          const index = word[ending] ?? NONE;
          found(index, at + 1 - (lengths[index] ?? 0), at + 1);
          ending = shorter[ending] ?? NONE;
        }
      }
    },
  };
}

interface Tree {
  readonly next: Map<number, number>[];
  /** The word that ends at a node. */
  readonly word: number[];
}

function growTree(words: readonly string[]): Tree {
  const tree: Tree = { next: [new Map()], word: [NONE] };
  for (const [index, text] of words.entries()) {
    let node = ROOT;
    for (let at = 0; at < text.length; at++) node = child(tree, node, text.charCodeAt(at));
    if (node !== ROOT && tree.word[node] === NONE) tree.word[node] = index;
  }
  return tree;
}

function child({ next, word }: Tree, node: number, code: number): number {
  const known = next[node]?.get(code);
  if (known !== undefined) return known;
  const made = next.length;
  next[node]?.set(code, made);
  next.push(new Map());
  word.push(NONE);
  return made;
}

/** For every node the longest proper suffix that is a node, and the nearest such at which a word ends. */
function linkFailures({ next, word }: Tree): { readonly fallback: Int32Array; readonly shorter: Int32Array } {
  const fallback = new Int32Array(next.length);
  const shorter = new Int32Array(next.length).fill(NONE);
  const queue = [...(next[ROOT]?.values() ?? [])];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? ROOT;
    const suffix = fallback[node] ?? ROOT;
    shorter[node] = (word[suffix] ?? NONE) === NONE ? (shorter[suffix] ?? NONE) : suffix;
    for (const [code, below] of next[node] ?? []) {
      fallback[below] = suffixFor(next, fallback, suffix, code);
      queue.push(below);
    }
  }
  return { fallback, shorter };
}

function suffixFor(next: Tree["next"], fallback: Int32Array, from: number, code: number): number {
  for (let node = from; ; node = fallback[node] ?? ROOT) {
    const found = next[node]?.get(code);
    if (found !== undefined) return found;
    if (node === ROOT) return ROOT;
  }
}

interface Edges {
  /** UTF-16 unit → letter; 0 for one that no word holds. */
  readonly letters: Uint16Array;
  /** The node behind a node and a letter, wherever it hangs. */
  readonly next: (node: number, letter: number) => number;
}

/**
 * All edges in one open hash table, those that a node has from its suffixes among them, and the root's in a list: a walk
 * through 100,000 rows asks millions of times, and thus finds each answer at once.
 */
function packEdges(tree: Tree, fallback: Int32Array): Edges {
  const letters = lettersOf(tree);
  const fromRoot = new Int32Array(letters.known + 1);
  for (const [code, target] of tree.next[ROOT] ?? []) fromRoot[letters.of[code] ?? 0] = target;

  const edges: [node: number, letter: number, target: number][] = [];
  for (let node = ROOT + 1; node < tree.next.length; node++) {
    const own = new Set<number>();
    for (let from = node; from !== ROOT; from = fallback[from] ?? ROOT) {
      for (const [code, target] of tree.next[from] ?? []) {
        if (own.has(code)) continue;
        own.add(code);
        edges.push([node, letters.of[code] ?? 0, target]);
      }
    }
  }
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, edges.length * 4)));
  const mask = size - 1;
  const keys = new Float64Array(size).fill(NONE);
  const targets = new Int32Array(size);
  const placeOf = (node: number, letter: number): number => {
    const key = node * 0x10000 + letter;
    let place = (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) & mask;
    while (keys[place] !== NONE && keys[place] !== key) place = (place + 1) & mask;
    return place;
  };
  for (const [node, letter, target] of edges) {
    const place = placeOf(node, letter);
    keys[place] = node * 0x10000 + letter;
    targets[place] = target;
  }
  return {
    letters: letters.of,
    next(node, letter) {
      if (node === ROOT) return fromRoot[letter] ?? ROOT;
      const place = placeOf(node, letter);
      return (keys[place] === NONE ? fromRoot[letter] : targets[place]) ?? ROOT;
    },
  };
}

function lettersOf({ next }: Tree): { readonly of: Uint16Array; readonly known: number } {
  const of = new Uint16Array(0x10000);
  let known = 0;
  for (const edges of next) for (const code of edges.keys()) if (of[code] === 0) of[code] = ++known;
  return { of, known };
}
