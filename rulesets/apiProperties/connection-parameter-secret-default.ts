import { child } from "../../connector/pointer.js";
import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-secret-default",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "A secret has no default.",
  why: `A default is in the file and so in the hands of everybody who has the connector; a secret that all share is none.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    if (value.type !== "securestring" || !asString(value.defaultValue)?.trim()) return;
    const at = child(pointer, "defaultValue");
    report({
      at,
      message: `The connection parameter "${name}" is a secret and has a default, which everybody can read.`,
      fix: { title: "Remove the default", isSafe: false, edits: [{ remove: at }] },
    });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring", "defaultValue": "contoso" }
                                                         //^^^^^^^^^ The connection parameter "api_key" is a secret and has a default, which everybody can read.
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring", "defaultValue": "" },
      "region": { "type": "string", "defaultValue": "eu" }
    }
  }
}`,
});
