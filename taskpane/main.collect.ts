/** The thread beside the pane that collects files: told what, it says how far it is and what came of it. */
import type { CollectAsk } from "./collect/collectFiles";
import type { Said } from "./collect/crew";
import { collectHere } from "./main.collectHere";

const say = (said: Said): void => self.postMessage(said);

self.onmessage = ({ data: ask }: MessageEvent<CollectAsk>): void => {
  // Whoever wants it to stop ends the thread.
  const never = new AbortController().signal;
  collectHere(ask, (progress) => say({ is: "progress", progress }), never).then(
    (outcome) => say({ is: "done", outcome }),
    (error: unknown) => say({ is: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
};
