import { asArray, asString, member } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "tag-unique",
  validatorCodes: ["TagRedefined"],
  severity: "error",
  summary: "Each tag of the definition is listed once.",
  why: `The list \`tags\` of the root describes each tag that operations use. With two entries of one name nobody knows
which description holds, and the service refuses the definition.`,
  on: "definition",
  check({ value }, { report }) {
    const firsts = new Map<string, { index: number; text: string }>();
    for (const [index, tag] of asArray(value.tags).entries()) {
      const name = asString(member(tag, "name"));
      if (name === undefined) continue;
      const text = JSON.stringify(tag);
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, { index, text });
      else
        report({
          at: `/tags/${index}/name`,
          message: `The tag "${name}" is listed more than once in "tags".`,
          related: [{ at: `/tags/${first.index}/name`, message: "It is listed here first." }],
          fix: {
            title: `Remove this entry of "${name}"`,
            // Another description may be the better one.
            isSafe: text === first.text || Object.keys(Object(tag)).length === 1,
            edits: [{ remove: `/tags/${index}` }],
          },
        });
    }
  },
  bad: `
{
  "tags": [
    { "name": "Tickets" },
    { "name": "People" },
    { "name": "Tickets", "description": "What customers ask for." }
            //^^^^^^^^^ The tag "Tickets" is listed more than once in "tags".
  ]
}`,
  fixed: `
{
  "tags": [
    { "name": "Tickets" },
    { "name": "People" }
  ]
}`,
  good: `
{
  "tags": [{ "name": "Tickets" }, { "name": "tickets" }],
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "tags": ["Tickets"] }
    }
  }
}`,
});
