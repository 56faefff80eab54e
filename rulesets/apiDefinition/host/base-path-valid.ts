import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "base-path-valid",
  validatorCodes: ["BasePathNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "The basePath begins with a slash.",
  why: `The base path stands between the host and the path of each operation. The service refuses one that
does not begin with a slash; where there is none it is \`/\`.`,
  on: "definition",
  check({ value }, { report }) {
    const basePath = asString(value.basePath);
    if (basePath === undefined || basePath.startsWith("/")) return;
    const fixed = `/${basePath.trim().replace(/^\/+/, "")}`;
    report({
      at: "/basePath",
      message: `The basePath ${JSON.stringify(basePath)} does not begin with "/".`,
      // An address or an expression does not become a path by a slash.
      fix: /^\/[\w.~/-]*$/.test(fixed)
        ? {
            title: `Change it to ${JSON.stringify(fixed)}`,
            isSafe: true,
            edits: [{ set: "/basePath", value: fixed }],
          }
        : undefined,
    });
  },
  bad: `
{
  "basePath": "api/v1"
            //^^^^^^^^ The basePath "api/v1" does not begin with "/".
}`,
  fixed: `
{
  "basePath": "/api/v1"
}`,
  good: `
{
  "basePath": "/v1/"
}`,
});
