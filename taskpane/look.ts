/** What parts of the pane share in looks: the theme, the grid of 4 px, the signs of severity. */
import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  shorthands,
  tokens,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { Severity } from "../src/rules/rule";

/** Faces that government desktops have; Fluent's own come first on Windows. */
const FACES =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans SC Variable", "WenQuanYi Micro Hei", sans-serif';

const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FACES, fontFamilyNumeric: FACES };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase: FACES, fontFamilyNumeric: FACES };

/** As the system is set; contrast themes put their own colours over either. */
export function usePaneTheme(): { readonly theme: Theme; readonly isDark: boolean } {
  const isDark = useSyncExternalStore(watchDark, () => darkQuery().matches);
  return { theme: isDark ? DARK : LIGHT, isDark };
}

function watchDark(listener: () => void): () => void {
  const query = darkQuery();
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

function darkQuery(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

/** Every row of every list: a finger's and a tired eye's height, and what makes a virtual list simple. */
export const ROW_HEIGHT = 40;

export const SEVERITY_SIGN: Record<Severity, string> = { error: "✕", warning: "!", hint: "·" };

const AFTER_A_WHILE = { animationDelay: "600ms", animationDuration: "1ms", animationFillMode: "both" } as const;

/** Fluent's own sign of keyboard focus, drawn inside: :focus-visible came with Chrome 86. */
export const FOCUS_INSIDE = createCustomFocusIndicatorStyle({
  outlineStyle: "solid",
  outlineWidth: "2px",
  outlineColor: tokens.colorStrokeFocus2,
  outlineOffset: "-2px",
});

/** A bare button that fills its row. */
export const useRowStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    columnGap: "8px",
    width: "100%",
    height: `${String(ROW_HEIGHT)}px`,
    boxSizing: "border-box",
    paddingLeft: "12px",
    paddingRight: "12px",
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: "pointer",
    ...shorthands.border("0"),
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    outlineStyle: "none",
    ...FOCUS_INSIDE,
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": {
      outlineStyle: "solid",
      outlineWidth: "1px",
      outlineColor: "Highlight",
      outlineOffset: "-3px",
    },
  },
  // A re-check of most sheets is over before this shows: what flickers disturbs. Its buttons are off at once.
  stale: {
    animationName: { to: { color: tokens.colorNeutralForeground3, fontStyle: "italic" } },
    ...AFTER_A_WHILE,
  },
  staleSign: { animationName: { from: { visibility: "hidden" }, to: { visibility: "visible" } }, ...AFTER_A_WHILE },
  /** Takes what is left and ends in an ellipsis. */
  fill: {
    flexGrow: 1,
    minWidth: "0",
    overflowX: "hidden",
    overflowY: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  /** Over `fill`: two lines fit the row, and a rule's title is read whole in the narrowest pane. */
  twoLines: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
    whiteSpace: "normal",
    overflowWrap: "anywhere",
    lineHeight: "18px",
  },
  /** A sign that is no text keeps its size. */
  icon: { flexShrink: 0 },
  fixed: { flexShrink: 0, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  quiet: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** Native selects, day fields and the like, in Fluent's colours. */
export const useFieldStyles = makeStyles({
  field: {
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    height: "32px",
    boxSizing: "border-box",
    maxWidth: "100%",
    minWidth: "0",
    paddingLeft: "8px",
    paddingRight: "8px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border("1px", "solid", tokens.colorNeutralStrokeAccessible),
    ...shorthands.borderRadius(tokens.borderRadiusMedium),
    ":focus": { outlineStyle: "solid", outlineWidth: "2px", outlineColor: tokens.colorStrokeFocus2 },
  },
  label: { display: "flex", flexDirection: "column", rowGap: "4px", minWidth: "0" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px", rowGap: "8px" },
});

/** For eyes no, for readers yes. */
export const useHiddenStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflowX: "hidden",
    overflowY: "hidden",
    whiteSpace: "nowrap",
    clipPath: "inset(50%)",
  },
});
