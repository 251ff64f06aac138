/** What stands for thread.ts in a page made of one classic script: it can begin no thread of modules. */
export function startThread(): Worker {
  throw new Error("a classic script begins no thread");
}
