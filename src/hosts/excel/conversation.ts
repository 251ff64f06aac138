/** One conversation with Excel over office.js, which itself waits for ever: it ends when no answer has come for long, or nobody wants it any more. */
import { HostFailure } from "../../sheet/hostFailure";
import { hostFailure } from "./failure";

export interface Manner {
  /** How long Excel may take for one answer, in milliseconds. */
  readonly patience: number;
  /** A command of the user's waits until a cell that is being edited is left. */
  readonly waitsForEdit?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Whatever goes wrong comes out as a HostFailure. Work that was given up goes no further when Excel answers after all. */
export function converse<T>(
  { patience, waitsForEdit = false, signal }: Manner,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let given: HostFailure | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = (failure: HostFailure): void => {
      given ??= failure;
      reject(given);
    };
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(new HostFailure("silent", "")), patience);
    };
    const abort = (): void => giveUp(new HostFailure("aborted", ""));
    const heard = (): void => {
      if (given) throw given;
      listen();
    };
    listen();
    signal?.addEventListener("abort", abort);
    void Excel.run({ delayForCellEdit: waitsForEdit }, (context) => work(heeding(context, heard)))
      .then(resolve, (error: unknown) => reject(hostFailure(error)))
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      });
  });
}

/** Every answer of Excel's passes by here, whatever the work is made of. */
function heeding(context: Excel.RequestContext, heard: () => void): Excel.RequestContext {
  const sync = context.sync.bind(context);
  context.sync = async <T>(passed?: T): Promise<T> => {
    const answer = await sync(passed);
    heard();
    return answer;
  };
  return context;
}
