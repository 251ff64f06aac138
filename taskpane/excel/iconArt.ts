/** The icons of the add-in, drawn by arithmetic, and how one becomes a PNG file. */
import { deflateSync } from "node:zlib";
import { crc32 } from "./crc32";

/** Whether a point of the unit square is inked. */
type Shape = (x: number, y: number) => boolean;
interface Layer {
  readonly colour: readonly [number, number, number];
  readonly shape: Shape;
}

const GREEN = [16, 110, 86] as const;
const WHITE = [255, 255, 255] as const;
const GREY = [96, 104, 110] as const;
const AMBER = [196, 110, 0] as const;

/** Points on each side of a pixel that are asked, for smooth edges. */
const FINENESS = 4;

const sheet: readonly Layer[] = [
  { colour: GREY, shape: box(0.08, 0.06, 0.92, 0.94, 0.08) },
  { colour: WHITE, shape: box(0.14, 0.12, 0.86, 0.88, 0.04) },
  { colour: GREY, shape: box(0.14, 0.12, 0.86, 0.28, 0) },
  { colour: GREY, shape: box(0.14, 0.46, 0.86, 0.5, 0) },
  { colour: GREY, shape: box(0.14, 0.67, 0.86, 0.71, 0) },
];

const ICONS = {
  icon: [
    { colour: GREEN, shape: box(0.02, 0.02, 0.98, 0.98, 0.2) },
    { colour: WHITE, shape: box(0.2, 0.22, 0.8, 0.3, 0.02) },
    { colour: WHITE, shape: box(0.2, 0.42, 0.5, 0.5, 0.02) },
    { colour: WHITE, shape: stroke(0.12, [0.28, 0.68], [0.46, 0.84], [0.8, 0.48]) },
  ],
  check: [...sheet, { colour: GREEN, shape: stroke(0.16, [0.34, 0.64], [0.54, 0.82], [0.92, 0.4]) }],
  export: [
    ...sheet,
    { colour: GREEN, shape: stroke(0.14, [0.3, 0.62], [0.88, 0.62]) },
    { colour: GREEN, shape: stroke(0.14, [0.66, 0.4], [0.9, 0.62], [0.66, 0.84]) },
  ],
  goals: [
    { colour: GREEN, shape: ring(0.5, 0.5, 0.46, 0.34) },
    { colour: GREEN, shape: ring(0.5, 0.5, 0.24, 0.12) },
    { colour: AMBER, shape: stroke(0.1, [0.5, 0.5], [0.92, 0.08]) },
  ],
  functions: [
    { colour: GREEN, shape: stroke(0.12, [0.78, 0.12], [0.26, 0.12], [0.54, 0.5], [0.26, 0.88], [0.78, 0.88]) },
  ],
  help: [
    { colour: GREEN, shape: disc(0.5, 0.5, 0.47) },
    {
      colour: WHITE,
      shape: stroke(0.11, [0.34, 0.36], [0.42, 0.25], [0.6, 0.25], [0.66, 0.38], [0.5, 0.52], [0.5, 0.62]),
    },
    { colour: WHITE, shape: disc(0.5, 0.77, 0.07) },
  ],
  // A pane that goes to the right.
  hide: [
    { colour: GREY, shape: box(0.06, 0.1, 0.94, 0.9, 0.08) },
    { colour: WHITE, shape: box(0.12, 0.16, 0.6, 0.84, 0.04) },
    { colour: GREEN, shape: stroke(0.12, [0.24, 0.5], [0.84, 0.5]) },
    { colour: GREEN, shape: stroke(0.12, [0.64, 0.3], [0.86, 0.5], [0.64, 0.7]) },
  ],
} as const satisfies Readonly<Record<string, readonly Layer[]>>;

export type IconName = keyof typeof ICONS;

/** A PNG file of so many pixels on each side. */
export function iconPng(name: IconName, size: number): Buffer {
  return png(size, pixels(ICONS[name], size));
}

function box(left: number, top: number, right: number, bottom: number, corner: number): Shape {
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + corner - x, x - (right - corner), 0);
    const dy = Math.max(top + corner - y, y - (bottom - corner), 0);
    return dx * dx + dy * dy <= corner * corner;
  };
}

function disc(cx: number, cy: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) <= radius;
}

function ring(cx: number, cy: number, outer: number, inner: number): Shape {
  return (x, y) => Math.hypot(x - cx, y - cy) <= outer && Math.hypot(x - cx, y - cy) >= inner;
}

/** A line through points, with round ends. */
function stroke(width: number, ...points: readonly (readonly [number, number])[]): Shape {
  return (x, y) =>
    points.some((from, index) => {
      const to = points[index + 1];
      return to !== undefined && distance(x, y, from, to) <= width / 2;
    });
}

function distance(
  x: number,
  y: number,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

function pixels(layers: readonly Layer[], size: number): Buffer {
  const bytes = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      bytes.set(pixel(layers, column, row, size), row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  return bytes;
}

function pixel(layers: readonly Layer[], column: number, row: number, size: number): number[] {
  const sum = [0, 0, 0];
  let inked = 0;
  for (let i = 0; i < FINENESS * FINENESS; i++) {
    const x = (column + ((i % FINENESS) + 0.5) / FINENESS) / size;
    const y = (row + (Math.floor(i / FINENESS) + 0.5) / FINENESS) / size;
    const top = [...layers].reverse().find(({ shape }) => shape(x, y));
    if (!top) continue;
    inked++;
    top.colour.forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
  }
  return [...sum.map((value) => Math.round(value / Math.max(inked, 1))), Math.round((inked * 255) / FINENESS ** 2)];
}

function png(size: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, red green blue alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND"),
  ]);
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
