/** Tries the essentials of a host on a scratch sheet of its own against the real program, and says plainly what held. */
import type { CellValue } from "./cell";
import type { Host } from "./host";

export const SELF_TESTS = ["listSheets", "addSheet", "read", "write", "refuseChanged", "goTo", "notes"] as const;
export type SelfTestId = (typeof SELF_TESTS)[number];

export interface SelfTestLine {
  readonly test: SelfTestId;
  /** Null: this program says that it cannot, which is no failure. */
  readonly passed: boolean | null;
  /** What came instead, or the failure's own words; "" where all is well. */
  readonly detail: string;
  readonly milliseconds: number;
}

export interface SelfTestReport {
  /** The scratch sheet, which the user may delete; null where none could be added. */
  readonly sheet: string | null;
  readonly lines: readonly SelfTestLine[];
}

const SCRATCH = "自检";
const CELLS: readonly (readonly CellValue[])[] = [
  ["项目名称", "总投资（万元）"],
  ["自检项目一", 1200.5],
  ["  前有空格", "8,600"],
  ["", true],
];

/** Every test runs, whatever became of those before it; nothing is thrown and no sheet of the user's is touched. */
export async function selfTest(host: Host, now: () => number = Date.now): Promise<SelfTestReport> {
  const lines: SelfTestLine[] = [];
  let sheet: string | null = null;
  const scratch = (): string => {
    if (sheet === null) throw new Error("no scratch sheet");
    return sheet;
  };
  const attempt = async (test: SelfTestId, able: boolean, run: () => Promise<string>): Promise<void> => {
    const begun = now();
    const tell = (passed: boolean | null, detail: string) =>
      lines.push({ test, passed, detail, milliseconds: now() - begun });
    if (!able) return void tell(null, "");
    try {
      const detail = await run();
      tell(detail === "", detail);
    } catch (error) {
      tell(false, error instanceof Error ? error.message : String(error));
    }
  };

  await attempt("listSheets", true, async () => ((await host.sheets()).length > 0 ? "" : "0"));
  await attempt("addSheet", host.can("addSheet"), async () => {
    sheet = await host.addSheet({ name: SCRATCH, cells: CELLS });
    return (await host.sheets()).some(({ name }) => name === sheet) ? "" : `${sheet}?`;
  });
  await attempt("read", sheet !== null, async () => difference(await contents(host, scratch()), CELLS));
  await attempt("write", sheet !== null, () => writeThere(host, scratch()));
  await attempt("refuseChanged", sheet !== null, () => refuseThere(host, scratch()));
  await attempt("goTo", sheet !== null && host.can("goTo") && host.can("selection"), async () => {
    await host.goTo({ sheet: scratch(), at: "B3" });
    const selected = await host.selection();
    return selected?.sheet === sheet && selected.at === "B3" ? "" : JSON.stringify(selected);
  });
  await attempt("notes", host.can("notes"), () => keepNote(host));
  return { sheet, lines };
}

async function writeThere(host: Host, sheet: string): Promise<string> {
  const outcome = await host.write([{ sheet, at: "B3", was: "8,600", put: 8600 }]);
  if (!outcome.written) return outcome.reason;
  const cell = (await contents(host, sheet))[2]?.[1];
  return cell === 8600 ? "" : String(cell);
}

/** A cell that holds something else by now: nothing may be written. */
async function refuseThere(host: Host, sheet: string): Promise<string> {
  const before = await contents(host, sheet);
  const outcome = await host.write([{ sheet, at: "A2", was: "别的", put: "改了" }]);
  if (outcome.written || outcome.reason !== "changed") return JSON.stringify(outcome);
  return difference(await contents(host, sheet), before);
}

async function keepNote(host: Host): Promise<string> {
  const text = `自检 ${"台".repeat(1000)}`;
  await host.writeNote("selfTest", text);
  const kept = await host.readNote("selfTest");
  await host.writeNote("selfTest", null);
  if (kept !== text) return String(kept?.length ?? null);
  return (await host.readNote("selfTest")) === null ? "" : "not removed";
}

async function contents(host: Host, sheet: string): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  for (const block of (await host.read(sheet)).blocks()) {
    for (const { row, cells } of block) rows[row - 1] = [...cells];
  }
  return rows;
}

/** The first cell that differs; a blank is a blank, however it is said. */
function difference(found: readonly (readonly CellValue[])[], expected: readonly (readonly CellValue[])[]): string {
  for (let row = 0; row < expected.length; row++) {
    for (let column = 0; column < 2; column++) {
      const one = found[row]?.[column] ?? "";
      const other = expected[row]?.[column] ?? "";
      if (one !== other) return `${String(row + 1)}/${String(column + 1)}: ${String(one)} ≠ ${String(other)}`;
    }
  }
  return "";
}
