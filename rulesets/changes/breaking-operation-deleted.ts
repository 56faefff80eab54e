import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-operation-deleted",
  validatorCodes: ["OperationDeleted"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No operation of the version before is gone.",
  why: `A flow or an app names an operation by its \`operationId\`. When that is gone, every run fails, and nobody is asked before. Deprecate the
operation and keep it, beside a new one of another revision.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "operationDeleted") return;
    const message = `${subjectOf(change)} is gone, so every flow that uses it fails.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
//^^^^^^^ The operation "ListTickets" is gone, so every flow that uses it fails.
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
    },
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket"
      }
    },
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true
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
    },
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
});
