/** The result of a generator that is driven in slices while the pane stays alive; null until it has come to its end. */
import { useEffect, useState } from "react";
import { Cancelled, runInSlices } from "./slices";

/** `make` must be the same function for the same question (useCallback). The former answer stays until the next is there. */
export function useSteps<Result>(make: () => Generator<unknown, Result>): Result | null {
  const [answer, setAnswer] = useState<{ readonly result: Result } | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    runInSlices(make(), { signal: controller.signal }).then(
      (result) => {
        if (!controller.signal.aborted) setAnswer({ result });
      },
      (error: unknown) => {
        if (!(error instanceof Cancelled)) setFailure({ error });
      },
    );
    return () => controller.abort();
  }, [make]);
  // What fails outside a render is shown by the same fallback as what fails inside one.
  if (failure) throw failure.error;
  return answer?.result ?? null;
}
