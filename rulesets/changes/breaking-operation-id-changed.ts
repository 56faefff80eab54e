import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-operation-id-changed",
  validatorCodes: ["OperationDeleted"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "An operation keeps its `operationId`.",
  why: `A flow names an operation by its \`operationId\`; makers see the summary alone. A new id is a new operation, and the old one is gone: all
flows that have it fail. To call it something else change the summary.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "operationRenamed") return;
    const message = `${subjectOf(change)} is called ${shownValue(change.new)} now, so every flow that uses it fails.`;
    reportChange(change, context, message, {
      fix: {
        title: `Keep the old id ${shownValue(change.old)}`,
        isSafe: false,
        edits: [{ set: change.pointer, value: change.old }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "FetchTicket"
                     //^^^^^^^^^^^^^ The operation "GetTicket" is called "FetchTicket" now, so every flow that uses it fails.
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket"
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket"
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
        "summary": "Fetch a ticket"
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Get a ticket"
      }
    }
  }
}`,
});
