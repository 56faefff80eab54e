import { child } from "../../../connector/pointer.js";
import { filterFunctionsOf } from "../../filterFunctions.js";
import { nearestValue } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "filter-functions-known",
  validatorCodes: ["FilterFunctionsPropertyInvalidValue"],
  sources: ["powerFx"],
  severity: "warning",
  summary: "filterFunctions names operators and functions of OData.",
  why: `\`filterFunctions\` of a column's \`x-ms-capabilities\` says which filters an app may leave to the back end; the service refuses
a name that it does not support. Microsoft publishes no list of those: this one is derived from the functions of OData
and from what Power Fx reads.`,
  on: "schema",
  check(schema, { report }) {
    const found = filterFunctionsOf(schema);
    for (const [index, name] of found?.functions.entries() ?? []) {
      if (typeof name !== "string" || known.includes(name)) continue;
      const at = child(found!.pointer, index);
      const fix = nearestValue(at, name, known);
      const isThere = fix?.edits.some(
        (edit) => "set" in edit && found!.functions.includes(edit.value),
      );
      report({
        at,
        message: `The filter function "${name}" of the ${schema.label} is not known. Known are "eq", "ne", "lt", "contains", "startswith" and the other operators and functions of OData.`,
        fix: isThere ? undefined : fix,
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
            "filterFunctions": ["eq", "startsWith"]
                                    //^^^^^^^^^^^^ The filter function "startsWith" of the property "title" is not known. Known are "eq", "ne", "lt", "contains", "startswith" and the other operators and functions of OData.
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
            "filterFunctions": ["eq", "startswith"]
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
          "x-ms-capabilities": { "filterFunctions": ["eq", "ne", "and", "contains", "tolower"] }
        }
      }
    }
  }
}`,
});

const known = [
  ...["eq", "ne", "lt", "le", "gt", "ge", "and", "or", "not", "in", "has", "null"],
  ...["add", "sub", "mul", "div", "mod", "negate"],
  ...["contains", "startswith", "endswith", "substringof", "substring", "indexof", "length"],
  ...["tolower", "toupper", "trim", "concat", "replace"],
  ...["year", "month", "day", "hour", "minute", "second", "fractionalseconds", "date", "time"],
  ...["totaloffsetminutes", "totalseconds", "now", "mindatetime", "maxdatetime"],
  ...["round", "floor", "ceiling", "cast", "isof", "any", "all"],
  ...["sum", "min", "max", "average", "count", "countdistinct", "top"],
  ...["cdsin", "astype", "arraylookup"],
];
