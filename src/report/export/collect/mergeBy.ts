/** Two sets of named items as one, in the order of their names: the same whichever comes first. */

export function mergeBy<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  join: (one: T, other: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(a));
  for (const [name, item] of Object.entries(b)) {
    const known = merged.get(name);
    merged.set(name, known === undefined ? item : join(known, item));
  }
  return Object.fromEntries([...merged].sort(([one], [other]) => (one < other ? -1 : 1)));
}
