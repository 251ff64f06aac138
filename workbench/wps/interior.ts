/** Fills of cells as WPS keeps them: a number with blue in its highest byte. */

export interface Interior {
  Color: number;
}

const interiors = new WeakMap<object, Map<string, Interior>>();

export function interiorOf(sheet: object, address: string): Interior {
  const own = interiors.get(sheet) ?? new Map<string, Interior>();
  interiors.set(sheet, own);
  const interior = own.get(address) ?? { Color: 0xffffff };
  own.set(address, interior);
  return interior;
}

/** What a colour looks like: #RRGGBB. */
export function colourOf(interior: Interior): string {
  const [red, green, blue] = [interior.Color & 0xff, (interior.Color >> 8) & 0xff, (interior.Color >> 16) & 0xff];
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
