import { child } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-tab-index-unique",
  validatorCodes: [],
  sources: ["connections"],
  severity: "hint",
  summary: "Each connection parameter has a place of its own in the order.",
  why: `The dialog for a connection shows the parameters in the order of their \`tabIndex\`. With the same number twice the order is left to chance.`,
  on: "properties",
  check({ connectionParameters }, { report }) {
    const seen = new Map<string, string>();
    for (const { name, pointer, value, set } of connectionParameters) {
      const { tabIndex } = asObject(asObject(value.uiDefinition).constraints);
      if (typeof tabIndex !== "number") continue;
      const key = `${set ?? ""} ${tabIndex}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, name);
      else
        report({
          at: child(pointer, "uiDefinition", "constraints", "tabIndex"),
          message: `The connection parameter "${name}" has the tabIndex ${tabIndex}, as "${earlier}" has.`,
        });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "user": { "type": "string", "uiDefinition": { "constraints": { "tabIndex": 2 } } },
      "host": { "type": "string", "uiDefinition": { "constraints": { "tabIndex": 2 } } }
                                                                               //^ The connection parameter "host" has the tabIndex 2, as "user" has.
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "user": { "type": "string", "uiDefinition": { "constraints": { "tabIndex": 2 } } },
      "host": { "type": "string", "uiDefinition": { "constraints": { "tabIndex": 3 } } }
    }
  }
}`,
});
