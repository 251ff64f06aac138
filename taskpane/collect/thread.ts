/** The thread beside the pane; classic scripts, which can begin none, are built with noThread.ts in its place. */
export function startThread(): Worker {
  return new Worker(new URL("../main.collect.ts", import.meta.url), { type: "module" });
}
