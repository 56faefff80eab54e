import { child, type Pointer } from "../../../connector/pointer.js";
import type { JsonObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

/** Extensions of AutoRest, a generator of client libraries, and what converters leave behind. */
const withoutEffect = new Set([
  "x-components",
  "x-explode",
  "x-ms-client-flatten",
  "x-ms-client-name",
  "x-ms-code-generation-settings",
  "x-ms-discriminator-value",
  "x-ms-enum",
  "x-ms-examples",
  "x-ms-identifiers",
  "x-ms-long-running-operation",
  "x-ms-mutability",
  "x-ms-odata",
  "x-ms-parameter-grouping",
  "x-ms-parameter-location",
  "x-ms-skip-url-encoding",
]);

export default defineRule({
  name: "extension-without-effect",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "hint",
  tag: "unnecessary",
  summary: "There are no extensions that only other tools read.",
  why: `Generators of client libraries and converters of API definitions leave extensions behind that Power Platform passes
over. They look as if they did something: \`x-ms-skip-url-encoding\` beside a parameter does not keep its value from being encoded.`,
  on: "definition",
  check(definition, { report }) {
    const seen = new Set<Pointer>();
    const check = ({ pointer, value }: { pointer: Pointer; value: JsonObject }) => {
      for (const key of Object.keys(value)) {
        if (!key.startsWith("x-") || !withoutEffect.has(key)) continue;
        const at = child(pointer, key);
        if (seen.has(at)) continue;
        seen.add(at);
        report({
          at,
          part: "key",
          message: `"${key}" has no effect in a connector.`,
          fix: { title: `Remove "${key}"`, isSafe: false, edits: [{ remove: at }] },
        });
      }
    };
    check({ pointer: "", value: definition.value });
    check({ pointer: "/info", value: definition.info });
    for (const nodes of [definition.pathItems, definition.operations, definition.parameters])
      for (const node of nodes) check(node);
    for (const schema of definition.schemas) check(schema);
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "type": "string",
            "x-ms-skip-url-encoding": true
          //^^^^^^^^^^^^^^^^^^^^^^^^ "x-ms-skip-url-encoding" has no effect in a connector.
          }
        ]
      }
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
            "name": "filter",
            "in": "query",
            "type": "string"
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
      "get": {
        "operationId": "ListTickets",
        "x-contoso-team": "help desk",
        "parameters": [
          { "name": "filter", "in": "query", "type": "string", "x-ms-visibility": "advanced" }
        ]
      }
    }
  }
}`,
});
