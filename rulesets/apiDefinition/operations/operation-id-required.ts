import { proposeId } from "../../operationId.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-id-required",
  validatorCodes: ["OperationIdRequired"],
  severity: "error",
  summary: "Every operation has an operationId.",
  why: `Flows and apps store the \`operationId\` of each action and trigger they use.
An operation without one cannot be called, and the service refuses the definition.`,
  on: "operation",
  check(operation, { report }) {
    if (operation.id !== undefined && operation.id.trim() !== "") return;
    if ("operationId" in operation.value && typeof operation.value.operationId !== "string") return;
    const proposal = proposeId(operation.method, operation.path);
    const isFree = operation.definition.operationsIgnoringCase(proposal).length === 0;
    report({
      missing: "operationId" in operation.value ? undefined : "operationId",
      at: "operationId" in operation.value ? operation.at("operationId") : operation.pointer,
      message: `${operation.method.toUpperCase()} ${operation.path} has no operationId.`,
      fix: isFree
        ? {
            title: `Add the operationId "${proposal}"`,
            isSafe: false,
            edits: [{ set: operation.at("operationId"), value: proposal }],
          }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
    //^^^^^ GET /tickets/{id} has no operationId.
        "summary": "Get a ticket"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "summary": "Get a ticket",
        "operationId": "GetTicketsId"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "summary": "Get a ticket",
        "operationId": "GetTicket"
      }
    }
  }
}`,
});
