/** The clerk's hand on the pane: what it presses, or is on its way to press, is not exchanged under it for something else. */

export interface Hand {
  readonly isBusy: () => boolean;
  /** When it has pressed what it was about to press, or has thought better of it. */
  readonly rests: () => Promise<void>;
  /** For good: nobody waits for it any more. */
  readonly end: () => void;
}

/** For a pane that nobody touches. */
export const NO_HAND: Hand = { isBusy: () => false, rests: () => Promise.resolve(), end: () => undefined };

/** Whoever moves over a row presses it within this time, or only passes by: what changes later is seen in time. */
const ON_ITS_WAY_MS = 500;
/** Nor does a hand that goes on moving over rows hold anything up for longer. */
const MOVES_AT_MOST_MS = 1500;
/** The click comes at once after a mouse is let go, and after a finger when the browser knows that it was no scroll. */
const CLICK_FOLLOWS_MS = 300;
/** Longer than anybody presses: a release that the page is not told of (outside its frame, in a list of the system) holds nothing up for good. */
const AT_MOST_MS = 5000;

type Listener = readonly [place: EventTarget, name: string, listen: (event: Event) => void];
/** Whatever those below make of an event, it is heard of. */
const EARLY = { capture: true, passive: true } as const;

const PRESSABLE = "button, label, summary, a[href]";

export function handOn(element: HTMLElement): Hand {
  const page = element.ownerDocument;
  const waiting = new Set<() => void>();
  let isPressing = false;
  let busySince = 0;
  let rest: ReturnType<typeof setTimeout> | null = null;

  function beBusy(milliseconds: number): void {
    if (rest === null) busySince = Date.now();
    else clearTimeout(rest);
    rest = setTimeout(letGo, milliseconds);
  }

  function letGo(): void {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    isPressing = false;
    for (const goOn of [...waiting]) goOn();
    waiting.clear();
  }

  function press(): void {
    isPressing = true;
    beBusy(AT_MOST_MS);
  }

  function release(): void {
    if (isPressing) beBusy(CLICK_FOLLOWS_MS);
  }

  function move(event: MouseEvent): void {
    if (event.buttons !== 0) return;
    if (isPressing) release();
    else if (isOverPressable(event) && (rest === null || Date.now() - busySince < MOVES_AT_MOST_MS)) {
      beBusy(ON_ITS_WAY_MS);
    }
  }

  const listeners: readonly Listener[] = [
    [element, "pointermove", (event) => event instanceof MouseEvent && move(event)],
    [element, "pointerdown", press],
    [element, "keydown", (event) => isSpaceOnPressable(event) && press()],
    [page, "keyup", release],
    [page, "pointerup", release],
    [page, "pointercancel", letGo],
    // Not at once: a label passes its click on to its box.
    [page, "click", () => isPressing && beBusy(0)],
  ];
  for (const [place, name, listen] of listeners) place.addEventListener(name, listen, EARLY);

  return {
    isBusy: () => rest !== null,
    rests: () => (rest === null ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
    end() {
      for (const [place, name, listen] of listeners) place.removeEventListener(name, listen, EARLY);
      letGo();
    },
  };
}

function isOverPressable({ target }: Event): boolean {
  return target instanceof Element && target.closest(PRESSABLE) !== null;
}

/** Enter presses when it goes down, the space bar when it is let go. */
function isSpaceOnPressable(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === " " && !event.repeat && isOverPressable(event);
}
