import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-status-ahead-of-connector",
  validatorCodes: ["OperationStatusAheadOfConnector"],
  sources: ["versioning"],
  severity: "error",
  summary: "While a connector is in preview, so is each of its operations.",
  why: `The \`status\` in \`info\` is that of the whole connector. An operation that claims to be in production while
its connector is not contradicts it, and the service refuses it.`,
  on: "operation",
  check(operation, { report }) {
    const whole = asObject(operation.definition.info["x-ms-api-annotation"]).status;
    if (whole !== "Preview" || operation.annotation.status !== "Production") return;
    const at = operation.at("x-ms-api-annotation", "status");
    report({
      at,
      message: `The operation ${operation.label} has the status "Production", but the connector has the status "Preview".`,
      related: [
        {
          at: "/info/x-ms-api-annotation/status",
          message: "The connector is in preview.",
        },
      ],
      fix: {
        title: 'Change it to "Preview"',
        isSafe: false,
        edits: [{ set: at, value: "Preview" }],
      },
    });
  },
  bad: `
{
  "info": {
    "x-ms-api-annotation": {
      "status": "Preview"
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-api-annotation": {
          "status": "Production"
                  //^^^^^^^^^^^^ The operation "ListTickets" has the status "Production", but the connector has the status "Preview".
        }
      }
    }
  }
}`,
  fixed: `
{
  "info": {
    "x-ms-api-annotation": {
      "status": "Preview"
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-api-annotation": {
          "status": "Preview"
        }
      }
    }
  }
}`,
  good: `
{
  "info": {
    "x-ms-api-annotation": {
      "status": "Production"
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-api-annotation": { "status": "Production" }
      },
      "post": {
        "operationId": "CreateTicket",
        "x-ms-api-annotation": { "status": "Preview" }
      }
    }
  }
}`,
});
