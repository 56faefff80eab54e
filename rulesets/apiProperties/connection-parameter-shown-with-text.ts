import { child } from "../../connector/pointer.js";
import { asObject, hasValue } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-shown-with-text",
  validatorCodes: [],
  policies: ["5000.2.6.9", "5000.2.6.10"],
  sources: ["connections", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "What a user has to enter has a name and a description.",
  why: `The dialog for a connection shows \`displayName\`, \`description\` and \`tooltip\` of the \`uiDefinition\`, and nothing else says what is to be
entered and where it comes from. Certification refuses an empty one.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    const type = String(value.type).toLowerCase();
    if (type === "oauthsetting" || type === "gatewaysetting" || name.includes(":")) return;
    const shown = asObject(value.uiDefinition);
    if (String(asObject(shown.constraints).hidden) === "true") return;
    const missing = ["displayName", "description"].filter((key) => !hasValue(shown, key));
    if (missing.length === 0) return;
    report({
      at: "uiDefinition" in value ? child(pointer, "uiDefinition") : pointer,
      missing: missing.length === 1 ? missing[0] : undefined,
      message: `The connection parameter "${name}" has no ${missing.join(" and no ")}, so that users do not know what to enter.`,
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "securestring",
        "uiDefinition": { "displayName": "API Key", "description": "" }
      //^^^^^^^^^^^^^^ The connection parameter "api_key" has no description, so that users do not know what to enter.
      },
      "host": { "type": "string" }
    //^^^^^^ The connection parameter "host" has no displayName and no description, so that users do not know what to enter.
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "securestring",
        "uiDefinition": { "displayName": "API Key", "description": "The API key of your account." }
      },
      "gateway": { "type": "gatewaySetting" },
      "region": { "type": "string", "uiDefinition": { "constraints": { "hidden": "true" } } }
    }
  }
}`,
});
