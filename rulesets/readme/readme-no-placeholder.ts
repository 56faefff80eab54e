import { comparable } from "../../connector/markdown.js";
import { defineRule } from "../rule.js";

/** What the template has in the place of what is to be written, compared without punctuation. */
const placeholders =
  /^(?:title|publishers? (?:publisher s|publishers?|your) name|publisher s name|publishers name|connector (?:title|name)|(?:operation|action|trigger) \d|your connector|insert .* here|lorem ipsum dolor.*)$/;

export default defineRule({
  name: "readme-no-placeholder",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "Nothing of the template stands in the readme any more.",
  why: `A heading that the template had as an example says nothing of this connector, and it shows that nobody has read the page again.`,
  on: "readme",
  check({ headings }, { report }) {
    for (const { text, offset, length } of headings)
      if (placeholders.test(comparable(text)))
        report({
          at: "",
          offset: { offset, length },
          message: `"${text}" stands in the template for what is to be written here.`,
        });
  },
  bad: `
# Title
//line "Title" stands in the template for what is to be written here.
Tickets.
## Publisher: Publisher's Name
//line "Publisher: Publisher's Name" stands in the template for what is to be written here.
### Operation 1
//line "Operation 1" stands in the template for what is to be written here.`,
  good: `
# Contoso Title Service
## Publisher: Contoso
### Operations`,
});
