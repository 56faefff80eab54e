import { enumValuesOf } from "../../../connector/enumValues.js";
import { child, type Pointer } from "../../../connector/pointer.js";
import { asArray, asObject } from "../../../connector/values.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";
import type { ValidatorCode } from "../../validatorCodes.js";

export default defineRule({
  name: "required-value-not-empty",
  validatorCodes: ["RequiredValueEmpty", "MissingEnumValuesDisplayName"],
  sources: ["swagger"],
  severity: "error",
  summary: "A name, version or path that must be there is not blank.",
  why: `The service needs the name of a parameter, of a tag and of a license, the version and the \`value-path\` of a
dropdown, and takes one that is blank as missing. A value of an enum without a name is a blank line in the dropdown. No published connector has such a text.`,
  on: "definition",
  check(definition, { report }) {
    const tell = (
      at: Pointer,
      value: unknown,
      label: string,
      code: ValidatorCode = "RequiredValueEmpty",
    ) => {
      if (typeof value === "string" && value.trim() === "")
        report({ at, code, message: `${label} is empty.` });
    };
    const { info } = definition;
    tell("/info/version", info.version, "The version of the definition");
    tell("/info/license/name", asObject(info.license).name, "The name of the license");
    for (const [index, tag] of asArray(definition.value.tags).entries())
      tell(child("/tags", index, "name"), asObject(tag).name, `The name of tag ${index + 1}`);
    for (const parameter of definition.parameters) {
      const place = parameter.in === undefined ? "parameter" : `${parameter.in} parameter`;
      const [user] = parameter.operations;
      const owner = user === undefined ? "" : ` of ${user.label}`;
      tell(parameter.at("name"), parameter.value.name, `The name of a ${place}${owner}`);
    }
    for (const schema of definition.schemas)
      for (const { index, value, displayName } of enumValuesOf(schema))
        tell(
          schema.at("x-ms-enum-values", index, "displayName"),
          displayName,
          `The displayName of the value ${JSON.stringify(value)}`,
          "MissingEnumValuesDisplayName",
        );
    for (const reference of definition.dynamicReferences)
      if (reference.kind === "x-ms-dynamic-values")
        tell(
          child(reference.pointer, "value-path"),
          reference.value["value-path"],
          `The "value-path" of ${nameOf(reference)}`,
        );
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets",
    "version": "",
             //^^ The version of the definition is empty.
    "license": { "name": " " }
                       //^^^ The name of the license is empty.
  },
  "tags": [
    { "name": "" }
            //^^ The name of tag 1 is empty.
  ],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "",
                  //^^ The name of a query parameter of "ListTickets" is empty.
            "in": "query",
            "type": "string"
          },
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "enum": ["open"],
            "x-ms-enum-values": [
              { "value": "open", "displayName": "" }
                                              //^^ The displayName of the value "open" is empty.
            ]
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": ""
                          //^^ The "value-path" of x-ms-dynamic-values of "queue" is empty.
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "info": { "title": "Contoso Tickets", "version": "1.0", "license": { "name": "MIT" } },
  "tags": [{ "name": "tickets" }],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "",
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
});
