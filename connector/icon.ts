/** What the icon of a connector looks like. */
export interface Icon {
  /** In bytes. */
  size: number;
  /** What its first bytes say that it is; `undefined` when they say nothing that is known. */
  format: ImageFormat | undefined;
  /** In pixels; `undefined` when the image cannot be read. */
  dimensions: { width: number; height: number } | undefined;
  /** What its pixels show; `undefined` when they cannot be read, or are too many for an icon. */
  pixels: IconPixels | undefined;
}

export type ImageFormat = "PNG" | "JPEG" | "GIF" | "WebP" | "BMP" | "ICO" | "SVG";

export interface IconPixels {
  /** How many are not opaque. */
  transparent: number;
  /** The color of nearly all pixels of the border: red, green and blue from 0 to 255; `undefined` when they differ. */
  background: Color | undefined;
  /** The part that differs from the background, as shares of the width and the height from 0 to 1. */
  logo: { width: number; height: number } | undefined;
}

export type Color = readonly [red: number, green: number, blue: number];

/** `#RRGGBB`; `undefined` for other texts. */
export function readColor(text: string): Color | undefined {
  const digits = /^#([\da-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const [red, green, blue] = digits.match(/../g)!.map((each) => Number.parseInt(each, 16));
  return [red!, green!, blue!];
}

export function hexOf(color: Color): string {
  return `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Whether nobody sees a difference: editors of images round in their own ways. */
export function isSameColor(a: Color, b: Color): boolean {
  return a.every((part, index) => Math.abs(part - b[index]!) <= 2);
}
