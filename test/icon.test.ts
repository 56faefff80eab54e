import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { readIcon } from "../connector/readIcon.js";

function png(width: number, height: number, paint: (x: number, y: number) => number[]): Buffer {
  const image = new PNG({ width, height });
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) image.data.set(paint(x, y), (y * width + x) * 4);
  return PNG.sync.write(image);
}

/** A PNG of parts that say whatever is wanted; sums are not looked at before sizes are. */
function crafted(width: number, height: number, interlace: number, data: Buffer): Buffer {
  const part = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length);
    head.write(name, 4, "latin1");
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, interlace], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    part("IHDR", header),
    part("IDAT", data),
    part("IEND", Buffer.alloc(0)),
  ]);
}

test("what a logo on a color looks like", () => {
  const bytes = png(100, 50, (x, y) =>
    x >= 20 && x < 60 && y >= 10 && y < 30 ? [255, 255, 255, 255] : [0, 120, 212, 255],
  );
  const icon = { size: bytes.length, format: "PNG", dimensions: { width: 100, height: 50 } };
  const pixels = { transparent: 0, background: [0, 120, 212], logo: { width: 0.4, height: 0.4 } };
  expect(readIcon(bytes)).toEqual({ ...icon, pixels });
  // What stands behind the end does not matter.
  expect(readIcon(Buffer.concat([bytes, Buffer.from("IEND and more")])).pixels).toEqual(pixels);
});

test("transparent pixels, and a border of several colors", () => {
  const { pixels } = readIcon(png(10, 10, (x, y) => [x * 20, y * 20, 0, x < 5 ? 128 : 255]));
  expect(pixels).toEqual({ transparent: 50, background: undefined, logo: undefined });
});

test.each([
  ["", undefined],
  ["GIF89a", "GIF"],
  ["\xff\xd8\xff\xe0", "JPEG"],
  ["RIFF1234WEBP", "WebP"],
  ["BM", "BMP"],
  ['<?xml version="1.0"?><svg xmlns="x">', "SVG"],
  ["\x89PNG\r\n\x1a\n", "PNG"],
  ["Contoso", undefined],
])("%j", (text, format) => {
  const icon = readIcon(Buffer.from(text, "latin1"));
  expect(icon).toMatchObject({ format, dimensions: undefined, pixels: undefined });
});

test("an image that unpacks to far more than it says is not unpacked", () => {
  const zeros = deflateSync(Buffer.alloc(150_000_000));
  const before = process.memoryUsage().arrayBuffers;
  for (const interlace of [0, 1]) readIcon(crafted(100, 100, interlace, zeros));
  expect(readIcon(crafted(50_000, 50_000, 0, zeros))).toMatchObject({
    dimensions: { width: 50_000, height: 50_000 },
    pixels: undefined,
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});

test("any damage is read", () => {
  const bytes = png(8, 8, () => [1, 2, 3, 255]);
  for (let length = 0; length <= bytes.length; length++) readIcon(bytes.subarray(0, length));
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes);
    damaged[at]! ^= 0xff;
    readIcon(damaged);
  }
});
