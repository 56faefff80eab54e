/** What the icon of a connector looks like. */
export interface Icon {
  /** In bytes. */
  size: number;
  /** What its first bytes say that it is; `undefined` when they say nothing that is known. */
  format: ImageFormat | undefined;
  /** In pixels; `undefined` when the image cannot be read. */
  dimensions: { width: number; height: number } | undefined;
}

export type ImageFormat = "PNG" | "JPEG" | "GIF" | "WebP" | "BMP" | "ICO" | "SVG";
