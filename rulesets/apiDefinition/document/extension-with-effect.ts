import { child, type Pointer } from "../../../connector/pointer.js";
import type { JsonObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "extension-with-effect",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "hint",
  tag: "unnecessary",
  summary: "No extension is one that only other tools know.",
  why: `Definitions that were made for code generators or converted from OpenAPI 3 bring extensions along that the platform
does not read. They mislead who expects an effect: \`x-ms-enum\` names no values in the designer, \`x-ms-enum-values\` does.`,
  on: "definition",
  check(definition, { report }) {
    const places: { pointer: Pointer; value: JsonObject }[] = [
      { pointer: "", value: definition.value },
      { pointer: "/info", value: definition.info },
      ...definition.pathItems,
      ...definition.operations,
      ...definition.parameters,
      ...definition.responses,
      ...definition.schemas,
    ];
    const seen = new Set<Pointer>();
    for (const { pointer, value } of places) {
      // A parameter that says its type itself is a schema too.
      if (seen.has(pointer)) continue;
      seen.add(pointer);
      for (const key of Object.keys(value)) {
        if (!key.startsWith("x-") || !Object.hasOwn(tools, key)) continue;
        const instead = substitutes[key];
        report({
          at: child(pointer, key),
          part: "key",
          message: `The extension "${key}" has no effect here: it is ${tools[key]}.${instead === undefined ? "" : ` Connectors have "${instead}" for that.`}`,
          fix: {
            title: `Remove "${key}"`,
            isSafe: false,
            edits: [{ remove: child(pointer, key) }],
          },
        });
      }
    }
  },
  bad: `
{
  "x-components": {},
//^^^^^^^^^^^^^^ The extension "x-components" has no effect here: it is left by a converter from OpenAPI 3.
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "x-ms-examples": {},
      //^^^^^^^^^^^^^^^ The extension "x-ms-examples" has no effect here: it is one of AutoRest, which generates code.
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-skip-url-encoding": true
          //^^^^^^^^^^^^^^^^^^^^^^^^ The extension "x-ms-skip-url-encoding" has no effect here: it is one of AutoRest, which generates code. Connectors have "x-ms-url-encoding" for that.
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string",
          "x-ms-enum": {
        //^^^^^^^^^^^ The extension "x-ms-enum" has no effect here: it is one of AutoRest, which generates code. Connectors have "x-ms-enum-values" for that.
            "name": "State"
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string"
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string"
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
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-url-encoding": "single",
            "x-contoso-owner": "Service desk"
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "x-components": { "type": "string" }
      }
    }
  }
}`,
});

const autoRest = "one of AutoRest, which generates code";
const converters = "left by a converter from OpenAPI 3";

const tools: Readonly<Record<string, string>> = {
  "x-components": converters,
  "x-explode": converters,
  "x-ms-client-flatten": autoRest,
  "x-ms-client-name": autoRest,
  "x-ms-code-generation-settings": autoRest,
  "x-ms-enum": autoRest,
  "x-ms-examples": autoRest,
  "x-ms-parameter-grouping": autoRest,
  "x-ms-parameter-location": autoRest,
  "x-ms-skip-url-encoding": autoRest,
};

const substitutes: Readonly<Record<string, string | undefined>> = {
  "x-ms-enum": "x-ms-enum-values",
  "x-ms-skip-url-encoding": "x-ms-url-encoding",
};
