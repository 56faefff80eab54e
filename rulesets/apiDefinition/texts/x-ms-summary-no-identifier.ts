import { defineRule } from "../../rule.js";
import { isIdentifier, isSameText, titleCase } from "../../words.js";

export default defineRule({
  name: "x-ms-summary-no-identifier",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "info", "independent-publisher": "info", custom: "hint" },
  summary: "The x-ms-summary of an input or output is written in words, not as an identifier.",
  why: `Makers see the \`x-ms-summary\` in place of the name. When it only repeats a name such as \`queueId\`, it is hard to
read, and translators leave it as it is.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner, value, pointer } = text;
    if (key !== "x-ms-summary" || (owner.what !== "parameter" && owner.what !== "schema")) return;
    const name = owner.what === "parameter" ? owner.node.name : owner.node.propertyName;
    // Any other word with a capital inside may be a brand.
    if (name === undefined || !isIdentifier(value.trim()) || !isSameText(value, name)) return;
    // Where the name has no capitals, those of the text are how the thing is called.
    if (!text.isVisible || /^[a-z\d]+$/.test(name)) return;
    const proposal = titleCase(value);
    report({
      at: pointer,
      message: `${text.label} is an identifier, "${value}", not words.`,
      fix: {
        title: `Write "${proposal}"`,
        isSafe: false,
        edits: [{ set: pointer, value: proposal }],
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
            "name": "queueId",
            "in": "query",
            "type": "string",
            "x-ms-summary": "QueueId"
                          //^^^^^^^^^ The x-ms-summary of the query parameter "queueId" is an identifier, "QueueId", not words.
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
            "name": "queueId",
            "in": "query",
            "type": "string",
            "x-ms-summary": "Queue ID"
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
          { "name": "queueId", "in": "query", "type": "string", "x-ms-summary": "Queue ID" },
          { "name": "linkedIn", "in": "query", "type": "string", "x-ms-summary": "LinkedIn" },
          { "name": "board", "in": "query", "type": "string", "x-ms-summary": "TicketBoard" }
        ]
      }
    }
  }
}`,
});
