import { child } from "../../../connector/pointer.js";
import { reasonPhraseOf } from "../../reasonPhrases.js";
import { userOf } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-description-not-empty",
  validatorCodes: ["RequiredValueEmpty"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "The description of a response is not empty.",
  why: `The \`description\` tells what a status code means for this operation. Swagger asks for one in every response, and
reviewers ask to fill empty texts; the usual words of HTTP, such as \`Not Found\`, are enough where nothing else is to say.`,
  on: "response",
  check(response, { report }) {
    const { description } = response.value;
    const [use] = response.uses;
    if (typeof description !== "string" || description.trim() !== "" || use === undefined) return;
    const at = child(response.pointer, "description");
    const phrase = reasonPhraseOf(use.code);
    const isClear = response.uses.every(({ code }) => code === use.code);
    report({
      at,
      message: `The description of the response ${use.code} of ${userOf(response.uses)} is empty.`,
      fix:
        phrase !== undefined && isClear
          ? { title: `Set it to "${phrase}"`, isSafe: false, edits: [{ set: at, value: phrase }] }
          : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": {
            "description": ""
                         //^^ The description of the response 201 of "CreateTicket" is empty.
          },
          "404": {
            "description": " "
                         //^^^ The description of the response 404 of "CreateTicket" is empty.
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": {
            "description": "Created"
          },
          "404": {
            "description": "Not Found"
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
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": { "description": "The ticket is created." }
        }
      }
    }
  }
}`,
});
