/** The add-in shell of WPS: panes, ribbon, storage, files; each with what is known to go wrong with it. */
import type { WpsBuild } from "./build";
import { byName } from "./events";

const FLOATING = 4;

export class TaskPane {
  DockPosition = 2;
  Width = 300;
  private visible = false;
  constructor(
    readonly ID: number,
    readonly url: string,
    private readonly changed: (pane: TaskPane) => void,
  ) {}
  get Visible(): boolean {
    return this.visible;
  }
  set Visible(visible: boolean) {
    this.visible = visible;
    this.changed(this);
  }
}

/** Numbers of panes begin anew in each program, while the storage in which an add-in keeps them is one for all. */
export class TaskPanes {
  readonly all: TaskPane[] = [];
  /** `shown` is told when a pane is to be seen, and when no longer. */
  constructor(private readonly shown: (pane: TaskPane) => void = () => undefined) {}

  readonly create = (url: string, _title?: string): TaskPane => {
    const pane = new TaskPane(this.all.length + 1, url, this.shown);
    this.all.push(pane);
    return pane;
  };
  readonly get = (id: number): TaskPane | null => this.all.find(({ ID }) => ID === id) ?? null;
  get isDocked(): boolean {
    return this.all.some(({ Visible, DockPosition }) => Visible && DockPosition !== FLOATING);
  }
}

/** Shared by the three programs, gone when they are closed. */
export class PluginStorage {
  private readonly kept = new Map<string, string | number | boolean>();
  readonly setItem = (key: string, value: string | number | boolean): void => void this.kept.set(key, value);
  readonly getItem = (key: string): string | number | boolean | undefined => this.kept.get(key);
  readonly removeItem = (key: string): void => void this.kept.delete(key);
  readonly clear = (): void => this.kept.clear();
  restart(): void {
    this.kept.clear();
  }
}

/** Files by path: reading one as text stops at the first byte that is none. */
export class FileSystem {
  constructor(private readonly files: Map<string, Uint8Array>) {}
  readonly Exists = (path: string): boolean => this.files.has(path);
  readonly ReadFile = (path: string): string => {
    const bytes = this.files.get(path) ?? new Uint8Array();
    const end = bytes.findIndex((byte) => byte < 9);
    return String.fromCharCode(...bytes.slice(0, end === -1 ? bytes.length : end));
  };
  readonly ReadFileAsArrayBuffer = (path: string): ArrayBuffer => {
    const bytes = this.files.get(path) ?? new Uint8Array();
    return bytes.slice().buffer;
  };
}

export type Pressed = "answered" | "frozen" | "nothing";

/** Calls what ribbon.xml names, in the page, by its global name. */
export class Ribbon {
  constructor(
    private readonly build: WpsBuild,
    private readonly panes: TaskPanes,
    private readonly page: () => object,
  ) {}

  /** Whether WPS shows the tab at all: not with an XML declaration before it, nor where a callback is asynchronous. */
  isShown(xml: string): boolean {
    if (!xml.startsWith("<customUI")) return false;
    return [...xml.matchAll(/\b(?:onLoad|onAction|get\w+)="([^"]+)"/g)].every(([, name = ""]) => {
      const callback = byName(this.page(), name);
      return callback !== null && !(callback({ Id: "", id: undefined }) instanceof Promise);
    });
  }

  /** The control that a callback is given says its id with a capital letter. */
  press(callback: string, id: string): Pressed {
    if (this.build.dockedPaneFreezes && this.panes.isDocked) return "frozen";
    const called = byName(this.page(), callback);
    if (!called) return "nothing";
    called({ Id: id });
    return "answered";
  }
}
