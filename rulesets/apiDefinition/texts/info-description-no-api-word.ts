import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { wordsIn } from "../../vocabulary.js";

export default defineRule({
  name: "info-description-no-api-word",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: 'The description of a connector does not use the word "API".',
  why: `The guidance on texts asks for a description without the word: makers want to know what they can do with a product, not
how the connector reaches it. About one published connector in seven has it all the same.`,
  on: "definition",
  check(definition, { report }) {
    const description = asString(definition.info.description) ?? "";
    if (wordsIn(description, ["API"]).length === 0) return;
    report({
      at: "/info/description",
      message: 'The description of the connector contains the word "API".',
    });
  },
  bad: `
{
  "info": {
    "description": "Uses the API of Contoso to create tickets."
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the connector contains the word "API".
  }
}`,
  good: `
{
  "info": {
    "description": "Creates tickets in Contoso, the home of apiculture."
  }
}`,
});
