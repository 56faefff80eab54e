import type { Color, ColorInformation, ColorPresentation } from "vscode-languageserver-types";
import type { SeenFile } from "./draft.js";

const brandColor = "/properties/iconBrandColor";

/** The color behind the icon of the connector, where the properties say it. */
export function colors({ draft }: SeenFile): ColorInformation[] {
  const { file } = draft;
  const node = file.kind === "apiProperties" ? file.json.node(brandColor) : undefined;
  const [, red, green, blue] =
    /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(
      typeof node?.value === "string" ? node.value : "",
    ) ?? [];
  const range = red === undefined ? undefined : draft.range(file.json.spanInside(node!));
  if (range === undefined) return [];
  const part = (hex: string | undefined) => Number.parseInt(hex!, 16) / 255;
  return [{ range, color: { red: part(red), green: part(green), blue: part(blue), alpha: 1 } }];
}

/** How a color is written that was chosen for a place of `colors`. */
export function colorPresentations({ red, green, blue }: Color): ColorPresentation[] {
  const hex = [red, green, blue]
    .map((part) =>
      Math.round(Math.min(Math.max(part, 0), 1) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
  return [{ label: `#${hex}` }];
}
