import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { removeSchemas } from "../../removeSchema.js";
import { isWithoutContent, userOf } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-content-no-schema",
  validatorCodes: [],
  sources: ["coding"],
  severity: "warning",
  summary: "The responses 204 and 304 have no schema.",
  why: `HTTP allows no content with these status codes, so what the schema describes never arrives: makers get values
that are always empty. When the service does send something, the code is another one, such as 200.`,
  on: "response",
  check(response, { report }) {
    const { schema } = response.value;
    // An empty one describes nothing; for success, another rule tells it.
    if (!isObject(schema) || Object.keys(schema).length === 0) return;
    const uses = response.uses.filter(({ code }) => isWithoutContent(code));
    const [use] = uses;
    if (use === undefined) return;
    const at = child(response.pointer, "schema");
    const { edits, also } = removeSchemas(response.definition, [at]);
    report({
      at,
      message: `The response ${use.code} of ${userOf(uses)} has a schema, but never any content.`,
      related:
        use.pointer === response.pointer
          ? []
          : [{ at: use.pointer, message: `It is the response ${use.code} here.` }],
      fix:
        uses.length < response.uses.length
          ? undefined
          : { title: `Remove the schema${also}`, isSafe: false, byHand: "breaks", edits },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "204": {
            "description": "No Content",
            "schema": {
          //^^^^^^^^ The response 204 of "DeleteTicket" has a schema, but never any content.
              "type": "string"
            }
          }
        }
      },
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "string"
            }
          },
          "304": {
            "$ref": "#/responses/Unchanged"
          }
        }
      }
    }
  },
  "responses": {
    "Unchanged": {
      "description": "Not Modified",
      "schema": {
    //^^^^^^^^ The response 304 of "GetTicket" has a schema, but never any content.
        "type": "string"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "204": {
            "description": "No Content"
          }
        }
      },
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "string"
            }
          },
          "304": {
            "$ref": "#/responses/Unchanged"
          }
        }
      }
    }
  },
  "responses": {
    "Unchanged": {
      "description": "Not Modified"
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "204": { "description": "No Content" }
        }
      },
      "patch": {
        "operationId": "UpdateTicket",
        "responses": {
          "202": { "description": "Accepted", "schema": { "type": "string" } },
          "204": { "description": "No Content", "schema": {} }
        }
      }
    }
  }
}`,
});
