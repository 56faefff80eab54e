import { asObject, asString } from "../../../connector/values.js";
import { differsFromOlderForm, nameOf, schemaPath } from "../../dynamicCall.js";
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
    const { owner, value, pointer } = reference;
    if (owner === undefined || !differsFromOlderForm(reference)) return;
    const older = asObject(owner.value["x-ms-dynamic-schema"]);
    const olderPath = asString(older["value-path"]);
    const expected = schemaPath(olderPath ?? "");
    const isGiven = "itemValuePath" in value;
    const calls = olderPath === undefined ? "no value-path" : `the value-path "${olderPath}"`;
    report({
      at: isGiven ? `${pointer}/itemValuePath` : pointer,
      message: `${nameOf(reference)} has ${isGiven ? `the itemValuePath "${value.itemValuePath}"` : "no itemValuePath"}, but x-ms-dynamic-schema beside it has ${calls}, which calls for ${expected === "" ? "none" : `"${expected}"`}.`,
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
                               //^^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties has the itemValuePath "result/schema/properties", but x-ms-dynamic-schema beside it has the value-path "result/schema/properties", which calls for "result/schema".
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
            //^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties has no itemValuePath, but x-ms-dynamic-schema beside it has the value-path "schema", which calls for "schema".
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
