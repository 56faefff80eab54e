import { defineRule } from "../../rule.js";

/** A letter of another script than Latin; signs such as µ belong to no script. */
const foreign = /(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}/gu;

/** A letter that looks like a Latin one, within a Latin word. */
const lookAlike = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;

/** In a longer text fewer of its letters are an example at most. */
const share = 0.25;

export default defineRule({
  name: "text-in-english",
  validatorCodes: ["ValueMustBeInEnglish"],
  sources: ["submission", "strings"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The texts that makers read are in English.",
  why: `Connectors are offered all over the world, so certification wants every text in English; Microsoft translates
from there. Microsoft does not publish how its validator knows: here a text is found whose letters are of another script than
Latin, or a word that mixes Latin letters with Cyrillic ones that look alike. Single signs such as "µ" or "Ω" are no fault.`,
  on: "makerText",
  check(text, { report }) {
    const letters = text.value.match(foreign)?.length ?? 0;
    if (letters === 0 || !text.isVisible) return;
    const all = text.value.match(/\p{L}/gu)!.length;
    const isForeign = letters > 1 && letters >= all * share;
    if (!isForeign && !lookAlike.test(text.value)) return;
    report({
      at: text.pointer,
      message: isForeign
        ? `${text.label} is not in English: it has letters of another script than Latin.`
        : `${text.label} is not in English: a word in it mixes Latin and Cyrillic letters.`,
    });
  },
  bad: `
{
  "info": {
    "title": "Cоntoso",
           //^^^^^^^^^ The title of the connector is not in English: a word in it mixes Latin and Cyrillic letters.
    "description": "Создаёт заявки в Contoso."
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the connector is not in English: it has letters of another script than Latin.
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "チケット一覧"
                 //^^^^^^^^ The summary of "ListTickets" is not in English: it has letters of another script than Latin.
      }
    }
  }
}`,
  good: `
{
  "info": {
    "title": "Contoso Café",
    "description": "Measures resistance in kΩ and length in µm, for people such as Łukasz – or «Ængus»."
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets",
        "description": "Lists tickets. A queue may have a name in any language, for example 票."
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "票",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
