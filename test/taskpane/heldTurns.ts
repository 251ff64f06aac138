/** Turns of the event loop that a test gives out: what works in slices goes on only when it is let. */

export interface HeldTurns {
  /** Lets whoever waits for a turn work for one more slice, which is one step. */
  readonly letOne: () => void;
  /** From now on nobody waits. */
  readonly letAll: () => void;
}

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
    letAll() {
      isOpen = true;
      clock.mockRestore();
      Reflect.deleteProperty(globalThis, "MessageChannel");
      for (const deliver of waiting.splice(0)) deliver();
    },
  };
}
