import { child } from "../../../connector/pointer.js";
import { asArray, member } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "tags-unique",
  validatorCodes: ["TagRedefined"],
  severity: "error",
  summary: "Each tag is described once.",
  why: `\`tags\` at the root says what the tags of operations mean. With two entries of a name it is open which one counts,
and the service refuses the definition.`,
  on: "definition",
  check({ value }, { report }) {
    const first = new Map<string, number>();
    for (const [index, tag] of asArray(value.tags).entries()) {
      const name = member(tag, "name");
      if (typeof name !== "string") continue;
      const known = first.get(name);
      if (known === undefined) {
        first.set(name, index);
        continue;
      }
      report({
        at: child("/tags", index, "name"),
        message: `The tag "${name}" is described more than once.`,
        related: [{ at: child("/tags", known, "name"), message: `"${name}" is described here.` }],
        fix: {
          title: "Remove this entry",
          isSafe: JSON.stringify(tag) === JSON.stringify(asArray(value.tags)[known]),
          edits: [{ remove: child("/tags", index) }],
        },
      });
    }
  },
  bad: `
{
  "tags": [
    {
      "name": "Tickets"
    },
    {
      "name": "Tickets",
            //^^^^^^^^^ The tag "Tickets" is described more than once.
      "description": "What customers ask."
    }
  ]
}`,
  fixed: `
{
  "tags": [
    {
      "name": "Tickets"
    }
  ]
}`,
  good: `
{
  "tags": [{ "name": "Tickets" }, { "name": "tickets" }, { "name": "Queues" }]
}`,
});
