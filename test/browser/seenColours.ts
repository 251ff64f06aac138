/** Runs in a page under a contrast theme: which of the system's colours every text, edge and shape is painted with, upon which. */
import type { Keyword } from "./contrastThemes";

/** Several keywords may be one colour in the theme that Chromium emulates; each of them may be meant. */
export interface Seen {
  readonly what: "text" | "edge" | "shape";
  /** One of several colours is enough: a hollow shape is seen by its edge. */
  readonly inks: readonly (readonly Keyword[])[];
  readonly grounds: readonly Keyword[];
  readonly where: string;
}

/** What a picture of another theme has to paint; left in the page as `paints`. */
export interface Paint {
  /** The element's `data-seen`. */
  readonly id: string;
  readonly pseudo: string;
  readonly property: string;
  /** Null paints nothing. */
  readonly keyword: Keyword | null;
}

export interface SeenColours {
  readonly seen: readonly Seen[];
  /** Colours of no system: a theme cannot change them. */
  readonly foreign: readonly string[];
}

/** Self-contained: it is sent to the page as its own text. */
export function seenColours([selector, keywords]: readonly [string, readonly Keyword[]]): SeenColours {
  const SHAPES = "path, rect, line, polygon, polyline, circle, ellipse";
  const meant = new Map<string, Keyword[]>();
  const probe = document.createElement("i");
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  for (const keyword of keywords) {
    probe.style.color = keyword;
    const { color } = getComputedStyle(probe);
    meant.set(color, [...(meant.get(color) ?? []), keyword]);
  }
  probe.remove();

  const seen: Seen[] = [];
  const paints: Paint[] = [];
  const foreign = new Set<string>();
  const grounds = new Map<Element, readonly Keyword[]>();

  const isNothing = (colour: string): boolean => /^(none|transparent|rgba\(.*, 0\))$/.test(colour);
  const nameOf = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> ${(element.textContent ?? "").trim().slice(0, 30)}`;
  const keywordsOf = (colour: string, of: string | null): readonly Keyword[] => {
    if (isNothing(colour)) return [];
    const known = meant.get(colour);
    if (!known && of !== null) foreign.add(`${of}: ${colour}`);
    return known ?? [];
  };
  /** Whose place it is says which of the keywords is meant: a guess for pictures, the contrast is asked of them all. */
  const likely = (among: readonly Keyword[], element: Element, property: string): Keyword | null => {
    const [only, ...others] = among;
    if (!only || others.length === 0) return only ?? null;
    const isDrawing = element.matches(SHAPES) && element.closest("[fill=currentColor]") === null;
    const control = isDrawing ? undefined : element.closest("button, input, select")?.tagName;
    const kind = control === undefined ? 0 : control === "BUTTON" ? 1 : 2;
    if (!among.includes("Canvas")) return (["CanvasText", "ButtonText", "FieldText"] as const)[kind];
    if (/^(border|outline)/.test(property)) return "Canvas";
    if (property === "background-color") return (["Canvas", "ButtonFace", "Field"] as const)[kind];
    return isDrawing ? "Canvas" : "HighlightText";
  };
  /** A face of a button is found on buttons alone. */
  const asGround = (among: readonly Keyword[], element: Element): readonly Keyword[] => {
    if (!among.includes("Canvas")) return among;
    return element.closest("button, input, select") ? ["ButtonFace", "Field"] : ["Canvas"];
  };
  const groundOf = (element: Element | null): readonly Keyword[] => (element && grounds.get(element)) ?? ["Canvas"];

  let count = 0;
  for (const element of [document.body, ...document.querySelectorAll(`${selector}, ${selector} *`)]) {
    const id = String(++count);
    element.setAttribute("data-seen", id);
    const name = nameOf(element);
    const isSeen = element.checkVisibility({ visibilityProperty: true }) && !isClipped(element);
    for (const pseudo of ["", "::before", "::after", "::placeholder"]) {
      const style = getComputedStyle(element, pseudo === "" ? null : pseudo);
      const isHint = pseudo === "::placeholder";
      if (isHint && !element.matches("[placeholder]:placeholder-shown")) continue;
      if (!isHint && pseudo !== "" && /^(none|normal)$/.test(style.content)) continue;
      const paint = (property: string): readonly Keyword[] => {
        const found = keywordsOf(style.getPropertyValue(property), isSeen ? `${name}${pseudo} ${property}` : null);
        paints.push({ id, pseudo, property, keyword: likely(found, element, property) });
        return found;
      };
      const ink = paint("color");
      if (isHint && isSeen)
        seen.push({ what: "text", inks: [ink], grounds: groundOf(element), where: `${name}${pseudo}` });
      const ground = paint("background-color");
      const edges = ["top", "right", "bottom", "left"]
        .filter(
          (side) =>
            style.getPropertyValue(`border-${side}-style`) !== "none" &&
            style.getPropertyValue(`border-${side}-width`) !== "0px",
        )
        .map((side) => paint(`border-${side}-color`));
      if (style.outlineStyle !== "none" && style.outlineWidth !== "0px") edges.push(paint("outline-color"));
      if (pseudo !== "") continue;
      grounds.set(element, ground.length === 0 ? groundOf(element.parentElement) : asGround(ground, element));
      if (element.matches(SHAPES)) {
        const inks = [paintFill(element, id, ink) ?? paint("fill"), paint("stroke")].filter(
          (found) => found.length > 0,
        );
        if (isSeen && inks.length > 0)
          seen.push({ what: "shape", inks, grounds: groundOf(element.parentElement), where: name });
        continue;
      }
      if (!isSeen) continue;
      if (hasText(element) && ink.length > 0)
        seen.push({ what: "text", inks: [ink], grounds: groundOf(element), where: name });
      // An edge in the colour of the ground keeps a place free for the one that it will be.
      for (const edge of edges)
        if (edge.length > 0 && !edge.includes("Canvas"))
          seen.push({ what: "edge", inks: [edge], grounds: groundOf(element.parentElement), where: name });
    }
  }
  Object.assign(window, { paints });
  return { seen, foreign: [...foreign] };

  /** An icon's currentColor is painted in the forced colour, whatever is said of its fill. */
  function paintFill(element: Element, id: string, ink: readonly Keyword[]): readonly Keyword[] | null {
    if (element.closest("[fill=currentColor]") === null) return null;
    paints.push({ id, pseudo: "", property: "fill", keyword: likely(ink, element, "fill") });
    return ink;
  }

  /** For readers alone. */
  function isClipped(element: Element): boolean {
    for (let one: Element | null = element; one; one = one.parentElement)
      if (getComputedStyle(one).clipPath === "inset(50%)") return true;
    return false;
  }

  function hasText(element: Element): boolean {
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
    );
  }
}
