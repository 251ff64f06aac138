/** The frame of the pane: title, pages, keys, and the page in front. */
import { Button, FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { paneWords } from "../src/words/pane";
import { NoticeLine } from "./check/NoticeLine";
import { Fallback } from "./Fallback";
import type { Effects } from "./effects";
import { usePaneTheme } from "./look";
import type { Machine } from "./machine";
import { PageTabs } from "./PageTabs";
import { fetchPages, PAGE_IDS, pageComponents, tabOf } from "./pages";
import type { Pane } from "./pane";
import { useFocusKept } from "./useFocusKept";

const useStyles = makeStyles({
  provider: { height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  /** Native fields and scroll bars follow. */
  dark: { colorScheme: "dark" },
  pane: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    minWidth: "0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowX: "hidden",
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    minHeight: "40px",
    paddingLeft: "12px",
    // The host's own menu covers these 40 × 40 px; the tabs stand below it, since five of them need the whole width.
    paddingRight: "40px",
    flexShrink: 0,
  },
  title: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    margin: "0",
    flexGrow: 1,
    whiteSpace: "nowrap",
  },
  opening: { margin: "0", paddingLeft: "12px", color: tokens.colorNeutralForeground2 },
  close: { minWidth: "0", whiteSpace: "nowrap" },
  main: { flexGrow: 1, minHeight: "0" },
  // Scrolls as a whole only where the pane is too low for list and detail together.
  page: {
    height: "100%",
    display: "flex",
    flexDirection: "column",
    overflowY: "auto",
    overflowX: "hidden",
    outlineStyle: "none",
  },
});

export interface PaneRootProps {
  readonly machine: Machine;
  readonly effects: Effects;
  readonly today: () => string;
}

export function PaneRoot({ machine, effects, today }: PaneRootProps): ReactNode {
  const styles = useStyles();
  const panelId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const state = useSyncExternalStore(machine.subscribe, machine.state);
  const words = paneWords(state.locale);
  const { theme, isDark } = usePaneTheme();
  const onFocus = useFocusKept(() => panel.current);
  const pane: Pane = { state, words, dispatch: machine.dispatch, effects };
  const [pages, setPages] = useState(pageComponents);
  const Page = pages[state.page];
  const isChecked = state.checked !== null;
  // The first verdict comes first; what the other pages need is fetched before somebody waits for it.
  useEffect(() => (isChecked ? fetchPages() : undefined), [isChecked]);
  const openAgain = (): void => {
    setPages(pageComponents());
    machine.dispatch({ do: "choose", item: null });
  };
  return (
    <FluentProvider theme={theme} className={mergeClasses(styles.provider, isDark && styles.dark)}>
      <div
        ref={frame}
        className={styles.pane}
        lang={words.lang}
        onFocus={onFocus}
        onKeyDown={(event) => handleKey(event, pane, frame.current)}
      >
        <header className={styles.head}>
          <h1 className={styles.title}>{words.title}</h1>
          {effects.can("closePane") && (
            <Button className={styles.close} size="small" appearance="subtle" onClick={effects.closePane}>
              {words.closePane}
            </Button>
          )}
        </header>
        <PageTabs
          words={words}
          pages={PAGE_IDS}
          page={tabOf(state.page)}
          onChoose={(page) => machine.dispatch({ do: "showPage", page })}
          panelId={panelId}
        />
        <main className={styles.main}>
          <div
            ref={panel}
            id={panelId}
            role="tabpanel"
            tabIndex={-1}
            aria-labelledby={`${panelId}-${tabOf(state.page)}`}
            className={styles.page}
          >
            <Fallback key={state.page} words={words} onAgain={openAgain}>
              {state.page !== "check" && <NoticeLine pane={pane} />}
              <Suspense fallback={<p className={styles.opening}>{words.openingPage}</p>}>
                <Page pane={pane} today={today} />
              </Suspense>
            </Fallback>
          </div>
        </main>
      </div>
    </FluentProvider>
  );
}

/** F8 and Shift+F8 walk; Esc leads from the form to the detail, to the list, to the grid. */
function handleKey(event: KeyboardEvent, { state, dispatch, effects }: Pane, frame: HTMLElement | null): void {
  if (event.key === "F8") {
    event.preventDefault();
    effects.step(event.shiftKey ? -1 : 1);
  }
  if (event.key !== "Escape") return;
  event.preventDefault();
  if (state.sheetlet) dispatch({ do: "lay", sheetlet: null });
  else if (state.chosen) {
    // The row that led to the detail is where reading goes on; where it has gone, whatever stands in its place.
    for (const row of ["[data-chosen]", '[role="listitem"] [tabindex="0"]']) {
      const found = frame?.querySelector<HTMLElement>(row);
      found?.focus();
      if (found) break;
    }
    dispatch({ do: "choose", item: null });
  } else effects.returnToGrid();
}
