import { defineRule } from "../../rule.js";

export default defineRule({
  name: "host-present",
  validatorCodes: ["RequiredPropertyMissing", "RequiredValueEmpty"],
  sources: ["submission"],
  severity: "error",
  summary: "The definition has a host.",
  why: `The host is where the service sends the calls of the connector, and the service refuses a definition
without one. When each customer has a host of its own, any host stands here and a policy replaces it.`,
  on: "definition",
  check({ value }, { report }) {
    if (!("host" in value))
      report({
        at: "",
        missing: "host",
        message: "The definition has no host.",
        code: "RequiredPropertyMissing",
      });
    else if (typeof value.host === "string" && value.host.trim() === "")
      report({ at: "/host", message: "The host is empty.", code: "RequiredValueEmpty" });
  },
  bad: `
{
//root The definition has no host.
  "basePath": "/v1"
}`,
  good: `
{
  "host": "api.contoso.com"
}`,
});
