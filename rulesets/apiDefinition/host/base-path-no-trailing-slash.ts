import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "base-path-no-trailing-slash",
  validatorCodes: [],
  sources: ["swagger"],
  severity: { certified: "hint", custom: "hint" },
  summary: "The basePath does not end with a slash.",
  why: `Every path begins with a slash, so that one at the end of the basePath makes two of them, as in
\`/v1//tickets\`, which some servers do not find. Microsoft does not ask for it, and one accepted connector in five has such a slash.`,
  on: "definition",
  check({ value }, { report }) {
    const basePath = asString(value.basePath);
    if (basePath === undefined || !/^\/.*[^/]\/+$/.test(basePath)) return;
    const trimmed = basePath.replace(/\/+$/, "");
    report({
      at: "/basePath",
      message: `The basePath ${JSON.stringify(basePath)} ends with a slash, and each path begins with one.`,
      fix: {
        title: `Change it to ${JSON.stringify(trimmed)}`,
        isSafe: false,
        edits: [{ set: "/basePath", value: trimmed }],
      },
    });
  },
  bad: `
{
  "basePath": "/api/v1/"
            //^^^^^^^^^^ The basePath "/api/v1/" ends with a slash, and each path begins with one.
}`,
  fixed: `
{
  "basePath": "/api/v1"
}`,
  good: `
{
  "basePath": "/"
}`,
});
