import { child } from "../../../connector/pointer.js";
import { filterFunctionsOf } from "../../filterFunctions.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "filter-functions-unique",
  validatorCodes: ["FilterFunctionsPropertyEmpty", "FilterFunctionsPropertyHasDuplicates"],
  severity: "error",
  summary: "filterFunctions names at least one function, and each once.",
  why: `\`filterFunctions\` of a column's \`x-ms-capabilities\` says which filters an app may leave to the back end. A column that
has none has no list. The service refuses an empty one and repetitions.`,
  on: "schema",
  check(schema, { report }) {
    const found = filterFunctionsOf(schema);
    if (found === undefined) return;
    const { pointer, functions } = found;
    if (functions.length === 0)
      report({
        at: pointer,
        code: "FilterFunctionsPropertyEmpty",
        message: `The list "filterFunctions" of the ${schema.label} is empty.`,
        fix: { title: 'Remove "filterFunctions"', isSafe: false, edits: [{ remove: pointer }] },
      });
    const seen = new Map<unknown, number>();
    for (const [index, name] of functions.entries()) {
      if (typeof name !== "string") continue;
      const first = seen.get(name);
      if (first === undefined) seen.set(name, index);
      else
        report({
          at: child(pointer, index),
          code: "FilterFunctionsPropertyHasDuplicates",
          message: `The list "filterFunctions" of the ${schema.label} has "${name}" more than once.`,
          related: [{ at: child(pointer, first), message: "Here it stands for the first time." }],
          fix: {
            title: "Remove the repetition",
            isSafe: true,
            edits: [{ remove: child(pointer, index) }],
          },
        });
    }
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "title": {
          "type": "string",
          "x-ms-capabilities": {
            "filterFunctions": ["eq", "contains", "eq"]
                                                //^^^^ The list "filterFunctions" of the property "title" has "eq" more than once.
          }
        },
        "note": {
          "type": "string",
          "x-ms-capabilities": {
            "sortable": true,
            "filterFunctions": []
          //^^^^^^^^^^^^^^^^^ The list "filterFunctions" of the property "note" is empty.
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "title": {
          "type": "string",
          "x-ms-capabilities": {
            "filterFunctions": ["eq", "contains"]
          }
        },
        "note": {
          "type": "string",
          "x-ms-capabilities": {
            "sortable": true
          }
        }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "title": {
          "type": "string",
          "x-ms-capabilities": { "filterFunctions": ["eq", "ne"] }
        },
        "filterFunctions": { "type": "array", "items": { "type": "string" }, "default": [] }
      }
    }
  }
}`,
});
