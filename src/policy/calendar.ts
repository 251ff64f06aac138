/** The working-day calendar of a pack: the notices that the library carries, corrected and extended by the bureau. */
import { makeCalendar, type Calendar } from "../measure/calendar";
import type { Pack } from "./pack";

const made = new WeakMap<Pack, Calendar>();

export function calendarOf(pack: Pack): Calendar {
  const known = made.get(pack);
  if (known) return known;
  const calendar = makeCalendar({ workdays: pack.workdays, through: pack.workdaysThrough });
  made.set(pack, calendar);
  return calendar;
}
