import type { ApiDefinition, Parameter } from "../../../connector/apiDefinition.js";
import { lastSegment, parent } from "../../../connector/pointer.js";
import { valueAt } from "../../../connector/reference.js";
import { asArray, asObject, asString } from "../../../connector/values.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "api-key-not-parameter",
  validatorCodes: [],
  sources: ["connections"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "No operation asks for the API key that the connection sends.",
  why: `The user enters the key once, when the connection is made, and it is sent with every call. An operation that has it as a
parameter asks for it again in each flow, where everybody who can open the flow reads it.`,
  on: "definition",
  check(definition, { properties, report }) {
    // Where a connection takes no key, it cannot send one.
    const takesKey = (properties?.connectionParameters ?? [{ value: { type: "string" } }]).some(
      ({ value }) => /^(secure)?string$/i.test(String(value.type)),
    );
    const [first] = Object.entries(asObject(definition.value.securityDefinitions));
    if (first === undefined || !takesKey) return;
    const [scheme, { type, in: place, name }] = [first[0], asObject(first[1])];
    const key = asString(name)?.toLowerCase();
    // Such a header is told wherever it is a parameter.
    if (type !== "apiKey" || !key || (place === "header" && key === "authorization")) return;
    for (const parameter of definition.parameters) {
      if (parameter.in !== place || asString(parameter.value.name)?.toLowerCase() !== key) continue;
      // A hidden one with a fixed value asks nobody.
      if (parameter.visibility === "internal") continue;
      report({
        at: parameter.pointer,
        message: `The ${place === "header" ? "header" : "query parameter"} ${JSON.stringify(parameter.value.name)} is asked for here, although the connection sends it by the security definition ${JSON.stringify(scheme)}.`,
        fix: removal(definition, parameter),
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
        //^ The header "x-contoso-key" is asked for here, although the connection sends it by the security definition "api_key".
            "name": "x-contoso-key",
            "in": "header",
            "type": "string",
            "required": true
          },
          {
            "name": "state",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "X-Contoso-Key",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  },
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Contoso-Key"
    }
  }
}`,
});

/** Takes out a parameter that its operation alone has and nothing refers to by its name. */
function removal(definition: ApiDefinition, { pointer, value }: Parameter): Fix | undefined {
  const list = parent(pointer);
  if (lastSegment(list) !== "parameters" || list === "/parameters") return undefined;
  const owner = JSON.stringify(valueAt(definition.value, parent(list)) ?? {});
  if (owner.split(JSON.stringify(value.name)).length > 2) return undefined;
  const isAlone = asArray(valueAt(definition.value, list)).length === 1;
  return {
    title: "Remove the parameter",
    isSafe: false,
    byHand: "breaks",
    edits: [{ remove: isAlone ? list : pointer }],
  };
}
