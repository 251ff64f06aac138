/** A WPS that is none: what WPS puts into a page, over a workbook of ours, with the traps of its builds. */
import type { WorkbookStore } from "../sheetStore";
import { WINDOWS, type WpsBuild } from "./build";
import { CustomFunctions } from "./customFunctions";
import { ApiEvent } from "./events";
import { Application } from "./application";
import { Book } from "./model";
import { FileSystem, PluginStorage, Ribbon, TaskPanes, type TaskPane } from "./shell";

export interface WpsSettings {
  readonly store: WorkbookStore;
  readonly build?: WpsBuild;
  readonly fileFormat?: number;
  readonly date1904?: boolean;
  readonly files?: Map<string, Uint8Array>;
  /** The page whose global names the ribbon and events call; asked each time where it may be loaded anew. */
  readonly page?: object | (() => object);
  /** A pane is to be seen, or no longer. */
  readonly onPane?: (pane: TaskPane) => void;
  /** The program has done what one call asked of it. */
  readonly onWritten?: () => void;
}

export interface FakeWps {
  /** What stands in the page: `wps` and `Application`. */
  readonly globals: { readonly wps: object; readonly Application: object };
  readonly book: Book;
  readonly events: ApiEvent;
  readonly panes: TaskPanes;
  readonly ribbon: Ribbon;
  readonly storage: PluginStorage;
  readonly functions: CustomFunctions;
}

const XLSX = 51;

export function startWps(settings: WpsSettings): FakeWps {
  const { store, build = WINDOWS, page = globalThis } = settings;
  const pageNow = (): object => (typeof page === "function" ? (page as () => object)() : page);
  const events = new ApiEvent(pageNow);
  const panes = new TaskPanes(settings.onPane);
  const functions = new CustomFunctions(build);
  const storage = new PluginStorage();
  const book = new Book({
    store,
    build,
    fileFormat: settings.fileFormat ?? XLSX,
    date1904: settings.date1904 ?? false,
    tell: (event, ...payload) => events.fire(event, ...payload),
    onWritten: settings.onWritten ?? (() => undefined),
  });
  const application = new Application(book);
  const pane = build.smallTaskpane ? "Taskpane" : "TaskPane";
  const shell: Record<string, unknown> = {
    ApiEvent: events,
    AddCustomFunction: functions.add,
    PluginStorage: storage,
    FileSystem: new FileSystem(settings.files ?? new Map<string, Uint8Array>()),
    // Silent on some systems.
    OAAssist: { ShellExecute: () => undefined },
    Enum: { xlCellTypeVisible: 12, msoCTPDockPositionRight: 2 },
    // A function, though declared as an object.
    EtApplication: () => application,
    [`Create${pane}`]: panes.create,
    [`Get${pane}`]: panes.get,
  };
  for (const name of build.lacks) Reflect.deleteProperty(shell, name);
  return {
    globals: {
      wps: merged(application, shell, []),
      Application: merged(application, shell, build.lackedByApplication),
    },
    book,
    events,
    panes,
    ribbon: new Ribbon(build, panes, pageNow),
    storage,
    functions,
  };
}

/** Shell and spreadsheet program answer under one name. */
function merged(application: Application, shell: Record<string, unknown>, lacked: readonly string[]): object {
  return new Proxy(application, {
    get(_, name) {
      if (typeof name === "string" && lacked.includes(name)) return undefined;
      if (typeof name === "string" && Object.hasOwn(shell, name)) return shell[name];
      const member: unknown = Reflect.get(application, name, application);
      return typeof member === "function" ? (member.bind(application) as unknown) : member;
    },
    set: (_, name, value) => Reflect.set(application, name, value, application),
    has: (_, name) => name in application || name in shell,
  });
}
