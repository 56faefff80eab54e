import { hasValue } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isIdentifier } from "../../words.js";

export default defineRule({
  name: "description-not-own-name",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "The description of an input or output is not its name in code.",
  why: `Something like \`watermark_removed\` where a sentence is expected tells makers nothing that its title does not say
better, and translators leave it as it is. Reviewers ask for a sentence. Only what has an \`x-ms-summary\`
or a title of its own is looked at, since there the author has had makers in mind.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner, value, pointer } = text;
    if (key !== "description" || (owner.what !== "parameter" && owner.what !== "schema")) return;
    const name = owner.what === "parameter" ? owner.node.name : owner.node.propertyName;
    if (name === undefined || value.trim() !== name || !isIdentifier(name)) return;
    const { title } = owner.node.value;
    const hasTitle =
      owner.what === "schema" && hasValue(owner.node.value, "title") && title !== name;
    if (!hasTitle && !hasValue(owner.node.value, "x-ms-summary")) return;
    if (text.isVisible)
      report({
        at: pointer,
        message: `${text.label} is only its name, not a sentence that says what it is.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": {
              "type": "object",
              "properties": {
                "is_closed": {
                  "type": "boolean",
                  "x-ms-summary": "Is Closed",
                  "description": "is_closed"
                               //^^^^^^^^^^^ The description of the property "is_closed" is only its name, not a sentence that says what it is.
                }
              }
            }
          }
        }
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
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": {
              "type": "object",
              "properties": {
                "is_closed": {
                  "type": "boolean",
                  "x-ms-summary": "Is Closed",
                  "description": "Whether the ticket is closed."
                },
                "is_late": { "type": "boolean", "title": "is_late", "description": "is_late" },
                "state": { "type": "string", "title": "State", "description": "state" }
              }
            }
          }
        }
      }
    }
  }
}`,
});
