import { defineRule } from "../../rule.js";
import { productNames, wordsIn } from "../../vocabulary.js";

export default defineRule({
  name: "operation-summary-no-product-names",
  validatorCodes: ["ValueContainsRestrictedWords"],
  sources: ["submission"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The summary of an operation names no product of the Power Platform.",
  why: `A connector serves several products alike, and the \`summary\` is shown in each of them.
Certification refuses their names there.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (operation.isInternal) return;
    const [name] = wordsIn(summary ?? "", productNames);
    if (name !== undefined)
      report({
        at: operation.at("summary"),
        message: `The summary of ${label} contains "${name}", the name of a Microsoft product.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets for power apps"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of "ListTickets" contains "Power Apps", the name of a Microsoft product.
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
        "summary": "List tickets about power appliances"
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket in a Power Platform environment"
      }
    }
  }
}`,
});
