import { isObject } from "../../../connector/values.js";
import { nearestValue } from "../../nearest.js";
import { defineRule } from "../../rule.js";

const values = { kind: "query", mode: "polling" } as const;

export default defineRule({
  name: "trigger-metadata-value",
  validatorCodes: [],
  sources: ["repository"],
  severity: "warning",
  summary: "x-ms-trigger-metadata says that a trigger polls by a query.",
  why: `\`x-ms-trigger-metadata\` tells the platform that it polls the trigger: \`{ "kind": "query", "mode": "polling" }\`.
Microsoft publishes no list of values; all 65 uses in published connectors are these, on triggers, so others are most
likely misspelt and have no effect.`,
  on: "operation",
  check(operation, { report }) {
    const metadata = operation.value["x-ms-trigger-metadata"];
    if (!isObject(metadata)) return;
    if (!("x-ms-trigger" in operation.value))
      return report({
        at: operation.at("x-ms-trigger-metadata"),
        part: "key",
        message: `${operation.label} has x-ms-trigger-metadata, but no x-ms-trigger, so it is no trigger.`,
      });
    for (const [key, expected] of Object.entries(values)) {
      const found = metadata[key];
      if (typeof found !== "string" || found === expected) continue;
      const at = operation.at("x-ms-trigger-metadata", key);
      report({
        at,
        message: `The ${key} in x-ms-trigger-metadata of ${operation.label} is "${found}", but only "${expected}" is known.`,
        fix: nearestValue(at, found, [expected]) ?? {
          title: `Change it to "${expected}"`,
          isSafe: false,
          edits: [{ set: at, value: expected }],
        },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-trigger-metadata": {
          "kind": "Query",
                //^^^^^^^ The kind in x-ms-trigger-metadata of "WhenTicketsChange" is "Query", but only "query" is known.
          "mode": "poll"
                //^^^^^^ The mode in x-ms-trigger-metadata of "WhenTicketsChange" is "poll", but only "polling" is known.
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-trigger-metadata": {
          "kind": "query",
          "mode": "polling"
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-trigger-metadata": {
          "kind": "query",
          "mode": "polling"
        }
      }
    }
  }
}`,
});
