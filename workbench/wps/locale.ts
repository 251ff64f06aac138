/** Some Linux builds fail at dates in words of the system's language; so does a page that pretends to be one. */

const FAILING = ["toLocaleDateString", "toLocaleTimeString"] as const;

/** Returns the way back. */
export function failAtLocaleStrings(): () => void {
  const kept = FAILING.map((name) => [name, Object.getOwnPropertyDescriptor(Date.prototype, name)] as const);
  for (const name of FAILING) {
    Object.defineProperty(Date.prototype, name, {
      configurable: true,
      value: () => {
        throw new Error(`${name} 调用失败`);
      },
    });
  }
  return () => {
    for (const [name, descriptor] of kept) if (descriptor) Object.defineProperty(Date.prototype, name, descriptor);
  };
}
