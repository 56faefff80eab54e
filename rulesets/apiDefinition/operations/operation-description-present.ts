import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-description-present",
  validatorCodes: ["RequiredPropertyMissing", "RequiredValueEmpty"],
  sources: ["submission", "strings"],
  severity: { certified: "error", "independent-publisher": "error", custom: "info" },
  summary: "Every operation that makers see has a description.",
  why: `The \`description\` tells makers in the designer what an action or trigger does.
Certification refuses an operation without one; only operations that are \`internal\` need none.`,
  on: "operation",
  check(operation, { report }) {
    const { description, value, label } = operation;
    if (operation.isInternal) return;
    if (value.description !== undefined && description === undefined) return;
    if (description === undefined)
      report({
        at: operation.pointer,
        missing: "description",
        message: `The operation ${label} has no description.`,
      });
    else if (description.trim() === "")
      report({
        at: operation.at("description"),
        code: "RequiredValueEmpty",
        message: `The description of the operation ${label} is empty.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
    //^^^^^ The operation "GetTicket" has no description.
        "operationId": "GetTicket",
        "summary": "Get ticket"
      },
      "delete": {
        "summary": "Delete ticket",
        "description": ""
                     //^^ The description of the operation DELETE /tickets/{id} is empty.
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "description": "Returns one ticket with its requester."
      },
      "delete": {
        "operationId": "DeleteTicket",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
