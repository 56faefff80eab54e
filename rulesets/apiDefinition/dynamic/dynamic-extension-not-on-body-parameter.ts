import { dynamicExtensions } from "../../../connector/dynamicReference.js";
import { isReference } from "../../../connector/reference.js";
import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-extension-not-on-body-parameter",
  validatorCodes: ["DynamicExtensionDefinitionNotAllowedInParameter"],
  sources: ["extensions"],
  severity: "error",
  summary: "Dynamic extensions of a body are in its schema.",
  why: `A body has its type in \`schema\`, and that is where the designers look for \`x-ms-dynamic-schema\` and the
other dynamic extensions. On the parameter itself they have no effect, and the service refuses them there.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.in !== "body") return;
    const { schema } = parameter.value;
    for (const extension of dynamicExtensions) {
      const value = parameter.value[extension];
      if (value === undefined) continue;
      const canMove = isObject(schema) && !isReference(schema) && !(extension in schema);
      report({
        at: parameter.at(extension),
        part: "key",
        message: `${extension} of the body "${parameter.name ?? ""}" stands beside its schema instead of in it.`,
        fix: canMove
          ? {
              title: "Move it into the schema",
              isSafe: true,
              edits: [
                { set: parameter.at("schema", extension), value },
                { remove: parameter.at(extension) },
              ],
            }
          : undefined,
      });
    }
  },
  bad: `
{
  "paths": {
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal"
      }
    },
    "/tickets": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "x-ms-dynamic-schema": {
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema of the body "body" stands beside its schema instead of in it.
              "operationId": "GetTicketSchema",
              "parameters": {},
              "value-path": "schema"
            },
            "schema": {
              "type": "object"
            }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal"
      }
    },
    "/tickets": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "value-path": "schema"
              }
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
    "/tickets": {
      "post": {
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "value-path": "schema"
              }
            }
          }
        ]
      }
    }
  }
}`,
});
