/** The tabs of the pages. Our own, since Fluent's brings a focus engine of 25 KB with it that nothing else here needs. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import type { PaneWords } from "../src/words/pane";
import { FOCUS_INSIDE } from "./look";
import type { PageId } from "./state";

const useStyles = makeStyles({
  tabs: { display: "flex", flexShrink: 0, paddingLeft: "4px", paddingRight: "4px", marginBottom: "8px" },
  tab: {
    flexGrow: 1,
    maxWidth: "88px",
    minHeight: "32px",
    paddingTop: "0",
    paddingBottom: "0",
    paddingLeft: "4px",
    paddingRight: "4px",
    whiteSpace: "nowrap",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    cursor: "pointer",
    borderTopStyle: "none",
    borderLeftStyle: "none",
    borderRightStyle: "none",
    borderBottom: "3px solid transparent",
    // A contrast theme shows transparent borders too; only the chosen tab may have one.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    outlineStyle: "none",
    ...FOCUS_INSIDE,
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    ":hover": { borderBottomColor: tokens.colorBrandStroke1 },
    "@media (forced-colors: active)": { color: "Highlight", borderBottomColor: "Highlight" },
  },
});

interface PageTabsProps {
  readonly words: PaneWords;
  readonly pages: readonly PageId[];
  readonly page: PageId;
  readonly onChoose: (page: PageId) => void;
  /** Of the element that shows the chosen page. */
  readonly panelId: string;
}

export function PageTabs({ words, pages, page, onChoose, panelId }: PageTabsProps): ReactNode {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const handleKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const next = pages[pages.indexOf(page) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    frame.current?.querySelectorAll<HTMLElement>('[role="tab"]')[pages.indexOf(next)]?.focus();
  };
  return (
    <div ref={frame} role="tablist" aria-label={words.pageList} className={styles.tabs} onKeyDown={handleKey}>
      {pages.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${panelId}-${one}`}
          aria-selected={one === page}
          aria-controls={panelId}
          tabIndex={one === page ? 0 : -1}
          className={mergeClasses(styles.tab, one === page && styles.chosen)}
          onClick={() => onChoose(one)}
        >
          {words.pages[one]}
        </button>
      ))}
    </div>
  );
}
