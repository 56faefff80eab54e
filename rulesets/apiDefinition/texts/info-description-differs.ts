import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isSameText } from "../../words.js";

export default defineRule({
  name: "info-description-differs",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "The description of a connector says more than its title.",
  why: `Makers read the description below the title when they look for a connector. One that repeats the title does
not tell them what they can do with it.`,
  on: "definition",
  check(definition, { report }) {
    const title = asString(definition.info.title) ?? "";
    const description = asString(definition.info.description) ?? "";
    if (!isSameText(title, description)) return;
    report({
      at: "/info/description",
      message: `The description of the connector only repeats its title, "${title}".`,
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets",
    "description": "Contoso tickets."
                 //^^^^^^^^^^^^^^^^^^ The description of the connector only repeats its title, "Contoso Tickets".
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets",
    "description": "Creates and tracks tickets in Contoso."
  }
}`,
});
