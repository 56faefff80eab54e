import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-output-enum-removed",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "A property of a result keeps its list of values.",
  why: `Conditions of a flow are made for the values of the list. Without it every value can come.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "outputEnumRemoved") return;
    const message = `${subjectOf(change)} has lost its enum; flows may rely on these values.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "state": {
              //^^^^^^^ The property "state" in the result of "GetTicket" has lost its enum; flows may rely on these values.
                  "type": "string"
                }
              }
            }
          }
        }
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
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "state": {
                  "type": "string",
                  "enum": [
                    "open",
                    "done"
                  ]
                }
              }
            }
          }
        }
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
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "state": {
                  "type": "string",
                  "enum": [
                    "open",
                    "done",
                    "late"
                  ]
                }
              }
            }
          }
        }
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
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "state": {
                  "type": "string",
                  "enum": [
                    "open",
                    "done"
                  ]
                }
              }
            }
          }
        }
      }
    }
  }
}`,
});
