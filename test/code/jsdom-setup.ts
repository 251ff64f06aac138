/** What Fluent needs of a browser and jsdom does not have. */
import { TextDecoder, TextEncoder } from "node:util";

class ResizeObserverStandIn {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= ResizeObserverStandIn as unknown as typeof ResizeObserver;
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})) as unknown as typeof matchMedia;
Element.prototype.scrollIntoView ??= () => undefined;

// Browsers have them, jsdom does not; example workbooks are read with them.
Object.assign(globalThis, { TextDecoder, TextEncoder });
