import { PNG } from "pngjs";
import type { Icon, ImageFormat } from "./icon.js";

/** The bytes with which files of each format begin, as Latin letters. */
const signatures: Record<Exclude<ImageFormat, "SVG" | "WebP">, string> = {
  PNG: "\x89PNG\r\n\x1a\n",
  JPEG: "\xff\xd8\xff",
  GIF: "GIF8",
  BMP: "BM",
  ICO: "\0\0\x01\0",
};

/** Reads an icon; one that is no PNG, or a broken one, has no dimensions. */
export function readIcon(bytes: Uint8Array): Icon {
  const format = formatOf(bytes);
  return {
    size: bytes.length,
    format,
    dimensions: format === "PNG" ? dimensionsOf(bytes) : undefined,
  };
}

function formatOf(bytes: Uint8Array): ImageFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString("latin1");
  for (const [format, signature] of Object.entries(signatures))
    if (start.startsWith(signature)) return format as ImageFormat;
  if (/^RIFF.{4}WEBP/s.test(start)) return "WebP";
  return /<svg[\s>]/.test(start) ? "SVG" : undefined;
}

function dimensionsOf(bytes: Uint8Array): Icon["dimensions"] {
  try {
    const { width, height } = PNG.sync.read(Buffer.from(bytes));
    return { width, height };
  } catch {
    return undefined;
  }
}
