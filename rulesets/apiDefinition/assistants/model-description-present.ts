import { asObject, hasValue } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "model-description-present",
  validatorCodes: [],
  sources: ["repository"],
  severity: {},
  summary: "An operation that a language model may call has a description for it.",
  why: `\`x-ms-description-for-model\` tells a language model in full sentences what an operation does and when to use it, where
\`description\` speaks to people. None of the published plug-ins has it and the model falls back on \`description\`, so this
is off unless a configuration switches it on.`,
  on: "operation",
  check(operation, { report }) {
    const data = asObject(operation.value["x-ms-openai-data"]);
    if (data["openai-enabled"] !== true) return;
    if (hasValue(operation.value, "x-ms-description-for-model")) return;
    const { description } = operation;
    report({
      at: operation.pointer,
      message: `${operation.label} is offered to language models, but has no x-ms-description-for-model.`,
      fix:
        description === undefined || description.trim() === ""
          ? undefined
          : {
              title: "Add its description",
              isSafe: false,
              edits: [{ set: operation.at("x-ms-description-for-model"), value: description }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
    //^^^^^ "ListTickets" is offered to language models, but has no x-ms-description-for-model.
        "operationId": "ListTickets",
        "description": "Lists the open tickets of a queue.",
        "x-ms-openai-data": {
          "openai-enabled": true
        }
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
        "description": "Lists the open tickets of a queue.",
        "x-ms-openai-data": {
          "openai-enabled": true
        },
        "x-ms-description-for-model": "Lists the open tickets of a queue."
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
        "description": "Lists the open tickets of a queue.",
        "x-ms-description-for-model": "Lists the open tickets of a queue. Use it when the user asks what is to be done.",
        "x-ms-openai-data": {
          "openai-enabled": true
        }
      },
      "post": {
        "operationId": "CreateTicket"
      }
    }
  }
}`,
});
