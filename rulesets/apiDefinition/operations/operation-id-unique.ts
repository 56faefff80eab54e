import { isNamedElsewhere, proposeId } from "../../operationId.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-id-unique",
  validatorCodes: ["OperationIdNotUnique"],
  sources: ["swagger"],
  severity: "error",
  summary: "No two operations have the same operationId.",
  why: `Flows and apps find an action or a trigger by its \`operationId\`.
Of two operations with the same one only one could be called, so the service refuses the definition.
Ids that differ in upper and lower case only count as the same.`,
  on: "operation",
  check(operation, context) {
    const { id, definition, method, path } = operation;
    if (id === undefined || id.trim() === "") return;
    const [first] = definition.operationsIgnoringCase(id);
    if (first === undefined || first === operation) return;
    const other = `${first.method.toUpperCase()} ${first.path}`;
    const proposal = proposeId(method, path);
    const isFree =
      definition.operationsIgnoringCase(proposal).length === 0 && !isNamedElsewhere(id, context);
    context.report({
      at: operation.at("operationId"),
      message:
        first.id === id
          ? `The operationId "${id}" is already that of ${other}.`
          : `The operationId "${id}" differs from "${first.id}" of ${other} only in upper and lower case.`,
      related: [{ at: first.at("operationId"), message: "It is used here first." }],
      fix: isFree
        ? {
            title: `Rename this operation to "${proposal}"`,
            isSafe: false,
            edits: [{ set: operation.at("operationId"), value: proposal }],
          }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "GetTickets"
      },
      "post": {
        "operationId": "GetTickets"
                     //^^^^^^^^^^^^ The operationId "GetTickets" is already that of GET /tickets.
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "getTickets"
                     //^^^^^^^^^^^^ The operationId "getTickets" differs from "GetTickets" of GET /tickets only in upper and lower case.
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "GetTickets"
      },
      "post": {
        "operationId": "PostTickets"
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "GetV2Tickets"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "GetTickets"
      },
      "post": {
        "operationId": "GetTickets_V2"
      }
    }
  }
}`,
});
