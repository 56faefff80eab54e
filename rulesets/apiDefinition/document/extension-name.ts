import { child } from "../../../connector/pointer.js";
import { asString, hasValue, member } from "../../../connector/values.js";
import { swaggerFix, swaggerInsteadOf } from "../../openApi3.js";
import { defineRule } from "../../rule.js";
import type { Violation } from "../../structure.js";
import { unknownKeyFix, unknownKeyMessage } from "../../unknownKey.js";
import { unsupportedFlows } from "../host/oauth-flow-supported.js";

export default defineRule({
  name: "extension-name",
  validatorCodes: [
    "ExtensionNameNotValid",
    "AdditionalPropertyNotAllowed",
    "SecuritySchemePropertyNotValid",
  ],
  policies: ["5000.2.6.2"],
  sources: ["swagger", "policyErrors"],
  severity: "error",
  summary: "Every key is one that Swagger 2.0 knows at its place, or begins with x-.",
  why: `The service refuses a definition with a key that it does not know there. It may be misspelt (keys are compared
exactly), stand one level too deep or too high, or come from OpenAPI 3, such as \`requestBody\` or \`nullable\`.
Notes of your own may stand under any name that begins with \`x-\`.`,
  on: "violation",
  check(violation, { definition, file, report }) {
    if (violation.rule !== "extension-name" || violation.keyword !== "additionalProperties") return;
    const { pointer, subject, key, meant, home, code } = violation;
    const instead = swaggerInsteadOf(violation);
    if (instead !== undefined) {
      report({
        at: child(pointer, key),
        part: "key",
        code,
        message: `${subject} has the key "${key}" of OpenAPI 3. In Swagger 2.0 its place is taken by ${instead}.`,
        fix:
          swaggerFix(violation, definition?.value ?? {}) ??
          unknownKeyFix({ ...violation, meant: undefined }, file),
      });
      return;
    }
    const flow = flowWithout(violation, key);
    if (flow !== undefined) {
      // That the flow itself is not supported is told by another rule.
      if (Object.hasOwn(unsupportedFlows, flow)) return;
      report({
        at: child(pointer, key),
        part: "key",
        code,
        message: `${subject} has the key "${key}", which the flow "${flow}" does not use; connections are made by the flow "accessCode".`,
        // Both addresses are those of that flow.
        fix: hasBothAddresses(violation)
          ? {
              title: 'Change the flow to "accessCode"',
              isSafe: false,
              edits: [{ set: child(pointer, "flow"), value: "accessCode" }],
            }
          : undefined,
      });
      return;
    }
    const hint =
      meant === undefined && home === undefined && code === "ExtensionNameNotValid"
        ? ' Names of extensions begin with "x-".'
        : "";
    report({
      at: child(pointer, key),
      part: "key",
      code,
      message: unknownKeyMessage(violation) + hint,
      fix: unknownKeyFix(violation, file),
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets",
    "version": "1.0",
    "host": "api.contoso.com"
  //^^^^^^ "info" has the key "host", whose place is at the root.
  },
  "basepath": "/v2",
//^^^^^^^^^^ apiDefinition.swagger.json has the unknown key "basepath". Is "basePath" meant?
  "paths": {
    "/tickets": {
      "get": {
        "operationID": "ListTickets",
      //^^^^^^^^^^^^^ The operation "get" of "/tickets" has the unknown key "operationID". Is "operationId" meant?
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "summary": "Page"
          //^^^^^^^^^ The parameter "page" has the unknown key "summary". Is "x-ms-summary" meant?
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "value-titel": "name"
            //^^^^^^^^^^^^^ The dynamic values "x-ms-dynamic-values" of "queue" has the unknown key "value-titel". Is "value-title" meant?
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "value-title": "name"
            //^^^^^^^^^^^^^ The dynamic list "x-ms-dynamic-list" of "queue" has the unknown key "value-title". Is "itemTitlePath" meant?
            }
          }
        ]
      },
      "put": {
        "operationId": "CreateTicket",
        "consumes": ["application/json"],
        "requestBody": {
      //^^^^^^^^^^^^^ The operation "CreateTicket" has the key "requestBody" of OpenAPI 3. In Swagger 2.0 its place is taken by a parameter with "in": "body".
          "required": true,
          "content": { "application/json": { "schema": { "type": "object" } } }
        }
      },
      "securityDefinitions": {}
    //^^^^^^^^^^^^^^^^^^^^^ The path "/tickets" has the unknown key "securityDefinitions". Names of extensions begin with "x-".
    }
  },
  "definitions": {
    "State": {
      "type": "string",
      "enum": ["open"],
      "x-ms-enum-values": [
        {
          "value": "open",
          "name": "Open"
        //^^^^^^ The enum value "Open" has the unknown key "name". Is "displayName" meant?
        }
      ]
    },
    "Tickets": {
      "type": "array",
      "items": {
        "ref": "#/definitions/Ticket"
      //^^^^^ The schema "items" of "Tickets" has the unknown key "ref". Is "$ref" meant?
      }
    },
    "Ticket": {
      "type": "object",
      "nullable": true,
    //^^^^^^^^^^ The schema "Ticket" has the unknown key "nullable". Is "x-nullable" meant?
      "id": {
    //^^^^ The schema "Ticket" has the unknown key "id". Names of extensions begin with "x-".
        "type": "string"
      }
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "name": "X-Key",
      "in": "header",
      "scheme": "bearer"
    //^^^^^^^^ The security definition "api_key" has the key "scheme", which one of type "apiKey" does not have.
    },
    "sign_in": {
      "type": "oauth2",
      "flow": "implicit",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
    //^^^^^^^^^^ The security definition "sign_in" has the key "tokenUrl", which the flow "implicit" does not use; connections are made by the flow "accessCode".
      "scopes": {}
    }
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets",
    "version": "1.0"
  },
  "basePath": "/v2",
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "x-ms-summary": "Page"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "value-title": "name"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "itemTitlePath": "name"
            }
          }
        ]
      },
      "put": {
        "operationId": "CreateTicket",
        "consumes": ["application/json"],
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object"
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "State": {
      "type": "string",
      "enum": ["open"],
      "x-ms-enum-values": [
        {
          "value": "open",
          "displayName": "Open"
        }
      ]
    },
    "Tickets": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/Ticket"
      }
    },
    "Ticket": {
      "type": "object",
      "x-nullable": true
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "name": "X-Key",
      "in": "header"
    },
    "sign_in": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  },
  "host": "api.contoso.com"
}`,
  good: `
{
  "x-generator": "contoso",
  "paths": {
    "x-note": "two operations",
    "/tickets": {
      "x-note": {},
      "get": {
        "x-ms-visibility": "important",
        "responses": { "default": { "description": "Any", "examples": { "text/plain": { "id": 1 } } }, "x-note": 1 }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "properties": {
        "id": { "type": "object", "properties": { "nullable": { "type": "boolean", "example": { "id": 1 } } } },
        "link": { "$ref": "#/definitions/Ticket", "comment": "beside a reference" }
      }
    }
  }
}`,
});

/** The flow of OAuth 2.0 that has no use for the other address. */
function flowWithout({ value, code }: Violation, key: string): string | undefined {
  return code === "SecuritySchemePropertyNotValid" &&
    (key === "authorizationUrl" || key === "tokenUrl")
    ? asString(member(value, "flow"))
    : undefined;
}

function hasBothAddresses({ value }: Violation): boolean {
  return hasValue(value, "authorizationUrl") && hasValue(value, "tokenUrl");
}
