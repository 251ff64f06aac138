/** Finds every one of thousands of words in a text in one pass (Aho–Corasick over UTF-16 units). */

export interface Automaton {
  /** Calls `found` for every occurrence, overlapping ones too, in the order of their ends; `end` is exclusive. */
  readonly scan: (text: string, found: (word: number, start: number, end: number) => void) => void;
}

const ROOT = 0;
const NONE = -1;

/** Words are known by their place in the list; an empty word is never found, and of equal words the first is. */
export function makeAutomaton(words: readonly string[]): Automaton {
  const next: Map<number, number>[] = [new Map()];
  /** The word that ends at a node. */
  const word: number[] = [NONE];

  for (const [index, text] of words.entries()) {
    let node = ROOT;
    for (let at = 0; at < text.length; at++) node = child(next, word, node, text.charCodeAt(at));
    if (node !== ROOT && word[node] === NONE) word[node] = index;
  }

  const lengths = words.map(({ length }) => length);
  const { fallback, shorter } = linkFailures(next, word);
  const first = new Int32Array(0x10000);
  for (const [code, node] of next[ROOT] ?? []) first[code] = node;

  return {
    scan(text, found) {
      let node = ROOT;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        node = step(next, fallback, first, node, code);
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

function child(next: Map<number, number>[], word: number[], node: number, code: number): number {
  const known = next[node]?.get(code);
  if (known !== undefined) return known;
  const made = next.length;
  next[node]?.set(code, made);
  next.push(new Map());
  word.push(NONE);
  return made;
}

/** For every node the longest proper suffix that is a node, and the nearest such at which a word ends. */
function linkFailures(
  next: readonly Map<number, number>[],
  word: readonly number[],
): { fallback: Int32Array; shorter: Int32Array } {
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

function suffixFor(next: readonly Map<number, number>[], fallback: Int32Array, from: number, code: number): number {
  for (let node = from; ; node = fallback[node] ?? ROOT) {
    const found = next[node]?.get(code);
    if (found !== undefined) return found;
    if (node === ROOT) return ROOT;
  }
}

/** Most characters of a text are met at the root, which has a table of its own. */
function step(
  next: readonly Map<number, number>[],
  fallback: Int32Array,
  first: Int32Array,
  from: number,
  code: number,
): number {
  for (let node = from; node !== ROOT; node = fallback[node] ?? ROOT) {
    const found = next[node]?.get(code);
    if (found !== undefined) return found;
  }
  return first[code] ?? ROOT;
}
