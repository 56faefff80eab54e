import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-not-with-enum",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "An input has either fixed values or dynamic ones.",
  why: `\`enum\` and \`x-ms-dynamic-values\` or \`x-ms-dynamic-list\` both fill the same dropdown, so one of them does not
show. Keep \`enum\` when the values never change.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, owner, pointer } = reference;
    if (kind !== "x-ms-dynamic-values" && kind !== "x-ms-dynamic-list") return;
    if (owner === undefined || !Array.isArray(owner.value.enum)) return;
    report({
      at: pointer,
      message: `${nameOf(reference)} stands beside an enum, but only one of the two can fill the dropdown.`,
      related: [{ at: owner.at("enum"), message: "These are the fixed values." }],
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "enum": ["open", "closed"],
            "x-ms-dynamic-values": {
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "state" stands beside an enum, but only one of the two can fill the dropdown.
              "operationId": "ListStates",
              "value-path": "id"
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
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListStates",
              "value-path": "id"
            }
          },
          {
            "name": "order",
            "in": "query",
            "type": "string",
            "enum": ["newest", "oldest"]
          }
        ]
      }
    }
  }
}`,
});
