/** A stream that keeps what it is given, in place of the process's own. */
import type { Stream } from "../../src/cli/terminal";

export function streamInto(list: string[], isTTY = false): Stream {
  return {
    isTTY,
    write(text, done) {
      list.push(text);
      done?.();
    },
  };
}
