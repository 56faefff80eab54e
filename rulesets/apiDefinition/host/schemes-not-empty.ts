import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";
import { schemesOf } from "../../schemes.js";

export default defineRule({
  name: "schemes-not-empty",
  validatorCodes: ["SchemesArrayEmpty"],
  severity: "error",
  summary: "The schemes have at least one value.",
  why: "The service must know whether it calls the host by https or by http, and refuses an empty list.",
  on: "definition",
  check(definition, { report }) {
    for (const { pointer, list, of } of schemesOf(definition))
      if (list.length === 0)
        report({
          at: pointer,
          message: `The schemes${of} are empty; at least one of "https" or "http" is needed.`,
          fix:
            of === ""
              ? {
                  title: 'Add the scheme "https"',
                  isSafe: false,
                  edits: [{ set: child(pointer, "-"), value: "https" }],
                }
              : {
                  title: "Remove it, so that the schemes of the connector hold",
                  isSafe: false,
                  edits: [{ remove: pointer }],
                },
        });
  },
  bad: `
{
  "schemes": [],
//^^^^^^^^^ The schemes are empty; at least one of "https" or "http" is needed.
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "schemes": []
      //^^^^^^^^^ The schemes of "ListTickets" are empty; at least one of "https" or "http" is needed.
      }
    }
  }
}`,
  fixed: `
{
  "schemes": [
    "https"
  ],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
  good: `
{
  "schemes": ["https"]
}`,
});
