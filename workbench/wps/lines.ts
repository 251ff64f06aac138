/** Rows or columns of a range, as WPS counts and hides them. */
import type { Merge } from "../../src/sheet/sheet";
import type { SheetStore } from "../sheetStore";

export class Lines {
  constructor(
    private readonly sheet: { readonly store: SheetStore },
    private readonly area: Merge,
    private readonly which: "rows" | "columns",
  ) {}
  get Count(): number {
    return this.which === "rows" ? this.area.bottom - this.area.top + 1 : this.area.right - this.area.left + 1;
  }
  get Hidden(): boolean | null {
    const { store } = this.sheet;
    const { top, bottom, left, right } = this.area;
    const [from, to] = this.which === "rows" ? [top, bottom] : [left, right];
    const isHidden = (line: number): boolean =>
      this.which === "rows" ? store.isRowHidden(line) : store.isColumnHidden(line);
    const first = isHidden(from);
    for (let line = from; line <= to; line++) if (isHidden(line) !== first) return null;
    return first;
  }
}
