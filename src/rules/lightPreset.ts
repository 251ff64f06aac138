/** The preset of lights that the pack has chosen. */
import type { Pack } from "../policy/pack";
import type { LightPreset } from "../reserve/lights";

export function lightPreset(pack: Pack): LightPreset | null {
  const [chosen] = pack.rules["A802"]?.texts["preset"] ?? [];
  return pack.lights.find(({ id }) => id === chosen) ?? null;
}
