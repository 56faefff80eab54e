import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

const kinds = ["x-ms-dynamic-list", "x-ms-dynamic-schema", "x-ms-dynamic-properties"];

export default defineRule({
  name: "dynamic-parameters-present",
  validatorCodes: [],
  sources: ["powerFx"],
  severity: "info",
  summary: "Dynamic lists and schemas have parameters, if only empty ones.",
  why: `Power Apps reads \`x-ms-dynamic-list\`, \`x-ms-dynamic-schema\` and \`x-ms-dynamic-properties\` only when they have
\`parameters\` as well as \`operationId\`. \`{}\` says that the operation needs none. Power Automate does without.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, pointer, value } = reference;
    if (!kinds.includes(kind) || "parameters" in value) return;
    report({
      at: pointer,
      message: `${nameOf(reference)} has no "parameters", without which Power Apps does not read it.`,
      fix: {
        title: "Add empty parameters",
        isSafe: true,
        edits: [{ set: `${pointer}/parameters`, value: {} }],
      },
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
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
          //^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list of "queue" has no "parameters", without which Power Apps does not read it.
              "operationId": "ListQueues",
              "itemValuePath": "id"
            }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {}
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {}
            }
          }
        ]
      }
    }
  }
}`,
});
