import { PNG } from "pngjs";
import { type Color, type Icon, type IconPixels, type ImageFormat, isSameColor } from "./icon.js";

/** The bytes with which files of each format begin, as Latin letters. */
const signatures: Record<Exclude<ImageFormat, "SVG" | "WebP">, string> = {
  PNG: "\x89PNG\r\n\x1a\n",
  JPEG: "\xff\xd8\xff",
  GIF: "GIF8",
  BMP: "BM",
  ICO: "\0\0\x01\0",
};

/** A small file can say that it has very many pixels, which would all have to be kept. */
const mostPixels = 4_000_000;

/** Reads an icon; nothing but its format is known of one that is no PNG. */
export function readIcon(bytes: Uint8Array): Icon {
  const icon: Icon = {
    size: bytes.length,
    format: formatOf(bytes),
    dimensions: undefined,
    pixels: undefined,
  };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // The first part of every PNG says how large it is.
  if (icon.format !== "PNG" || buffer.length < 33 || buffer.toString("latin1", 12, 16) !== "IHDR")
    return icon;
  const dimensions = { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  if (dimensions.width * dimensions.height > mostPixels) return { ...icon, dimensions };
  try {
    // The library unpacks interlaced images without a limit, to far more than they say.
    if (buffer[28] !== 0) return { ...icon, dimensions };
    const { width, height, data } = PNG.sync.read(buffer.subarray(0, endOf(buffer)));
    return { ...icon, dimensions, pixels: pixelsOf(width, height, data) };
  } catch {
    return icon;
  }
}

/** Where the last part ends: what some programs write after it is of no interest to those who show the image. */
function endOf(buffer: Buffer): number {
  let at = 8;
  while (at + 12 <= buffer.length) {
    const name = buffer.toString("latin1", at + 4, at + 8);
    // Length, name and sum stand around what a part holds.
    at += buffer.readUInt32BE(at) + 12;
    if (name === "IEND") break;
  }
  return Math.min(at, buffer.length);
}

function formatOf(bytes: Uint8Array): ImageFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString("latin1");
  for (const [format, signature] of Object.entries(signatures))
    if (start.startsWith(signature)) return format as ImageFormat;
  if (/^RIFF.{4}WEBP/s.test(start)) return "WebP";
  return /<svg[\s>]/.test(start) ? "SVG" : undefined;
}

function pixelsOf(width: number, height: number, data: Uint8Array): IconPixels {
  const colorAt = (x: number, y: number): Color => {
    const at = (y * width + x) * 4;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
  let transparent = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) transparent++;

  const background = mostOf(borderOf(width, height).map(([x, y]) => colorAt(x, y)));
  if (background === undefined) return { transparent, background, logo: undefined };
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (isNear(colorAt(x, y), background)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  const logo =
    right < 0
      ? undefined
      : { width: (right - left + 1) / width, height: (bottom - top + 1) / height };
  return { transparent, background, logo };
}

function borderOf(width: number, height: number): [x: number, y: number][] {
  const border: [number, number][] = [];
  for (let x = 0; x < width; x++) border.push([x, 0], [x, height - 1]);
  for (let y = 0; y < height; y++) border.push([0, y], [width - 1, y]);
  return border;
}

/** The color that nearly all have. */
function mostOf(colors: readonly Color[]): Color | undefined {
  const counts = new Map<string, { color: Color; count: number }>();
  for (const color of colors) {
    const known = counts.get(color.join());
    if (known === undefined) counts.set(color.join(), { color, count: 1 });
    else known.count++;
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (most === undefined) return undefined;
  const similar = colors.filter((color) => isSameColor(color, most.color));
  return similar.length >= colors.length * 0.95 ? most.color : undefined;
}

/** The edge of a logo fades into the background. */
function isNear(a: Color, b: Color): boolean {
  return a.every((part, index) => Math.abs(part - b[index]!) <= 16);
}
