import { defineRule } from "../rule.js";

export default defineRule({
  name: "icon-format-png",
  validatorCodes: [],
  policies: ["5000.2.1.3"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "error" },
  summary: "The icon is a PNG that can be read.",
  why: `Certification takes PNG alone. A file of another format that is only called \`.png\`, an empty one or a broken one shows as a gray
square, or not at all.`,
  on: "icon",
  check({ size, format, dimensions }, { file, report }) {
    const fault =
      size === 0
        ? "is empty"
        : format === undefined
          ? "is no image"
          : format !== "PNG"
            ? `is ${/^[AI]/.test(format) ? "an" : "a"} ${format} image, whatever its name says`
            : dimensions === undefined
              ? "is a broken PNG"
              : undefined;
    if (fault !== undefined)
      report({ at: "", message: `${file.name} ${fault}; an icon is a PNG.` });
  },
  bad: `
not an image
//root icon.png is no image; an icon is a PNG.`,
  good: `
PNG 230 x 230, #0078D4`,
});
