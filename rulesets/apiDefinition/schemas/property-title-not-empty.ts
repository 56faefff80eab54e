import { defineRule } from "../../rule.js";

export default defineRule({
  name: "property-title-not-empty",
  validatorCodes: [],
  sources: ["repository"],
  severity: "info",
  summary: "A title or summary of a schema is not empty.",
  why: `Makers see the \`title\` or \`x-ms-summary\` of a property in place of its name. An empty one says nothing, and
reviewers of connectors ask for its removal.`,
  on: "schema",
  check(schema, { report }) {
    const { kind, value } = schema;
    if (schema.isReference) return;
    for (const key of ["title", "x-ms-summary"]) {
      const text = value[key];
      if (typeof text !== "string" || text.trim() !== "") continue;
      // What a parameter lacks without a summary is told by the rule that wants one.
      if (kind === "parameter" && key === "x-ms-summary") continue;
      report({
        at: schema.at(key),
        message: `The "${key}" of the ${schema.label} is empty.`,
        fix: { title: `Remove "${key}"`, isSafe: true, edits: [{ remove: schema.at(key) }] },
      });
    }
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "title": " ",
             //^^^ The "title" of the definition "Ticket" is empty.
      "properties": {
        "state": {
          "type": "string",
          "title": "",
                 //^^ The "title" of the property "state" is empty.
          "x-ms-summary": ""
                        //^^ The "x-ms-summary" of the property "state" is empty.
        }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string"
        }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": { "type": "string", "title": "State", "x-ms-summary": "State" },
        "owner": { "type": "string" },
        "title": { "type": "string", "default": "" }
      }
    }
  }
}`,
});
