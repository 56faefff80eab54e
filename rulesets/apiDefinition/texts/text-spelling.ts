import { corrected, misspellings } from "../../misspellings.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "text-spelling",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "No text has one of the words that are often misspelt.",
  why: `Makers read these texts in the designer, and the documentation of the connector is made of them; reviewers ask
for every slip to be put right. Only a fixed list of words is known, none of which a text about a service means in any variant of English.
Names, code and what stands in quotation marks are left alone.`,
  on: "makerText",
  check(text, { report }) {
    const { value, pointer, owner } = text;
    const found = misspellings(value);
    if (found.size === 0 || !text.isVisible) return;
    // A title that repeats the name of a property says what the service calls it.
    if (owner.what === "schema" && value === owner.node.propertyName) return;
    const list = [...found].map(([written, meant]) => `"${written}" instead of "${meant}"`);
    const proposal = corrected(value);
    report({
      at: pointer,
      message: `${text.label} has ${list.join(" and ")}.`,
      fix: {
        title: `Write ${[...found.values()].map((meant) => `"${meant}"`).join(" and ")}`,
        isSafe: false,
        edits: [{ set: pointer, value: proposal }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Retreive ticket",
                 //^^^^^^^^^^^^^^^^^ The summary of "GetTicket" has "Retreive" instead of "Retrieve".
        "description": "Gets a ticket by its identifer, if no error occured.",
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of "GetTicket" has "identifer" instead of "identifier" and "occured" instead of "occurred".
        "parameters": [
          {
            "name": "lenght",
            "in": "query",
            "type": "integer",
            "x-ms-summary": "Lenght"
                          //^^^^^^^^ The x-ms-summary of the query parameter "lenght" has "Lenght" instead of "Length".
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "summary": "Retrieve ticket",
        "description": "Gets a ticket by its identifier, if no error occurred.",
        "parameters": [
          {
            "name": "lenght",
            "in": "query",
            "type": "integer",
            "x-ms-summary": "Length"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "RetreiveTicket",
        "summary": "Retrieve ticket",
        "description": "Gets a ticket whose state is \\"recieved\\" or whose field \`adress\` or recieved_at is set, as http://contoso.com/adress says.",
        "parameters": [
          { "name": "adress", "in": "query", "type": "string", "x-ms-summary": "Address" }
        ]
      }
    }
  }
}`,
});
