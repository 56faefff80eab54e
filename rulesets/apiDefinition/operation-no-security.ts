import { defineRule } from "../rule.js";

export default defineRule({
  name: "operation-no-security",
  validatorCodes: [],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "No operation has a security of its own.",
  why: `A maker connects once for all operations of a connector, so one \`security\` at the root says all
there is to say. Reviewers have asked to take out those of operations; some connectors keep them.`,
  on: "operation",
  check(operation, { definition, report }) {
    const { security } = operation.value;
    if (!Array.isArray(security)) return;
    const isRepeated = JSON.stringify(security) === JSON.stringify(definition?.value.security);
    report({
      at: operation.at("security"),
      message: `${operation.label} has a security of its own, but a connection serves the whole connector.`,
      fix: isRepeated
        ? {
            title: "Remove it: it repeats that of the root",
            isSafe: true,
            edits: [{ remove: operation.at("security") }],
          }
        : undefined,
    });
  },
  bad: `
{
  "security": [{ "api_key": [] }],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "security": [{ "api_key": [] }]
      //^^^^^^^^^^ "ListTickets" has a security of its own, but a connection serves the whole connector.
      }
    }
  }
}`,
  fixed: `
{
  "security": [{ "api_key": [] }],
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
  "security": [{ "api_key": [] }],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
});
