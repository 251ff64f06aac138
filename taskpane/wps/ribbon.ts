/** The ribbon's tab in WPS: one table of buttons, the XML that WPS reads and the functions that it calls by their global names. */
import { WPS_WORDS } from "../../src/words/wps";
import type { IconName } from "../excel/iconArt";

interface Button {
  readonly icon: IconName;
  /** The pane's page that it shows; null: it hides the pane. */
  readonly page: string | null;
}

/** In the order of the ribbon. */
export const BUTTONS = {
  checkSheet: { icon: "check", page: "check" },
  exportSheets: { icon: "export", page: "export" },
  reserveGoals: { icon: "goals", page: "targets" },
  insertFunction: { icon: "functions", page: "functions" },
  showHelp: { icon: "help", page: "help" },
  hidePane: { icon: "hide", page: null },
} as const satisfies Readonly<Record<string, Button>>;

export type ButtonId = keyof typeof BUTTONS;

/** WPS looks these up among the entry page's globals. */
export const CALLBACKS = { onLoad: "XmOnLoad", onAction: "XmOnAction", getImage: "XmGetImage" } as const;

/** Ordinary screens and finer ones. */
export const ICON_SIZES = [32, 64] as const;

/** WPS takes a file that begins with anything but <customUI for none, an XML declaration included. */
export function ribbonXml(): string {
  const buttons = (Object.keys(BUTTONS) as ButtonId[]).map((id) => {
    const { label, tip } = WPS_WORDS.buttons[id];
    return `          <button id="${id}" label="${label}" screentip="${tip}" size="large" onAction="${CALLBACKS.onAction}" getImage="${CALLBACKS.getImage}" />`;
  });
  return `<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="${CALLBACKS.onLoad}">
  <ribbon startFromScratch="false">
    <tabs>
      <tab id="xmLedgerCheckTab" label="${WPS_WORDS.addIn}">
        <group id="xmLedgerCheckGroup" label="${WPS_WORDS.addIn}">
${buttons.join("\n")}
        </group>
      </tab>
    </tabs>
  </ribbon>
</customUI>
`;
}

export interface RibbonOrders {
  /** WPS has the ribbon; by now all of WPS is there. */
  readonly loaded: () => void;
  readonly show: (button: ButtonId, page: string) => void;
  readonly hide: () => void;
}

/** WPS hands over which button it is; older builds spell the property small. */
export interface RibbonControl {
  readonly Id?: string;
  readonly id?: string;
}

export interface RibbonCallbacks {
  readonly XmOnLoad: () => boolean;
  readonly XmOnAction: (control: RibbonControl) => boolean;
  readonly XmGetImage: (control: RibbonControl) => string;
}

/** None is asynchronous: WPS 12.1.0.23542 shows no tab where one is. */
export function ribbonCallbacks(orders: RibbonOrders, pixelRatio: () => number): RibbonCallbacks {
  return {
    XmOnLoad: () => {
      orders.loaded();
      return true;
    },
    XmOnAction: (control) => {
      const button = buttonOf(control);
      if (!button) return true;
      const { page } = BUTTONS[button];
      if (page !== null) orders.show(button, page);
      else orders.hide();
      return true;
    },
    XmGetImage: (control) => {
      const button = buttonOf(control);
      const [ordinary, fine] = ICON_SIZES;
      return button ? iconFile(BUTTONS[button].icon, pixelRatio() > 1 ? fine : ordinary) : "";
    },
  };
}

export function iconFile(icon: IconName, size: number): string {
  return `icons/${icon}-${String(size)}.png`;
}

function buttonOf(control: RibbonControl): ButtonId | null {
  const id = control.Id ?? control.id ?? "";
  return Object.keys(BUTTONS).includes(id) ? (id as ButtonId) : null;
}
