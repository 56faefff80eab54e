import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-sets-agree",
  validatorCodes: [],
  sources: ["multipleAuthentication"],
  severity: "hint",
  summary: "A connection parameter is of the same type in every way to connect.",
  why: `Policies and scripts read a parameter by its name, whichever way the user connects. Old connections keep what stood in
\`connectionParameters\`; when a set has the same name for something else, what works for one kind of connection fails for the other.`,
  on: "properties",
  check({ connectionParameters }, { report }) {
    const types = new Map<string, { type: string; where: string }>();
    for (const { name, pointer, value, set } of connectionParameters) {
      if (typeof value.type !== "string") continue;
      const type = value.type.toLowerCase();
      const where = set === undefined ? "connectionParameters" : `the set "${set}"`;
      const earlier = types.get(name);
      if (earlier === undefined) types.set(name, { type, where });
      else if (earlier.type !== type)
        report({
          at: child(pointer, "type"),
          message: `The connection parameter "${name}" is of type "${type}" here, but of type "${earlier.type}" in ${earlier.where}.`,
        });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "key": { "type": "securestring" }
    },
    "connectionParameterSets": {
      "values": [
        {
          "name": "oauth",
          "parameters": {
            "key": { "type": "oauthSetting" }
                           //^^^^^^^^^^^^^^ The connection parameter "key" is of type "oauthsetting" here, but of type "securestring" in connectionParameters.
          }
        }
      ]
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "key": { "type": "securestring" }
    },
    "connectionParameterSets": {
      "values": [
        {
          "name": "key",
          "parameters": {
            "key": { "type": "securestring" }
          }
        }
      ]
    }
  }
}`,
});
