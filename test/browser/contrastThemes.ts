/**
 * Windows' four contrast themes by the names of CSS. Chromium paints pages so where its own “page colors” are set to one of
 * them (ui/color/css_system_color_mixer.cc); Firefox's design tokens (figma-variables-all.json, “HCM Theme”) hold the same
 * but where `also` says otherwise, and know no Aquatic. Windows' own .theme files were not at hand, and a person may change
 * every colour of a theme.
 */
export const KEYWORDS = [
  "Canvas",
  "CanvasText",
  "ButtonFace",
  "ButtonText",
  "ButtonBorder",
  "Field",
  "FieldText",
  "GrayText",
  "Highlight",
  "HighlightText",
  "LinkText",
] as const;
export type Keyword = (typeof KEYWORDS)[number];
export type Palette = Readonly<Record<Keyword, string>>;

/** What Windows has a setting for; the other keywords follow from these. */
interface Settings {
  readonly window: string;
  readonly windowText: string;
  readonly buttonFace: string;
  readonly buttonText: string;
  readonly grayText: string;
  readonly highlight: string;
  readonly highlightText: string;
  readonly hotlight: string;
}

export interface ContrastTheme {
  readonly name: string;
  readonly chinese: string;
  readonly palette: Palette;
  /** Where Firefox says another colour. */
  readonly also: Partial<Palette>;
}

function paletteOf(set: Settings): Palette {
  return {
    Canvas: set.window,
    CanvasText: set.windowText,
    ButtonFace: set.buttonFace,
    ButtonText: set.buttonText,
    ButtonBorder: set.buttonText,
    Field: set.window,
    FieldText: set.windowText,
    GrayText: set.grayText,
    Highlight: set.highlight,
    HighlightText: set.highlightText,
    LinkText: set.hotlight,
  };
}

export const CONTRAST_THEMES: readonly ContrastTheme[] = [
  {
    name: "aquatic",
    chinese: "水生",
    palette: paletteOf({
      window: "#202020",
      windowText: "#ffffff",
      buttonFace: "#202020",
      buttonText: "#ffffff",
      grayText: "#a6a6a6",
      highlight: "#8ee3f0",
      highlightText: "#263b50",
      hotlight: "#75e9fc",
    }),
    also: {},
  },
  {
    name: "desert",
    chinese: "沙漠",
    palette: paletteOf({
      window: "#fffaef",
      windowText: "#3d3d3d",
      buttonFace: "#fffaef",
      buttonText: "#202020",
      grayText: "#676767",
      highlight: "#903909",
      highlightText: "#fff5e3",
      hotlight: "#0063b3",
    }),
    also: { LinkText: "#1c5e75" },
  },
  {
    name: "dusk",
    chinese: "黄昏",
    palette: paletteOf({
      window: "#2d3236",
      windowText: "#ffffff",
      buttonFace: "#2d3236",
      buttonText: "#b6f6f0",
      grayText: "#a6a6a6",
      highlight: "#a1bfde",
      highlightText: "#19222d",
      hotlight: "#70ebde",
    }),
    also: { HighlightText: "#212d3b" },
  },
  {
    name: "night-sky",
    chinese: "夜空",
    palette: paletteOf({
      window: "#000000",
      windowText: "#ffffff",
      buttonFace: "#000000",
      buttonText: "#ffee32",
      grayText: "#a6a6a6",
      highlight: "#d5b4fd",
      highlightText: "#2b2b2b",
      hotlight: "#8080ff",
    }),
    also: { ButtonFace: "#292929", Highlight: "#d6b4fd" },
  },
];

/** WCAG's contrast of two colours written #rrggbb. */
export function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
