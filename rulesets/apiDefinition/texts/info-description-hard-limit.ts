import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const maximum = 1000;
// An example of that length would be hard to read here.
const tooLong = "Creates and tracks tickets. ".repeat(36);

export default defineRule({
  name: "info-description-hard-limit",
  validatorCodes: [],
  sources: ["wizard"],
  severity: { custom: "error" },
  summary: `The description of a custom connector has at most ${maximum} characters.`,
  why: `The service does not create a connector whose description is longer. Microsoft publishes no such limit; it is
what makers report. Certification allows 500 characters, which another rule tells.`,
  on: "definition",
  check(definition, { report }) {
    const length = asString(definition.info.description)?.length ?? 0;
    if (length <= maximum) return;
    report({
      at: "/info/description",
      message: `The description has ${length} characters; at most ${maximum} are accepted.`,
    });
  },
  bad: `
{
  "info": {
    "description": "${tooLong}"
                 //${"^".repeat(tooLong.length + 2)} The description has ${tooLong.length} characters; at most ${maximum} are accepted.
  }
}`,
  good: `
{
  "info": {
    "description": "Creates and tracks tickets in Contoso."
  }
}`,
});
