import type { Parameter } from "../../../connector/apiDefinition.js";
import type { Pointer } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameter-name-used-once",
  validatorCodes: [],
  sources: ["powerFx"],
  severity: "info",
  summary: "No two inputs of an operation have the same name.",
  why: `Formulas of Power Apps and dynamic extensions tell the inputs of an operation by their names alone, so those of
the same name in different places, or beside a property of the body, are renamed or taken for one another.`,
  on: "operation",
  check(operation, { report }) {
    const firsts = new Map<string, { label: string; at: Pointer; declared: Parameter }>();
    for (const { pointer, declared } of operation.effectiveParameters) {
      const { name } = declared;
      if (declared.in === "body" || declared.in === undefined || name === undefined) continue;
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, { label: declared.label, at: pointer, declared });
      // The same parameter twice is told by another rule.
      else if (first.label !== declared.label) tell(pointer, declared, first);
    }
    const schema = operation.body?.schema;
    for (const [name, { pointer, isInternal }] of schema?.properties ?? []) {
      const found = firsts.get(name);
      // What is fixed and hidden in both places confuses nobody.
      if (found === undefined || (isInternal && found.declared.visibility === "internal")) continue;
      tell(found.at, found.declared, { label: `property "${name}" of the body`, at: pointer });
    }

    function tell(pointer: Pointer, { label }: Parameter, other: { label: string; at: Pointer }) {
      report({
        at: pointer,
        message: `${operation.label} has the ${label} and the ${other.label}, which have the same name.`,
        related: [{ at: other.at, message: "This is the other input." }],
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "put": {
        "operationId": "UpdateTicket",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string"
          },
          {
        //^ "UpdateTicket" has the query parameter "id" and the path parameter "id", which have the same name.
            "name": "id",
            "in": "query",
            "type": "string"
          },
          {
        //^ "UpdateTicket" has the query parameter "state" and the property "state" of the body, which have the same name.
            "name": "state",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "state": {
                  "type": "string"
                }
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
    "/tickets/{id}": {
      "put": {
        "operationId": "UpdateTicket",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Ticket" } }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "queue": { "type": "object", "properties": { "id": { "type": "string" } } }
      }
    }
  }
}`,
});
