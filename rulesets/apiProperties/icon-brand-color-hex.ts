import { defineRule } from "../rule.js";
import { independentPublisherColor } from "../vocabulary.js";

export default defineRule({
  name: "icon-brand-color-hex",
  validatorCodes: [],
  policies: ["5000.2.1.1"],
  sources: ["repository", "policyErrors"],
  severity: "error",
  summary: "The iconBrandColor is written as `#rrggbb`.",
  why: `The color is shown behind the icon of the connector. It must be given by six hexadecimal digits after a
\`#\`; certification refuses anything else under its policy 5000.2.1.1.`,
  on: "properties",
  check({ iconBrandColor: color }, { profile, report }) {
    if (color === undefined || /^#[0-9a-f]{6}$/i.test(color)) return;
    // Those of independent publishers all have the same, for which there is a rule of its own.
    const right =
      profile === "independent-publisher" ? independentPublisherColor : asHexColor(color);
    report({
      at: "/properties/iconBrandColor",
      message: `The iconBrandColor "${color}" is not a color of the form "#rrggbb".`,
      fix:
        right === undefined
          ? undefined
          : {
              title: `Write "${right}"`,
              isSafe: true,
              edits: [{ set: "/properties/iconBrandColor", value: right }],
            },
    });
  },
  bad: `
{
  "properties": {
    "iconBrandColor": "0B5394"
                    //^^^^^^^^ The iconBrandColor "0B5394" is not a color of the form "#rrggbb".
  }
}`,
  fixed: `
{
  "properties": {
    "iconBrandColor": "#0B5394"
  }
}`,
  good: `
{
  "properties": {
    "iconBrandColor": "#0b5394"
  }
}`,
});

/** The color that is meant by digits without their `#`, with blanks around, or one for two as in CSS. */
function asHexColor(color: string): string | undefined {
  const digits = color.trim().replace(/^#/, "");
  if (/^[0-9a-f]{6}$/i.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/i.test(digits)) return `#${digits.replace(/./g, "$&$&")}`;
  return undefined;
}
