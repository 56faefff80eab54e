import { renameOperation } from "../../operationId.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-id-pascal-case",
  validatorCodes: [],
  sources: ["coding", "strings"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "An operationId begins with a capital letter, as Pascal case does.",
  why: `Microsoft's guidelines for connectors ask for Pascal case, such as \`GetTicket\`, and reviewers do, too.
Renaming an operation breaks the flows that use it, so it is for connectors that are not yet in use.`,
  on: "operation",
  check(operation, context) {
    const { id } = operation;
    if (id === undefined || !/^[a-z]/.test(id)) return;
    // With other characters in it, the whole id is to be written anew.
    if (!/^[A-Za-z0-9]+(_V\d+)?$/.test(id)) return;
    context.report({
      at: operation.at("operationId"),
      message: `The operationId "${id}" does not begin with a capital letter, as Pascal case does.`,
      fix: renameOperation(operation, id.charAt(0).toUpperCase() + id.slice(1), context),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "listTickets"
                     //^^^^^^^^^^^^^ The operationId "listTickets" does not begin with a capital letter, as Pascal case does.
      }
    }
  },
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "listTickets"
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  },
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "ListTickets"
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      },
      "post": {
        "operationId": "create-ticket"
      }
    }
  }
}`,
});
