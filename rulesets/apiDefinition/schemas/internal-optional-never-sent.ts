import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "internal-optional-never-sent",
  validatorCodes: [],
  sources: ["extensions", "powerFx"],
  severity: "info",
  tag: "unnecessary",
  summary: "An internal parameter or property of a request has a default.",
  why: `Makers do not see what is internal, and an optional one without a default has no value of its own. So it is never
sent, and the definition is the same without it.`,
  on: "schema",
  check(schema, { definition, properties, report }) {
    const { kind, keyword, parent, value, type } = schema;
    if (value["x-ms-visibility"] !== "internal" || schema.isReference) return;
    if (kind === "parameter" ? schema.isRequired : schema.requirer !== undefined) return;
    if (
      kind === "parameter" ? parent !== undefined || value.in === "path" : keyword !== "properties"
    )
      return;
    // What a response has, too, comes from there.
    if (!schema.isInput || schema.isOutput) return;
    if ("default" in value || "x-ms-trigger-value" in value || "x-ms-notification-url" in value)
      return;
    if (type === undefined || type === "object" || type === "array") return;
    // A polling trigger, a call by an extension and a policy can supply it all the same.
    const isCalled = schema.operations.some(
      ({ id, isInternal, trigger }) =>
        isInternal || trigger !== undefined || definition?.operationMentions.has(id ?? ""),
    );
    const name = kind === "parameter" ? asString(value.name) : schema.propertyName;
    if (isCalled || name === undefined) return;
    if (properties?.policies.some((policy) => JSON.stringify(policy.value).includes(name))) return;
    report({
      at: schema.pointer,
      message: `The ${schema.label} is internal, optional and without a default, so it is never sent.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
        //^ The parameter "cursor" is internal, optional and without a default, so it is never sent.
            "name": "cursor",
            "in": "query",
            "type": "string",
            "x-ms-visibility": "internal"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "kind", "in": "query", "type": "string", "x-ms-visibility": "internal" }
        ]
      }
    },
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "name": "size", "in": "query", "type": "integer", "default": 50, "x-ms-visibility": "internal" },
          { "name": "page", "in": "query", "type": "integer", "x-ms-visibility": "advanced" }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "properties": {
                "version": { "type": "string", "x-ms-visibility": "internal" }
              }
            }
          }
        }
      }
    }
  }
}`,
});
