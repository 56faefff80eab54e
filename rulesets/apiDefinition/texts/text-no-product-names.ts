import { defineRule } from "../../rule.js";
import { productNames, wordsIn } from "../../vocabulary.js";

export default defineRule({
  name: "text-no-product-names",
  validatorCodes: ["ValueContainsRestrictedWords"],
  sources: ["submission"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The texts of operations and parameters name no product of the Power Platform.",
  why: `A connector serves Power Apps, Power Automate, Logic Apps and Copilot Studio alike, and its texts are shown in each
of them, so that a sentence about one of them is wrong in the others. Certification asks for texts without their names.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner, value, pointer } = text;
    // The summary of an operation and the texts of the connector have rules of their own.
    const isAsked =
      (owner.what === "operation" && key === "description") ||
      owner.what === "parameter" ||
      (owner.what === "schema" && key === "x-ms-summary");
    if (!isAsked) return;
    const [name] = wordsIn(value, productNames);
    if (name === undefined || !text.isVisible) return;
    report({
      at: pointer,
      message: `${text.label} contains "${name}", the name of a Microsoft product.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists tickets in your Power Automate flow.",
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of "ListTickets" contains "Power Automate", the name of a Microsoft product.
        "parameters": [
          {
            "name": "app",
            "in": "query",
            "type": "string",
            "x-ms-summary": "PowerApps ID"
                          //^^^^^^^^^^^^^^ The x-ms-summary of the query parameter "app" contains "Power Apps", the name of a Microsoft product.
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists tickets for your flow.",
        "parameters": [
          { "name": "app", "in": "query", "type": "string", "description": "The app of Power Platform." }
        ]
      }
    }
  }
}`,
});
