/** The buttons of the ribbon: the action's id as it stands in the manifest, and the page that it shows. */

/** In the order of the ribbon. */
export const RIBBON = {
  checkSheet: "check",
  exportSheets: "export",
  reserveGoals: "targets",
  insertFunction: "functions",
  showHelp: "help",
} as const;

export type RibbonAction = keyof typeof RIBBON;

interface Ribbon {
  readonly associate: (action: string, handler: (event: { completed: () => void }) => void) => void;
  /** Shows the pane, and comes back when it is there. */
  readonly showPane: () => Promise<void>;
  readonly obey: (action: RibbonAction, page: string) => void;
}

/** Every button shows the pane; one whose pane cannot be shown still says that it is done, lest Excel keep it grey. */
export function answerRibbon({ associate, showPane, obey }: Ribbon): void {
  for (const [action, page] of Object.entries(RIBBON) as [RibbonAction, string][]) {
    associate(action, (event) => {
      obey(action, page);
      showPane()
        .catch(() => undefined)
        .finally(() => event.completed());
    });
  }
}
