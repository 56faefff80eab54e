import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const sections = ["definitions", "parameters", "responses", "tags"] as const;

export default defineRule({
  name: "root-section-not-empty",
  validatorCodes: [],
  sources: ["repository"],
  severity: {},
  tag: "unnecessary",
  summary: "No shared definitions, parameters, responses or tags are empty.",
  why: `An empty section does nothing, and reviewers have asked for its removal. The wizard writes such sections and most
published connectors still have them, so the rule is off until it is switched on.`,
  on: "definition",
  check(definition, { report }) {
    for (const section of sections) {
      const value = definition.value[section];
      const isEmpty = Array.isArray(value)
        ? value.length === 0
        : isObject(value) && Object.keys(value).length === 0;
      if (!isEmpty || Array.isArray(value) !== (section === "tags")) continue;
      report({
        at: `/${section}`,
        part: "key",
        message: `The section "${section}" is empty.`,
        fix: { title: "Remove it", isSafe: true, edits: [{ remove: `/${section}` }] },
      });
    }
  },
  bad: `
{
  "swagger": "2.0",
  "definitions": {},
//^^^^^^^^^^^^^ The section "definitions" is empty.
  "parameters": {},
//^^^^^^^^^^^^ The section "parameters" is empty.
  "responses": {},
//^^^^^^^^^^^ The section "responses" is empty.
  "tags": []
//^^^^^^ The section "tags" is empty.
}`,
  fixed: `
{
  "swagger": "2.0"
}`,
  good: `
{
  "swagger": "2.0",
  "definitions": {
    "Ticket": { "type": "object" }
  },
  "securityDefinitions": {},
  "security": []
}`,
});
