import type { MakerText } from "../../../connector/makerText.js";
import { child } from "../../../connector/pointer.js";
import { asArray, asObject, asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "description-not-empty",
  validatorCodes: [],
  sources: ["repository"],
  severity: "info",
  summary: "No description is empty.",
  why: `An empty text says nothing that its absence would not say, and reviewers of connectors ask for its removal.
What makers must be able to read is told by the rules that ask for it.`,
  on: "definition",
  check(definition, { report }) {
    const tell = (at: string, label: string) =>
      report({
        at,
        message: `${label} is empty.`,
        fix: { title: "Remove it", isSafe: true, edits: [{ remove: at }] },
      });
    for (const text of definition.makerTexts)
      if (text.value.trim() === "" && !isToldByOthers(text)) tell(text.pointer, text.label);
    for (const [index, tag] of asArray(definition.value.tags).entries()) {
      const { name, description } = asObject(tag);
      if (asString(description)?.trim() === "")
        tell(
          child("/tags", index, "description"),
          `The description of the tag ${JSON.stringify(name)}`,
        );
    }
  },
  bad: `
{
  "tags": [
    {
      "name": "tickets",
      "description": ""
                   //^^ The description of the tag "tickets" is empty.
    }
  ],
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "ImportTickets",
        "description": "",
                     //^^ The description of "ImportTickets" is empty.
        "x-ms-visibility": "internal",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "description": "",
                         //^^ The description of the body parameter "body" is empty.
            "schema": {
              "type": "object",
              "properties": {
                "text": {
                  "type": "string",
                  "description": " "
                               //^^^ The description of the property "text" is empty.
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "tags": [
    {
      "name": "tickets"
    }
  ],
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "ImportTickets",
        "x-ms-visibility": "internal",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "text": {
                  "type": "string"
                }
              }
            }
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
        "summary": "",
        "description": "",
        "parameters": [
          { "name": "state", "in": "query", "type": "string", "description": "", "x-ms-summary": "" }
        ],
        "responses": {
          "200": { "description": "", "schema": { "type": "object", "title": "" } }
        }
      }
    }
  }
}`,
});

/** Whether a rule of its own tells that the text is empty. */
function isToldByOthers({ owner, key, isVisible }: MakerText): boolean {
  if (owner.what === "connector") return true;
  if (owner.what === "schema") return key !== "description";
  // A trigger hint is asked for by nobody.
  if (key === "x-ms-trigger-hint") return false;
  return isVisible && !(owner.what === "parameter" && owner.node.in === "body");
}
