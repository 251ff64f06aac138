/** How the ribbon's page and the pane's page, which share no memory, find each other: the pane's number and the last order, in WPS's storage. */
import type { PaneShell, TaskPane } from "./shell";

/** One storage serves 文字, 表格 and 演示, whose panes are numbered apart: the keys say 表格. */
const PANE_KEY = "xm-ledger-check.et.pane";
const ORDER_KEY = "xm-ledger-check.et.order";
/** msoCTPDockPositionRight. */
const RIGHT = 2;
/** Units differ between builds; a pane that stays narrower or wider is still one. */
const WIDTH = 340;
/** Storage tells nobody that it has changed; a look costs a fifth of a millisecond. */
const LOOK_EVERY_MS = 400;

/** What a button of the ribbon asks of the pane. */
export interface PaneOrder {
  readonly button: string;
  readonly page: string;
}

/** Shows the pane with an order for it; false where WPS gives no pane. */
export function showPane(shell: PaneShell, address: string, title: string, order: PaneOrder, now: number): boolean {
  // The time makes the same order twice two orders.
  shell.store(ORDER_KEY, JSON.stringify({ ...order, at: now }));
  const pane = knownPane(shell) ?? newPane(shell, address, title);
  if (!pane) return false;
  pane.Visible = true;
  return true;
}

export function hidePane(shell: PaneShell): void {
  const pane = knownPane(shell);
  if (pane) pane.Visible = false;
}

/** Obeys the order that opened the pane, then each new one; gives the way to stop. */
export function obeyOrders(shell: PaneShell, obey: (order: PaneOrder, opening: boolean) => void): () => void {
  let last = shell.stored(ORDER_KEY);
  const first = orderOf(last);
  if (first) obey(first, true);
  const timer = setInterval(() => {
    const next = shell.stored(ORDER_KEY);
    if (next === last) return;
    last = next;
    const order = orderOf(next);
    if (order) obey(order, false);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

function knownPane(shell: PaneShell): TaskPane | null {
  const id = Number(shell.stored(PANE_KEY));
  return id > 0 ? shell.pane(id) : null;
}

function newPane(shell: PaneShell, address: string, title: string): TaskPane | null {
  const pane = shell.createPane(address, title);
  if (!pane) return null;
  shell.store(PANE_KEY, String(pane.ID));
  place(pane);
  return pane;
}

/** Where a build refuses a place or a width, the pane stands where WPS puts it. */
function place(pane: TaskPane): void {
  try {
    pane.DockPosition = RIGHT;
    pane.Width = WIDTH;
  } catch {
    return;
  }
}

function orderOf(text: string | null): PaneOrder | null {
  if (text === null) return null;
  try {
    const { button, page } = JSON.parse(text) as Partial<PaneOrder>;
    return typeof button === "string" && typeof page === "string" ? { button, page } : null;
  } catch {
    return null;
  }
}
