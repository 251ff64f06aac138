/** What the pane's first page may weigh, gzipped: slow machines and slow intranets. */
export const PANE_BUDGET = 250 * 1024;
