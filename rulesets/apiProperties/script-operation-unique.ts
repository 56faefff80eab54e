import { child } from "../../connector/pointer.js";
import { asArray } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-operation-unique",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  tag: "unnecessary",
  summary: "`scriptOperations` lists each operation once.",
  why: `A name that stands twice has no effect; where another one was meant, that operation goes without the script.`,
  on: "properties",
  check({ properties }, { report }) {
    const seen = new Set<unknown>();
    for (const [index, name] of asArray(properties.scriptOperations).entries()) {
      if (typeof name === "string" && seen.has(name)) {
        const at = child("/properties/scriptOperations", index);
        report({
          at,
          message: `The operation "${name}" is listed already.`,
          fix: { title: "Remove it", isSafe: false, edits: [{ remove: at }] },
        });
      }
      seen.add(name);
    }
  },
  bad: `
{
  "properties": {
    "scriptOperations": ["ListTickets", "GetTicket", "ListTickets"]
                                                   //^^^^^^^^^^^^^ The operation "ListTickets" is listed already.
  }
}`,
  fixed: `
{
  "properties": {
    "scriptOperations": ["ListTickets", "GetTicket"]
  }
}`,
  good: `
{
  "properties": {
    "scriptOperations": ["ListTickets", "GetTicket"]
  }
}`,
});
