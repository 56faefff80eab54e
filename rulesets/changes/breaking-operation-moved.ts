import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-operation-moved",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "An operation keeps its path and verb.",
  why: `Flows name the operation, but what they saved was made for the old path: its variables and what they mean. Add an operation of a new
revision when the API has moved. What the variables are called does not matter here.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "operationMoved") return;
    const message = `${subjectOf(change)} was ${String(change.old)} and is ${String(change.new)} now.`;
    reportChange(change, context, message, {
      part: "key",
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}/details": {
      "get": {
    //^^^^^ The operation "GetTicket" was GET /tickets/{id} and is GET /tickets/{id}/details now.
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
    "/tickets/{ticketId}": {
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
});
