/** 红黄绿灯 by the figures of a preset in the pack: start, progress, payment, entry into statistics. */
import type { Pack } from "../policy/pack";

export type Light = "green" | "yellow" | "red";
export type LightKind = "start" | "progress" | "payment" | "statistics";
export type LightPreset = Pack["lights"][number];

/** Whole months from one day to another, 0 within the same month. */
export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** Planned to start in a month that has come: yellow while unstarted, red after the preset's months in a row. */
export function startLight(preset: LightPreset, plannedBy: string, started: boolean, asOf: string): Light {
  if (started || plannedBy > asOf) return "green";
  return monthsBetween(plannedBy, asOf) + 1 >= figure(preset, "startRedMonths") ? "red" : "yellow";
}

/** `behind` in points as a share: 0.12 is twelve points behind the year. */
export function progressLight(preset: LightPreset, behind: number): Light {
  if (behind > figure(preset, "progressRedPoints")) return "red";
  return behind >= figure(preset, "progressYellowPoints") ? "yellow" : "green";
}

export function statisticsLight(preset: LightPreset, startedOn: string, entered: boolean, asOf: string): Light {
  if (entered) return "green";
  const months = monthsBetween(startedOn, asOf);
  if (months > figure(preset, "statisticsRedMonths")) return "red";
  return months >= figure(preset, "statisticsYellowMonths") ? "yellow" : "green";
}

function figure(preset: LightPreset, name: string): number {
  const value = preset.numbers[name];
  if (value === undefined)
    throw new Error(`The light preset ${preset.id} has no figure ${name}. To fix, add it to the pack.`);
  return value;
}
