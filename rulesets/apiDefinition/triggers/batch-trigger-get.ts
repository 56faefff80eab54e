import { defineRule } from "../../rule.js";

export default defineRule({
  name: "batch-trigger-get",
  validatorCodes: [],
  sources: ["polling"],
  severity: "warning",
  summary: "A polling trigger is a GET operation.",
  why: `The platform calls a trigger with \`"x-ms-trigger": "batch"\` every few minutes to ask for new data. That must change
nothing at the service, which only \`GET\` promises. A webhook, which registers the flow by \`POST\`, has the value \`single\`.`,
  on: "operation",
  check(operation, { report }) {
    if (operation.trigger !== "batch" || operation.isWebhook || operation.method === "get") return;
    report({
      at: operation.pointer,
      message: `The polling trigger ${operation.label} is a ${operation.method.toUpperCase()} operation instead of a GET operation.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "post": {
    //^^^^^^ The polling trigger "WhenTicketsChange" is a POST operation instead of a GET operation.
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    },
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single"
      }
    }
  }
}`,
});
