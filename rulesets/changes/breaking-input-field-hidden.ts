import { reportChange, subjectOf } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-input-field-hidden",
  validatorCodes: ["InputFieldVisibilityChangedToInternal"],
  sources: ["updates"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No parameter and no property of a body becomes internal.",
  why: `What is internal is sent with its default, whatever a flow has stood there: its value may be replaced without a word.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "inputHidden") return;
    const message = `${subjectOf(change)} is internal now, so what flows have there is replaced by the default.`;
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
                             //^^^^^^^^^^ The query parameter "page" of "GetTicket" is internal now, so what flows have there is replaced by the default.
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
