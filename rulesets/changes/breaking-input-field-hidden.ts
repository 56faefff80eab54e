import { parent } from "../../connector/pointer.js";
import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-field-hidden",
  validatorCodes: ["InputFieldVisibilityChangedToInternal"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No parameter and no property of a body becomes internal.",
  why: `What is internal is sent with its default, and not at all without one, whatever a flow has stood there: its value is replaced
or left out without a word.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputHidden") return;
    const input = context.definition?.schemaAt(parent(change.pointer));
    const hasDefault = input?.parts.some(({ value }) => "default" in value) === true;
    const becomes = hasDefault ? "is replaced by the default" : "is not sent any more";
    const message = `${subjectOf(change)} is internal now, so what flows have there ${becomes}.`;
    reportChange(change, context, message, {
      fix: {
        title: "Show it as before",
        isSafe: false,
        edits: [
          change.old === undefined
            ? { remove: change.pointer }
            : { set: change.pointer, value: change.old },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "x-ms-summary": "Page",
            "description": "The page of the list.",
            "in": "query",
            "type": "integer",
            "x-ms-visibility": "internal"
                             //^^^^^^^^^^ The query parameter "page" of "GetTicket" is internal now, so what flows have there is not sent any more.
          },
          {
            "name": "size",
            "x-ms-summary": "Size",
            "description": "How many tickets a page has.",
            "in": "query",
            "type": "integer",
            "default": 50,
            "x-ms-visibility": "internal"
                             //^^^^^^^^^^ The query parameter "size" of "GetTicket" is internal now, so what flows have there is replaced by the default.
          }
        ]
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "x-ms-summary": "Page",
            "description": "The page of the list.",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "size",
            "x-ms-summary": "Size",
            "description": "How many tickets a page has.",
            "in": "query",
            "type": "integer",
            "default": 50
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "x-ms-summary": "Page",
            "description": "The page of the list.",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "size",
            "x-ms-summary": "Size",
            "description": "How many tickets a page has.",
            "in": "query",
            "type": "integer",
            "default": 50
          }
        ]
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "x-ms-summary": "Page",
            "description": "The page of the list.",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "size",
            "x-ms-summary": "Size",
            "description": "How many tickets a page has.",
            "in": "query",
            "type": "integer",
            "default": 50
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "x-ms-summary": "Page",
            "description": "The page of the list.",
            "in": "query",
            "type": "integer",
            "x-ms-visibility": "advanced"
          }
        ]
      }
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "page",
            "x-ms-summary": "Page",
            "description": "The page of the list.",
            "in": "query",
            "type": "integer"
          }
        ]
      }
    }
  }
}`,
});
