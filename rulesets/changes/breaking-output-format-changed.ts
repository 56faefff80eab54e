import { reportChange, shownValue, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-output-format-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "A property of a result keeps its format.",
  why: `The format says what the designer offers for a value and how it is read: a date, a large number, the content of a file.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "outputFormatChanged") return;
    const now = change.new === undefined ? "none" : shownValue(change.new);
    const message = `${subjectOf(change)} had the format ${shownValue(change.old)} and has ${now} now; flows may use it.`;
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
                "due": {
                  "type": "string",
                  "format": "date"
                          //^^^^^^ The property "due" in the result of "GetTicket" had the format "date-time" and has "date" now; flows may use it.
                },
                "size": {
              //^^^^^^ The property "size" in the result of "GetTicket" had the format "int64" and has none now; flows may use it.
                  "type": "integer"
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
                "due": {
                  "type": "string",
                  "format": "date-time"
                },
                "size": {
                  "type": "integer",
                  "format": "int64"
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
                "due": {
                  "type": "string",
                  "format": "date-time"
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
                "due": {
                  "type": "string"
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
