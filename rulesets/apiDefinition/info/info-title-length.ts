import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const maximum = 30;

export default defineRule({
  name: "info-title-length",
  validatorCodes: ["FieldLengthExceeded", "RequiredValueEmpty"],
  policies: ["5000.2.2.1"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: `The title of a connector has 1 to ${maximum} characters.`,
  why: `Certification refuses a title of more than ${maximum} characters, because makers see it on small tiles
and in lists. The words "(Independent Publisher)" are added to the title of such a connector and do not count.`,
  on: "definition",
  check(definition, { profile, report }) {
    const title = asString(definition.info.title);
    if (title === undefined) return;
    const counted =
      profile === "independent-publisher"
        ? title.replace(/\s*\(Independent Publisher\)\s*$/i, "")
        : title;
    if (counted.trim() === "")
      report({ at: "/info/title", message: "The title is empty.", code: "RequiredValueEmpty" });
    else if (counted.length > maximum)
      report({
        at: "/info/title",
        message: `The title has ${counted.length} characters${counted === title ? "" : ' without "(Independent Publisher)"'}; at most ${maximum} are allowed.`,
        code: "FieldLengthExceeded",
      });
  },
  bad: `
{
  "info": {
    "title": "Contoso E-Signature Standard Workflow"
           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title has 37 characters; at most 30 are allowed.
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Tickets and Task Lists"
  }
}`,
});
