import { defineRule, oneOf } from "../../rule.js";

const triggers = ["single", "batch"];

export default defineRule({
  name: "trigger-value",
  validatorCodes: ["JsonValueNotInEnum"],
  sources: ["extensions"],
  severity: "error",
  summary: "x-ms-trigger is single or batch.",
  why: `\`x-ms-trigger\` makes an operation a trigger: \`single\` for one event at a time, as a webhook brings it, \`batch\` for
a list of events, as polling does. The service refuses any other value, upper case letters included.`,
  on: "operation",
  check(operation, { report }) {
    const value = operation.value["x-ms-trigger"];
    if (typeof value !== "string" || triggers.includes(value)) return;
    const plain = value.trim().toLowerCase();
    report({
      at: operation.at("x-ms-trigger"),
      message: `x-ms-trigger of ${operation.label} is "${value}", but it must be ${oneOf(triggers)}.`,
      fix: triggers.includes(plain)
        ? {
            title: `Replace by "${plain}"`,
            isSafe: true,
            edits: [{ set: operation.at("x-ms-trigger"), value: plain }],
          }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "Batch"
                      //^^^^^^^ x-ms-trigger of "WhenTicketsChange" is "Batch", but it must be "single" or "batch".
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single"
      }
    },
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    }
  }
}`,
});
