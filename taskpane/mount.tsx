/** Puts the pane into an element of a page, over whichever host the page has picked. */
import { createRoot } from "react-dom/client";
import type { Host } from "../src/sheet/host";
import { dayOfClock } from "../src/words/paneFigures";
import { paneWords } from "../src/words/pane";
import type { Locale } from "../src/words/say";
import { paneEffects } from "./effects";
import { startMachine, type Machine } from "./machine";
import { RegisteredFunctions, type RegisteredNames } from "./functions/registered";
import { handOn } from "./hand";
import { HandOnPane } from "./HandOnPane";
import { HostUnderTest } from "./more/SelfTest";
import { PaneRoot } from "./PaneRoot";
import { initialState, type PageId } from "./state";

export interface PaneOptions {
  readonly host: Host;
  readonly locale?: Locale;
  /** The day on which time rules are judged, YYYY-MM-DD; today where not given. */
  readonly asOf?: string;
  /** Begin with a check rather than with a button that starts one. */
  readonly checkAtOnce?: boolean;
  /** Under which names the program's cells know our functions, where it may have refused some. */
  readonly functionNames?: RegisteredNames;
  /** The clerk has chosen another language: what stands around the pane follows. */
  readonly onSpoken?: (locale: Locale) => void;
  /** Lends a program's own buttons what they command. */
  readonly onMounted?: (commands: PaneCommands) => void;
  /** Now, for tests. */
  readonly clock?: () => Date;
}

export interface PaneCommands {
  /** A page that this pane does not have leads to the first. */
  readonly show: (page: string) => void;
  readonly check: () => void;
}

const unasked: RegisteredNames = () => null;

/** Returns the way to take it away again. */
export function mountPane(element: HTMLElement, options: PaneOptions): () => void {
  const { host, locale = "zh", clock = () => new Date(), checkAtOnce = true } = options;
  const machine = startMachine(initialState(locale, options.asOf ?? dayOfClock(clock())));
  const hand = handOn(element);
  const effects = paneEffects(host, machine, clock, hand);
  const root = createRoot(element);
  root.render(
    <HostUnderTest.Provider value={host}>
      <RegisteredFunctions.Provider value={options.functionNames ?? unasked}>
        <HandOnPane.Provider value={hand}>
          <PaneRoot machine={machine} effects={effects} today={() => dayOfClock(clock())} />
        </HandOnPane.Provider>
      </RegisteredFunctions.Provider>
    </HostUnderTest.Provider>,
  );
  const stop = effects.start({ checkAtOnce });
  const stopListening = options.onSpoken ? tellOfLanguage(machine, options.onSpoken) : () => undefined;
  options.onMounted?.({
    show: (page) => machine.dispatch({ do: "showPage", page: isPage(page) ? page : "check" }),
    check: () => effects.check(),
  });
  return () => {
    stop();
    hand.end();
    stopListening();
    root.unmount();
  };
}

function isPage(page: string): page is PageId {
  return Object.keys(paneWords("zh").pages).includes(page);
}

function tellOfLanguage(machine: Machine, onSpoken: (locale: Locale) => void): () => void {
  let { locale: spoken } = machine.state();
  return machine.subscribe(() => {
    const { locale } = machine.state();
    if (locale === spoken) return;
    spoken = locale;
    onSpoken(locale);
  });
}
