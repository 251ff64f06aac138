/** Cell values that are made once and shared: days by serial number, errors by code. */
import { CellError, SerialDay } from "../../sheet/cell";

/** The last serial that a program shows as a day: 9999-12-31. */
const LAST_SERIAL = 2958465;
/** Whole days up to the year 2200 are kept in an array; everything else in a map. */
const COMMON = 110000;
/** A sheet of time stamps has a different one in every cell: past this many they are no longer kept. */
const KEPT = 100000;

/** Whole days by serial, of either date system: the same for every workbook, so that the hundredth costs nothing. */
const wholeDays: { readonly [date1904 in "true" | "false"]: (SerialDay | undefined)[] } = { true: [], false: [] };

/** Days of one workbook. */
export class Days {
  readonly date1904: boolean;
  private readonly whole: (SerialDay | undefined)[];
  private readonly others = new Map<number, SerialDay>();

  constructor(date1904: boolean) {
    this.date1904 = date1904;
    this.whole = wholeDays[date1904 ? "true" : "false"];
  }

  /** A serial that no program would show as a day stays a number. */
  of(serial: number): SerialDay | number {
    if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return serial;
    if (Number.isInteger(serial) && serial < COMMON) {
      while (this.whole.length <= serial) this.whole.push(undefined);
      return (this.whole[serial] ??= new SerialDay(serial, this.date1904));
    }
    const known = this.others.get(serial);
    if (known) return known;
    const day = new SerialDay(serial, this.date1904);
    if (this.others.size < KEPT) this.others.set(serial, day);
    return day;
  }

  /** From ISO 8601 (a cell of type "d"); null where it is no date. */
  ofIso(text: string): SerialDay | number | null {
    const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
    if (!match) return null;
    const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const days = Date.UTC(year, month - 1, day) / 86_400_000 + (this.date1904 ? 24107 : 25569);
    // The 1900 system counts a 29 February 1900 that never was.
    const serial = !this.date1904 && days < 61 ? days - 1 : days;
    return this.of(serial + (hour * 3600 + minute * 60 + second) / 86400);
  }
}

const errors = new Map<string, CellError>();

export function cellError(code: string): CellError {
  const known = errors.get(code);
  if (known) return known;
  const error = new CellError(code);
  if (errors.size < 100) errors.set(code, error);
  return error;
}
