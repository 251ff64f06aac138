/** What WPS lends an add-in's own pages beside the workbook: task panes and a storage that they share; what fails gives nothing. */

/** Only what is used of WPS's own object. */
export interface TaskPane {
  readonly ID: number;
  Visible: boolean;
  Width: number;
  DockPosition: number;
}

/** Members as WPS names them, each able to be absent. */
interface ShellMembers {
  readonly CreateTaskPane?: ((address: string, title: string) => TaskPane | null) | undefined;
  readonly GetTaskPane?: ((id: number) => TaskPane | null) | undefined;
  readonly PluginStorage?:
    { readonly getItem: (key: string) => unknown; readonly setItem: (key: string, value: string) => void } | undefined;
}

export interface PaneShell {
  /** Null where WPS gives none. */
  createPane(address: string, title: string): TaskPane | null;
  /** Null where it is gone. */
  pane(id: number): TaskPane | null;
  /** Shared by the pages of an add-in, gone when WPS ends. */
  stored(key: string): string | null;
  store(key: string, text: string): void;
}

/** `member` gives a member of WPS's shell, its methods bound to their own object. */
export function paneShell(member: (name: keyof ShellMembers) => unknown): PaneShell {
  const ask = <K extends keyof ShellMembers>(name: K): ShellMembers[K] => member(name) as ShellMembers[K];
  return {
    createPane: (address, title) => attempt(() => ask("CreateTaskPane")?.(address, title)) ?? null,
    // WPS throws for a number that it does not know.
    pane: (id) => attempt(() => ask("GetTaskPane")?.(id)) ?? null,
    stored(key) {
      const value = attempt(() => ask("PluginStorage")?.getItem(key));
      return value === undefined || value === null || value === "" ? null : String(value as string | number);
    },
    store: (key, text) => attempt(() => ask("PluginStorage")?.setItem(key, text)),
  };
}

/** A failure is answered by the sentence of whoever asked. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
