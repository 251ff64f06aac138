/** WPS's events: called while whoever caused them is still at work, by function or by the name of one in the page. */

export type Listener = string | ((...payload: readonly unknown[]) => void);

export class ApiEvent {
  Cancel = false;
  private readonly listeners: { name: string; callback: Listener }[] = [];

  constructor(private readonly page: () => object) {}

  readonly AddApiEventListener = (name: string, callback: Listener): void => {
    this.listeners.push({ name, callback });
  };

  /** Without a callback every listener of that name goes, whosever it is. */
  readonly RemoveApiEventListener = (name: string, callback?: Listener): void => {
    for (let index = this.listeners.length - 1; index >= 0; index--) {
      const one = this.listeners[index];
      if (one?.name === name && (callback === undefined || one.callback === callback)) this.listeners.splice(index, 1);
    }
  };

  fire(name: string, ...payload: readonly unknown[]): void {
    for (const { callback } of this.listeners.filter((one) => one.name === name)) {
      const called = typeof callback === "string" ? byName(this.page(), callback) : callback;
      if (typeof called === "function") called(...payload);
    }
  }

  /** Those that are still called, also where their page is gone. */
  count(name: string): number {
    return this.listeners.filter((one) => one.name === name).length;
  }
}

/** "ribbon.OnAction" in a page. */
export function byName(page: object, path: string): ((...args: readonly unknown[]) => unknown) | null {
  let found: unknown = page;
  let owner: unknown = page;
  for (const part of path.split(".")) {
    owner = found;
    found = typeof found === "object" && found !== null ? Reflect.get(found, part) : undefined;
  }
  return typeof found === "function" ? (found.bind(owner) as (...args: readonly unknown[]) => unknown) : null;
}
