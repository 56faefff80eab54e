import { comparable } from "../../connector/markdown.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "intro-no-operation-list",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "info" },
  summary: "The intro.md does not list the operations.",
  why: `Microsoft's documentation makes the lists of actions and triggers from the API definition and puts them below what stands in intro.md. A
list of your own would be there twice, and soon be out of date.`,
  on: "intro",
  check({ headings }, { report }) {
    for (const { text, offset, length } of headings)
      if (
        /^(?:(?:list of|supported|available) )?(?:actions?|triggers?|operations?)(?: and (?:actions|triggers))?$/.test(
          comparable(text),
        )
      )
        report({
          at: "",
          offset: { offset, length },
          message: `The section "${text}" lists what the documentation lists by itself; leave it out.`,
        });
  },
  bad: `
Contoso Tickets lets you handle tickets.
## Supported operations
//line The section "Supported operations" lists what the documentation lists by itself; leave it out.
### List tickets`,
  good: `
Contoso Tickets lets you handle tickets.
## How actions are throttled`,
});
