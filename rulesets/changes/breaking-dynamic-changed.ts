import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-dynamic-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: "warning",
  summary: "What is asked for at design time stays the same.",
  why: `A flow keeps what its maker chose from a list, and the shape that a schema had then. When another operation, or another property of its
result, gives the list now, what was chosen may mean nothing any more.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "dynamicChanged") return;
    const message = `The ${change.path.slice(change.path.lastIndexOf("/") + 1)} of ${subjectOf(change)} ${change.new === undefined ? "is gone" : "has changed"}; what makers chose before may not fit any more.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "x-ms-dynamic-values": {
          //^^^^^^^^^^^^^^^^^^^^^ The x-ms-dynamic-values of the query parameter "page" of "GetTicket" has changed; what makers chose before may not fit any more.
              "operationId": "ListPages",
              "value-path": "name"
            }
          }
        ]
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
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "x-ms-dynamic-values": {
              "operationId": "ListPages",
              "value-path": "id"
            }
          }
        ]
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
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "x-ms-dynamic-values": {
              "operationId": "ListPages",
              "value-path": "id"
            }
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {}
            }
          }
        ]
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
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id"
            }
          }
        ]
      }
    }
  }
}`,
});
