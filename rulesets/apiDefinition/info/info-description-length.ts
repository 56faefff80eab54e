import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const minimum = 30;
const maximum = 500;

export default defineRule({
  name: "info-description-length",
  validatorCodes: ["FieldLengthNotInRange", "RequiredValueEmpty"],
  policies: ["5000.2.3.4"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: `The description of a connector has ${minimum} to ${maximum} characters.`,
  why: `The description says in a sentence or two what a maker can do with the connector.
Certification refuses one that is too short to say that, or too long to be read in a list.`,
  on: "definition",
  check(definition, { report }) {
    const length = asString(definition.info.description)?.length;
    if (length === undefined || (length >= minimum && length <= maximum)) return;
    report({
      at: "/info/description",
      code: length === 0 ? "RequiredValueEmpty" : "FieldLengthNotInRange",
      message: `The description has ${length} characters; ${minimum} to ${maximum} are allowed.`,
    });
  },
  bad: `
{
  "info": {
    "description": "Contoso tickets"
                 //^^^^^^^^^^^^^^^^^ The description has 15 characters; 30 to 500 are allowed.
  }
}`,
  good: `
{
  "info": {
    "description": "Creates and tracks any ticket."
  }
}`,
});
