/** Turns of the event loop that a test gives out: what works in slices goes on only when it is let. */

export interface HeldTurns {
  /** Lets whoever waits for a turn work for one more slice, which is one step. */
  readonly letOne: () => void;
  /** Lets one after another work, until nobody asks for a turn any more. */
  readonly letEach: () => Promise<void>;
  /** From now on nobody waits. */
  readonly letAll: () => void;
}

/** Turns of the event loop in which nobody asked for one: what is still to come waits for something else. */
const IDLE_TURNS = 20;

/** To be called before anything works. jsdom has no channels of messages, so that none but what works in slices asks for one. */
export function holdTurns(): HeldTurns {
  const waiting: (() => void)[] = [];
  let isOpen = false;
  class Channel {
    readonly port1: { onmessage: (() => void) | null; close: () => void } = { onmessage: null, close: () => undefined };
    readonly port2 = {
      postMessage: (): void => {
        const deliver = (): void => void setTimeout(() => this.port1.onmessage?.(), 0);
        if (isOpen) deliver();
        else waiting.push(deliver);
      },
    };
  }
  Object.assign(globalThis, { MessageChannel: Channel });
  let now = performance.now();
  const clock = jest.spyOn(performance, "now").mockImplementation(() => (now += 1000));
  return {
    letOne: () => waiting.shift()?.(),
    async letEach() {
      for (let idle = 0; idle < IDLE_TURNS; idle++) {
        if (waiting.length > 0) idle = 0;
        waiting.shift()?.();
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
    letAll() {
      isOpen = true;
      clock.mockRestore();
      Reflect.deleteProperty(globalThis, "MessageChannel");
      for (const deliver of waiting.splice(0)) deliver();
    },
  };
}
