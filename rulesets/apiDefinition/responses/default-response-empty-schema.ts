import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { userOf } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "default-response-empty-schema",
  validatorCodes: ["DefaultResponseHasSchema"],
  policies: ["5000.2.4.2"],
  sources: ["policyErrors"],
  severity: "info",
  tag: "unnecessary",
  summary: "A default response has no schema, not even an empty one.",
  why: `An empty schema says nothing about what comes back, and \`default\` should have no schema at all.
Certification has accepted connectors with it, but reviewers ask to remove it.`,
  on: "response",
  check(response, { report }) {
    const { schema } = response.value;
    if (!isObject(schema) || Object.keys(schema).length > 0) return;
    const uses = response.uses.filter(({ code }) => code === "default");
    if (uses.length === 0) return;
    report({
      at: child(response.pointer, "schema"),
      message: `The default response of ${userOf(uses)} has an empty schema.`,
      fix: {
        title: "Remove the schema",
        isSafe: false,
        edits: [{ remove: child(response.pointer, "schema") }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "default": {
            "description": "The result.",
            "schema": {}
          //^^^^^^^^ The default response of "CreateTicket" has an empty schema.
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "default": {
            "description": "The result."
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "200": { "description": "The ticket.", "schema": {} },
          "default": { "description": "An error." }
        }
      }
    }
  }
}`,
});
