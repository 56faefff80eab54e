import { defineRule } from "../../rule.js";

export default defineRule({
  name: "collection-format-supported",
  validatorCodes: ["CollectionFormatValueNotSupported"],
  severity: "error",
  summary: "Arrays are joined with commas: the collectionFormat is csv.",
  why: `The platform sends the items of an array in one value with commas between them. The service refuses \`multi\`, which repeats the parameter.
Microsoft publishes no list of the other values; \`csv\` is the only one in any of 724 published connectors.
A script can split the value for a back end that wants another form.`,
  on: "schema",
  check(schema, { report }) {
    const { collectionFormat } = schema.value;
    // In a schema it is an unknown key.
    if (schema.kind === "schema" || typeof collectionFormat !== "string") return;
    if (collectionFormat === "csv") return;
    report({
      at: schema.at("collectionFormat"),
      message: `The collectionFormat "${collectionFormat}" of the ${schema.label} is not supported; only "csv" is.`,
      fix: {
        title: 'Write "csv"',
        isSafe: false,
        edits: [{ set: schema.at("collectionFormat"), value: "csv" }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "array",
            "items": { "type": "string" },
            "collectionFormat": "multi"
                              //^^^^^^^ The collectionFormat "multi" of the parameter "state" is not supported; only "csv" is.
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "array",
            "items": { "type": "string" },
            "collectionFormat": "csv"
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
        "parameters": [
          { "name": "state", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "csv" },
          { "name": "kind", "in": "query", "type": "array", "items": { "type": "string" } }
        ]
      }
    }
  }
}`,
});

/** What Swagger 2.0 knows beside csv; other texts are no values of it at all. */
