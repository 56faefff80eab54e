import { asString, isObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "stack-owner-present",
  validatorCodes: [],
  sources: ["submission", "repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The properties name the owner of the service behind the connector.",
  why: `The \`stackOwner\` is the company that owns the service behind the connector. It is the publisher, unless
somebody else builds the connector on the owner's behalf. Reviewers ask for it where it is missing.`,
  on: "properties",
  check({ value, properties }, { profile, report }) {
    const { stackOwner = "" } = properties;
    if (!isObject(value.properties) || typeof stackOwner !== "string" || stackOwner.trim() !== "")
      return;
    // An independent publisher does not own the service.
    const owner = profile === "certified" ? asString(properties.publisher)?.trim() : undefined;
    report({
      at: "stackOwner" in properties ? "/properties/stackOwner" : "/properties",
      message: "The properties name no stackOwner, the owner of the service behind the connector.",
      fix: owner
        ? {
            title: `Name the publisher "${owner}"`,
            isSafe: false,
            edits: [{ set: "/properties/stackOwner", value: owner }],
          }
        : undefined,
    });
  },
  bad: `
{
  "properties": {
//^^^^^^^^^^^^ The properties name no stackOwner, the owner of the service behind the connector.
    "iconBrandColor": "#0b5394",
    "publisher": "Contoso"
  }
}`,
  fixed: `
{
  "properties": {
    "iconBrandColor": "#0b5394",
    "publisher": "Contoso",
    "stackOwner": "Contoso"
  }
}`,
  good: `
{
  "properties": {
    "iconBrandColor": "#0b5394",
    "publisher": "Contoso",
    "stackOwner": "Contoso"
  }
}`,
});
