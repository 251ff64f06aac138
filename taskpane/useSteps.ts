/** The result of a generator that is driven in slices while the pane stays alive; null until it has come to its end. */
import { useContext, useEffect, useRef, useState } from "react";
import { HandOnPane } from "./HandOnPane";
import { Cancelled, runInSlices } from "./slices";

/**
 * `make` must be the same function for the same question (useCallback). The former answer stays until the next is there
 * and no hand presses what would be exchanged.
 */
export function useSteps<Result>(make: () => Generator<unknown, Result>): Result | null {
  const hand = useContext(HandOnPane);
  const isExchange = useRef(false);
  const [answer, setAnswer] = useState<{ readonly result: Result } | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const answered = async (): Promise<void> => {
      const result = await runInSlices(make(), { signal: controller.signal });
      // The first takes the place of nothing that could be pressed.
      if (isExchange.current) await hand.rests();
      if (controller.signal.aborted) return;
      isExchange.current = true;
      setAnswer({ result });
    };
    answered().catch((error: unknown) => {
      if (!(error instanceof Cancelled)) setFailure({ error });
    });
    return () => controller.abort();
  }, [make, hand]);
  // What fails outside a render is shown by the same fallback as what fails inside one.
  if (failure) throw failure.error;
  return answer?.result ?? null;
}
