import { child } from "../../connector/pointer.js";
import { asArray, asObject } from "../../connector/values.js";
import { nearestValue } from "../nearest.js";
import { defineRule } from "../rule.js";

const known = ["cloud", "gateway"];

export default defineRule({
  name: "connection-parameter-capability",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "A connection parameter is shown for the cloud or for a gateway.",
  why: `With \`capability\` a parameter is shown in one of two modes only: in the cloud, or through an on-premises data gateway. One with
another word is shown in neither.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    const list = asArray(asObject(asObject(value.uiDefinition).constraints).capability);
    for (const [index, capability] of list.entries()) {
      if (typeof capability !== "string" || known.includes(capability)) continue;
      const at = child(pointer, "uiDefinition", "constraints", "capability", index);
      report({
        at,
        message: `The connection parameter "${name}" has the capability "${capability}"; there are "cloud" and "gateway".`,
        fix: nearestValue(at, capability, known),
      });
    }
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "region": {
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "capability": ["clouds"]
                         //^^^^^^^^ The connection parameter "region" has the capability "clouds"; there are "cloud" and "gateway".
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "region": {
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "capability": ["cloud"]
          }
        }
      }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "region": {
        "type": "string",
        "uiDefinition": {
          "constraints": {
            "capability": ["cloud", "gateway"]
          }
        }
      }
    }
  }
}`,
});
