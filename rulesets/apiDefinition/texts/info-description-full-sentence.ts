import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { asSentence, sentenceFaults } from "../../sentence.js";

export default defineRule({
  name: "info-description-full-sentence",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The description of a connector ends as a sentence does.",
  why: `The description introduces the connector to makers, and the documentation begins with it. It must be free of
errors in grammar and punctuation, so its last sentence ends with a period.`,
  on: "definition",
  check(definition, { report }) {
    const description = asString(definition.info.description) ?? "";
    const faults = sentenceFaults(description);
    // It may begin with a brand, such as "axiom", in small letters.
    if (!faults?.endsOpen) return;
    const proposal = asSentence(description, { beginsSmall: false, endsOpen: true });
    report({
      at: "/info/description",
      message: "The description of the connector ends without the punctuation of a sentence.",
      fix:
        proposal === undefined || proposal.length > 500
          ? undefined
          : {
              title: "Add a period",
              isSafe: true,
              edits: [{ set: "/info/description", value: proposal }],
            },
    });
  },
  bad: `
{
  "info": {
    "description": "Creates and tracks tickets in Contoso"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the connector ends without the punctuation of a sentence.
  }
}`,
  fixed: `
{
  "info": {
    "description": "Creates and tracks tickets in Contoso."
  }
}`,
  good: `
{
  "info": {
    "description": "axiom creates and tracks tickets in Contoso!"
  }
}`,
});
