import { asString } from "../../../connector/values.js";
import { quotedEnd } from "../../quotedEnd.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "info-title-ending",
  validatorCodes: ["ValueMustEndWithAlphanumeric"],
  policies: ["5000.2.2.3"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The title ends with a letter, a digit or a closing parenthesis.",
  why: `Certification refuses a title that ends with punctuation, a space or a line break.
A closing parenthesis, as in "Contoso (EU)", is accepted.`,
  on: "definition",
  check(definition, { report }) {
    const title = asString(definition.info.title);
    if (title === undefined || title.trim() === "" || /[\p{L}\p{N})]$/u.test(title)) return;
    const trimmed = title.trimEnd();
    const clean = trimmed.replace(/[\s.,;:!?_-]+$/, "");
    report({
      at: "/info/title",
      message: `The title ends with ${quotedEnd(title)}, but must end with a letter, a digit or ")".`,
      fix: /[\p{L}\p{N})]$/u.test(clean)
        ? {
            title: `Change the title to ${JSON.stringify(clean)}`,
            isSafe: clean === trimmed,
            edits: [{ set: "/info/title", value: clean }],
          }
        : undefined,
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets. "
           //^^^^^^^^^^^^^^^^^^^ The title ends with a space, but must end with a letter, a digit or ")".
  }
}`,
  fixed: `
{
  "info": {
    "title": "Contoso Tickets"
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets (EU)"
  }
}`,
});
