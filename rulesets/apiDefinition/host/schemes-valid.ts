import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";
import { schemesOf } from "../../schemes.js";

export default defineRule({
  name: "schemes-valid",
  validatorCodes: ["SchemeNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "The schemes are https or http.",
  why: `Connectors call a service by one of these two protocols, written in small letters and without
\`://\`. The service refuses any other value.`,
  on: "definition",
  check(definition, { report }) {
    for (const { pointer, list, of } of schemesOf(definition))
      for (const [index, scheme] of list.entries()) {
        // Those of WebSocket have a rule of their own.
        if (typeof scheme !== "string" || /^(https?|[wW][sS]{1,2})$/.test(scheme)) continue;
        const bare = scheme.trim().toLowerCase().replace(/:\/*$/, "");
        const at = child(pointer, index);
        report({
          at,
          message: `The scheme ${JSON.stringify(scheme)}${of} does not exist; allowed are "https" and "http".`,
          fix: /^https?$/.test(bare)
            ? {
                title: `Change it to "${bare}"`,
                isSafe: true,
                edits: [{ set: at, value: bare }],
              }
            : undefined,
        });
      }
  },
  bad: `
{
  "schemes": [
    "HTTPS://"
  //^^^^^^^^^^ The scheme "HTTPS://" does not exist; allowed are "https" and "http".
  ],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "schemes": [
          "Http"
        //^^^^^^ The scheme "Http" of "ListTickets" does not exist; allowed are "https" and "http".
        ]
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
        "operationId": "ListTickets",
        "schemes": [
          "http"
        ]
      }
    }
  }
}`,
  good: `
{
  "schemes": ["https", "http"]
}`,
});
