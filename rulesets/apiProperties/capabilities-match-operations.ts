import type { Operation } from "../../connector/apiDefinition.js";
import { strings } from "../../connector/values.js";
import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";
import { knownCapabilities } from "./capabilities-known.js";

/** Whether it is meant as a trigger; of which kind, another rule asks. */
const isTrigger = ({ value }: Operation) => "x-ms-trigger" in value;

export default defineRule({
  name: "capabilities-match-operations",
  validatorCodes: [],
  sources: ["connections"],
  severity: "info",
  summary: "The capabilities say whether there are actions and triggers.",
  why: `The list tells products what they can offer of a connector. One that names actions alone hides its triggers there. An empty list says nothing and
is fine.`,
  on: "properties",
  check({ properties }, { definition, report }) {
    const capabilities = strings(properties.capabilities).map((each) => {
      const word = each.toLowerCase();
      // What is misspelt is told by another rule.
      return nearest(word, knownCapabilities) ?? word;
    });
    const told = capabilities.filter((each) => each === "actions" || each === "triggers");
    if (told.length === 0 || !definition?.hasPaths) return;
    const isThere = {
      actions: definition.operations.some((each) => !isTrigger(each) && !each.isInternal),
      triggers: definition.operations.some(isTrigger),
    };
    for (const what of ["actions", "triggers"] as const) {
      if (isThere[what] === told.includes(what)) continue;
      report({
        at: "/properties/capabilities",
        message: isThere[what]
          ? `The connector has ${what}, which its capabilities do not name.`
          : `The capabilities name ${what}, but the connector has none.`,
        fix: isThere[what]
          ? {
              title: `Add "${what}"`,
              isSafe: false,
              edits: [{ set: "/properties/capabilities/-", value: what }],
            }
          : undefined,
      });
    }
  },
  bad: `
{
  "properties": {
    "capabilities": ["actions"]
  //^^^^^^^^^^^^^^ The connector has triggers, which its capabilities do not name.
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "OnNewTicket", "x-ms-trigger": "batch" },
      "post": { "operationId": "CreateTicket" }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "capabilities": ["actions", "triggers"]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "OnNewTicket", "x-ms-trigger": "batch" },
      "post": { "operationId": "CreateTicket" }
    }
  }
}`,
  good: `
{
  "properties": {
    "capabilities": ["trigger"]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "OnNewTicket", "x-ms-trigger": "Batch" }
    }
  }
}`,
});
