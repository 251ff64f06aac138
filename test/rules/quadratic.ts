/** What the count of work must find out: each compared with each. */

export function pairsAlike(names: readonly string[]): number {
  let alike = 0;
  for (const one of names)
    for (const other of names) if (one !== other && one.slice(0, 4) === other.slice(0, 4)) alike++;
  return alike;
}
