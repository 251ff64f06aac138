/** When the next answer takes the place of the former: with a hand on the pane, and without. */
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Hand } from "../../taskpane/hand";
import { HandOnPane } from "../../taskpane/HandOnPane";
import { useSteps } from "../../taskpane/useSteps";

type Make = () => Generator<unknown, string>;

function answering(text: string): Make {
  return function* steps() {
    yield null;
    return text;
  };
}

const [FIRST, SECOND, THIRD] = ["一", "二", "三"].map(answering) as [Make, Make, Make];

test("the former answer stays until the next is there", async () => {
  const { result, rerender } = renderHook(({ make }) => useSteps(make), { initialProps: { make: FIRST } });
  expect(result.current).toBeNull();
  await waitFor(() => expect(result.current).toBe("一"));
  rerender({ make: SECOND });
  expect(result.current).toBe("一");
  await waitFor(() => expect(result.current).toBe("二"));
});

test("the next answer waits for the hand that presses a row of the former, and the last asked for is the one shown", async () => {
  const waiting: (() => void)[] = [];
  let isBusy = true;
  const hand: Hand = {
    isBusy: () => isBusy,
    rests: () => (isBusy ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    end: () => undefined,
  };
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <HandOnPane.Provider value={hand}>{children}</HandOnPane.Provider>
  );
  const shown: (string | null)[] = [];
  const { result, rerender } = renderHook(
    ({ make }) => {
      const answer = useSteps(make);
      shown.push(answer);
      return answer;
    },
    { initialProps: { make: FIRST }, wrapper },
  );
  // The first exchanges nothing.
  await waitFor(() => expect(result.current).toBe("一"));
  rerender({ make: SECOND });
  await waitFor(() => expect(waiting).toHaveLength(1));
  rerender({ make: THIRD });
  await waitFor(() => expect(waiting).toHaveLength(2));
  expect(result.current).toBe("一");
  isBusy = false;
  act(() => waiting.forEach((goOn) => goOn()));
  await waitFor(() => expect(result.current).toBe("三"));
  expect(shown).not.toContain("二");
});
