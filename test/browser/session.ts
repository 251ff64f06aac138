/** One browser and one folder behind a server for a file of tests; each test opens its own page, which is closed after it. */
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import { openPage, type OpenedPage, type PageOptions } from "./page";
import { serveFolder, type StaticServer } from "./server";

export interface Session {
  /** Where the folder is served. */
  readonly address: () => string;
  readonly open: (options?: PageOptions) => Promise<OpenedPage>;
}

/** Sets the hooks of the file that calls it. */
export function browserSession(folder: string): Session {
  let started: { readonly browser: Browser; readonly server: StaticServer } | null = null;
  let opened: OpenedPage | null = null;
  const now = (): NonNullable<typeof started> => {
    if (!started) throw new Error("A page can be opened within a test only.");
    return started;
  };
  beforeAll(async () => {
    started = { browser: await launchBrowser(), server: await serveFolder(folder) };
  });
  afterEach(async () => {
    await opened?.close();
    opened = null;
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.stop();
  });
  return {
    address: () => now().server.address,
    async open(options) {
      opened = await openPage(now().browser, now().server.address, options);
      return opened;
    },
  };
}
