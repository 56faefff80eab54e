import { child } from "../../connector/pointer.js";
import { asArray } from "../../connector/values.js";
import { nearestValue } from "../nearest.js";
import { defineRule, oneOf } from "../rule.js";

export const knownCapabilities = ["actions", "triggers", "cloud", "gateway"];

export default defineRule({
  name: "capabilities-known",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "Each capability is one that products know.",
  why: `The list tells products what they can offer of a connector: actions, triggers, connections in the cloud or through an on-premises data
gateway. Another word tells them nothing, and what it was to say stays unsaid. Capitals do not count.`,
  on: "properties",
  check({ properties }, { report }) {
    for (const [index, capability] of asArray(properties.capabilities).entries()) {
      if (typeof capability !== "string" || knownCapabilities.includes(capability.toLowerCase()))
        continue;
      const at = child("/properties/capabilities", index);
      report({
        at,
        message: `There is no capability "${capability}"; a connector can have ${oneOf(knownCapabilities)}.`,
        fix: nearestValue(at, capability, knownCapabilities),
      });
    }
  },
  bad: `
{
  "properties": {
    "capabilities": ["action"]
                   //^^^^^^^^ There is no capability "action"; a connector can have "actions", "triggers", "cloud" or "gateway".
  }
}`,
  fixed: `
{
  "properties": {
    "capabilities": ["actions"]
  }
}`,
  good: `
{
  "properties": {
    "capabilities": ["Actions", "triggers", "cloud", "gateway"]
  }
}`,
});
