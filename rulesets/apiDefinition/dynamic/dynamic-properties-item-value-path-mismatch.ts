import { isObject } from "../../../connector/values.js";
import { nameOf, schemaPath } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-properties-item-value-path-mismatch",
  validatorCodes: ["DynamicPropertiesItemValuePathMismatch"],
  severity: "error",
  summary: "Both forms of a dynamic schema name the same place.",
  why: `Older designers read \`x-ms-dynamic-schema\`, newer ones \`x-ms-dynamic-properties\`; a maker must see the same
fields in both. So \`itemValuePath\` must be the \`value-path\`, except that it names the schema itself where the
\`value-path\` names its \`properties\`. The service refuses other pairs.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, owner, value, pointer } = reference;
    if (kind !== "x-ms-dynamic-properties" || owner === undefined) return;
    const older = owner.value["x-ms-dynamic-schema"];
    if (!isObject(older)) return;
    const olderPath = older["value-path"] ?? "";
    const path = value.itemValuePath ?? "";
    if (typeof olderPath !== "string" || typeof path !== "string") return;
    const expected = schemaPath(olderPath);
    if (path === expected) return;
    const isGiven = "itemValuePath" in value;
    report({
      at: isGiven ? `${pointer}/itemValuePath` : pointer,
      message: `${nameOf(reference)} has ${isGiven ? `the itemValuePath "${path}"` : "no itemValuePath"}, but the value-path "${olderPath}" of x-ms-dynamic-schema beside it calls for ${expected === "" ? "none" : `"${expected}"`}.`,
      related: [{ at: owner.at("x-ms-dynamic-schema"), message: "This is the older form." }],
      fix: {
        title: expected === "" ? "Remove itemValuePath" : `Set itemValuePath to "${expected}"`,
        isSafe: false,
        edits: [
          expected === ""
            ? { remove: `${pointer}/itemValuePath` }
            : { set: `${pointer}/itemValuePath`, value: expected },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
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
                "value-path": "result/schema/properties"
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "itemValuePath": "result/schema/properties"
                               //^^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties has the itemValuePath "result/schema/properties", but the value-path "result/schema/properties" of x-ms-dynamic-schema beside it calls for "result/schema".
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "value-path": "schema"
              },
              "x-ms-dynamic-properties": {
            //^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties has no itemValuePath, but the value-path "schema" of x-ms-dynamic-schema beside it calls for "schema".
                "operationId": "GetTicketSchema",
                "parameters": {}
              }
            }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
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
                "value-path": "result/schema/properties"
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "itemValuePath": "result/schema"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "value-path": "schema"
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "itemValuePath": "schema"
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
                "value-path": "properties"
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "parameters": {}
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "value-path": "schema"
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "itemValuePath": "schema"
              }
            }
          }
        }
      }
    }
  }
}`,
});
