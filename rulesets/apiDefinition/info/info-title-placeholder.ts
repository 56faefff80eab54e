import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

/** The titles that the wizard and the templates put in. */
const placeholders = new Set(["default title", "title", "connector title", "untitled"]);

export default defineRule({
  name: "info-title-placeholder",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "The title is no placeholder.",
  why: `The wizard calls a new connector "Default title". Makers look for the name of a product in the list
of connectors, so reviewers ask for it.`,
  on: "definition",
  check(definition, { report }) {
    const title = asString(definition.info.title);
    if (title === undefined || !placeholders.has(title.trim().toLowerCase())) return;
    report({
      at: "/info/title",
      message: `The title ${JSON.stringify(title)} is a placeholder, not the name of a product.`,
    });
  },
  bad: `
{
  "info": {
    "title": "Default title"
           //^^^^^^^^^^^^^^^ The title "Default title" is a placeholder, not the name of a product.
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Title Search"
  }
}`,
});
