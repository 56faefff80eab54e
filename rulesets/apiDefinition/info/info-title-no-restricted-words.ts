import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { titleWords, withoutWords, wordsIn } from "../../vocabulary.js";

export default defineRule({
  name: "info-title-no-restricted-words",
  validatorCodes: ["ValueContainsRestrictedWords"],
  policies: ["5000.2.2.2"],
  sources: ["submission", "strings", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: `The title does not contain the words "API" or "Connector".`,
  why: `Everything in the list of connectors is a connector to some API, so certification wants the name of
the product alone and refuses a title with one of these words. Parts of longer words, as in "Apiary", are allowed.`,
  on: "definition",
  check(definition, { report }) {
    const title = asString(definition.info.title);
    if (title === undefined) return;
    const words = wordsIn(title, titleWords);
    if (words.length === 0) return;
    const rest = withoutWords(title, titleWords).replace(/\s+/g, " ").trim();
    const isTitle = /^[\p{L}\p{N}].*[\p{L}\p{N})]$/u.test(rest) && !/\(\s*\)|\(\s|\s\)/.test(rest);
    report({
      at: "/info/title",
      message: `The title ${JSON.stringify(title)} contains the ${words.length > 1 ? "words" : "word"} ${words.map((word) => `"${word}"`).join(" and ")}.`,
      fix: isTitle
        ? {
            title: `Change the title to ${JSON.stringify(rest)}`,
            isSafe: false,
            edits: [{ set: "/info/title", value: rest }],
          }
        : undefined,
    });
  },
  bad: `
{
  "info": {
    "title": "Contoso Tickets api connector"
           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title "Contoso Tickets api connector" contains the words "API" and "Connector".
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
    "title": "Contoso Apiary Connectors",
    "description": "This connector calls the API of Contoso."
  }
}`,
});
