/**
 * Fills in what our scripts use and Chrome 84, or an engine without weak references, does not have. Imported first by every
 * page for WPS; test/wps-package compares the built scripts with it.
 */

/** Names as they are missed: of every array and string, or global. */
export const FILLED_IN = [".at()", ".replaceAll()", "WeakRef"] as const;

interface Globals {
  readonly Array: ArrayConstructor;
  readonly String: StringConstructor;
  WeakRef?: unknown;
}

fillIn(globalThis as unknown as Globals);

export function fillIn(page: Globals): void {
  for (const { prototype } of [page.Array, page.String] as { prototype: object }[]) add(prototype, "at", itemAt);
  add(page.String.prototype, "replaceAll", replaceAll);
  // Fluent's focus code makes one unasked. Held strongly: what it holds lives as long as the pane.
  page.WeakRef ??= class {
    readonly #target: object;
    constructor(target: object) {
      this.#target = target;
    }
    deref(): object {
      return this.#target;
    }
  };
}

function add(prototype: object, name: string, method: unknown): void {
  if (name in prototype) return;
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
}

function itemAt(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function replaceAll(this: string, sought: string | RegExp, put: string | ((match: string) => string)): string {
  if (sought instanceof RegExp) {
    if (!sought.global) throw new TypeError("replaceAll must be called with a global RegExp");
    return this.replace(sought, put as string);
  }
  // A function answers for each; in a text $ has a meaning.
  const pattern = new RegExp(sought.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "g");
  return this.replace(pattern, put as string);
}
