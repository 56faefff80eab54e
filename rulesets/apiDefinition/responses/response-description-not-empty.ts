import { child, lastSegment } from "../../../connector/pointer.js";
import { reasonPhrases } from "../../reasonPhrases.js";
import { nameOfResponse } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-description-not-empty",
  validatorCodes: [],
  sources: ["coding", "swagger"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "The description of a response is not empty.",
  why: `Makers read it when they look at what an operation returns, and the documentation of the connector shows it. Nearly
every published connector says something there, if only "OK".`,
  on: "response",
  check(response, { report }) {
    const { description } = response.value;
    if (typeof description !== "string" || description.trim() !== "") return;
    const phrase = reasonPhrases[response.uses[0]?.code ?? lastSegment(response.pointer)];
    report({
      at: child(response.pointer, "description"),
      message: `The description of ${nameOfResponse(response)} is empty.`,
      fix:
        phrase === undefined
          ? undefined
          : {
              title: `Write "${phrase}"`,
              isSafe: false,
              edits: [{ set: child(response.pointer, "description"), value: phrase }],
            },
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
            "description": ""
                         //^^ The description of the response 200 of "ListTickets" is empty.
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
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK"
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
          "200": { "description": "The tickets." },
          "400": { "description": null }
        }
      }
    }
  }
}`,
});
