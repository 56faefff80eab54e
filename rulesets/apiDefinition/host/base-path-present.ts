import { asString } from "../../../connector/values.js";
import { isHost } from "../../hostName.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "base-path-present",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "info", "independent-publisher": "info", custom: "hint" },
  summary: "The definition has a basePath, if only a slash.",
  why: `\`host\`, \`basePath\` and \`schemes\` together say where the service is, and the page about certification
shows all three. Without a basePath it is not clear whether it is a slash or was forgotten; nearly every published connector has one.`,
  on: "definition",
  check({ value }, { report }) {
    // A key in another case, or a path in the host, is told by itself.
    if (Object.keys(value).some((key) => key.toLowerCase() === "basepath")) return;
    if (!isHost(asString(value.host) ?? "")) return;
    report({
      at: "",
      message: 'The definition has no basePath; where there is none it is "/".',
      fix: {
        title: 'Add "basePath": "/"',
        isSafe: true,
        edits: [{ set: "/basePath", value: "/" }],
      },
    });
  },
  bad: `
{
//root The definition has no basePath; where there is none it is "/".
  "host": "api.contoso.com"
}`,
  fixed: `
{
  "host": "api.contoso.com",
  "basePath": "/"
}`,
  good: `
{
  "host": "api.contoso.com",
  "basePath": "/v1"
}`,
});
