import type { Operation } from "../../../connector/apiDefinition.js";
import type { JsonEdit } from "../../../connector/edit.js";
import { referenceTo } from "../../../connector/reference.js";
import { nearest } from "../../nearest.js";
import { hasPlainTemplate } from "../../path.js";
import { defineRule, type Fix } from "../../rule.js";
import { sentenceCase, titleCase } from "../../words.js";

export default defineRule({
  name: "path-parameter-defined",
  validatorCodes: ["OperationMissingPathParameter"],
  sources: ["swagger"],
  severity: "error",
  summary: "For each variable of its path, an operation has a path parameter.",
  why: `Without the parameter there is nothing to fill the variable with, and the service refuses the definition.
Names are compared exactly, with upper and lower case.`,
  on: "operation",
  check(operation, { report }) {
    // What a broken reference leaves unknown may be the parameter.
    if (!hasPlainTemplate(operation.path) || operation.hasUnknownParameters) return;
    const known = new Set(
      operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name),
    );
    for (const name of new Set(operation.pathItem.templateNames))
      if (name !== "" && !known.has(name))
        report({
          at: operation.pointer,
          message: `The operation ${operation.label} has no path parameter "${name}" for {${name}} in ${operation.path}.`,
          fix: fixOf(operation, name),
        });
  },
  bad: `
{
  "parameters": {
    "Desk": {
      "name": "desk",
      "in": "path",
      "required": true,
      "type": "string",
      "x-ms-summary": "Desk",
      "description": "The desk.",
      "x-ms-url-encoding": "single"
    }
  },
  "paths": {
    "/{desk}/tickets/{ticketId}": {
      "get": {
    //^^^^^ The operation "GetTicket" has no path parameter "ticketId" for {ticketId} in /{desk}/tickets/{ticketId}.
        "operationId": "GetTicket",
        "parameters": [
          {
            "$ref": "#/parameters/Desk"
          }
        ]
      },
      "delete": {
    //^^^^^^^^ The operation "DeleteTicket" has no path parameter "desk" for {desk} in /{desk}/tickets/{ticketId}.
        "operationId": "DeleteTicket",
        "parameters": [
          {
            "name": "ticketId",
            "in": "path",
            "required": true,
            "type": "string"
          }
        ]
      },
      "put": {
    //^^^^^ The operation "UpdateTicket" has no path parameter "ticketId" for {ticketId} in /{desk}/tickets/{ticketId}.
        "operationId": "UpdateTicket",
        "parameters": [
          {
            "$ref": "#/parameters/Desk"
          },
          {
            "name": "ticketId",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Desk": {
      "name": "desk",
      "in": "path",
      "required": true,
      "type": "string",
      "x-ms-summary": "Desk",
      "description": "The desk.",
      "x-ms-url-encoding": "single"
    }
  },
  "paths": {
    "/{desk}/tickets/{ticketId}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "$ref": "#/parameters/Desk"
          },
          {
            "name": "ticketId",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-summary": "Ticket ID",
            "description": "The ticket ID.",
            "x-ms-url-encoding": "single"
          }
        ]
      },
      "delete": {
        "operationId": "DeleteTicket",
        "parameters": [
          {
            "name": "ticketId",
            "in": "path",
            "required": true,
            "type": "string"
          },
          {
            "$ref": "#/parameters/Desk"
          }
        ]
      },
      "put": {
        "operationId": "UpdateTicket",
        "parameters": [
          {
            "$ref": "#/parameters/Desk"
          },
          {
            "name": "ticketId",
            "in": "path",
            "type": "string",
            "required": true,
            "x-ms-url-encoding": "single"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{ticketId}": {
      "parameters": [
        { "name": "ticketId", "in": "path", "required": true, "type": "string" }
      ],
      "get": { "operationId": "GetTicket" }
    },
    "/groups/{group id}": {
      "get": {
        "operationId": "GetGroup",
        "parameters": [
          { "name": "group id", "in": "path", "required": true, "type": "string" }
        ]
      },
      "delete": {
        "operationId": "DeleteGroup",
        "parameters": [
          { "$ref": "#/parameters/Missing" }
        ]
      }
    }
  }
}`,
});

/** Adds a parameter for the variable: a reference where the definition shares one, else a draft. */
function addition(operation: Operation, name: string): JsonEdit {
  const shared = [...operation.definition.sharedParameters.values()].find(
    (parameter) => parameter.in === "path" && parameter.name === name,
  );
  const parameter =
    shared !== undefined
      ? { $ref: referenceTo(shared.pointer) }
      : {
          name,
          in: "path",
          required: true,
          type: "string",
          "x-ms-summary": titleCase(name) || name,
          description: `The ${(sentenceCase(name) || name).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}.`,
          "x-ms-url-encoding": "single",
        };
  return Array.isArray(operation.value.parameters)
    ? { set: operation.at("parameters", "-"), value: parameter }
    : { set: operation.at("parameters"), value: [parameter] };
}

/** Moves the parameter of that name into the path, where it is elsewhere, or adds one. */
function fixOf(operation: Operation, name: string): Fix | undefined {
  const { effectiveParameters, pathItem } = operation;
  const unused = effectiveParameters.flatMap(({ declared }) =>
    declared.in === "path" && !pathItem.templateNames.includes(declared.name!) && declared.name
      ? [declared.name]
      : [],
  );
  // It has to be renamed instead.
  if (nearest(name, unused) !== undefined) return undefined;
  const elsewhere = effectiveParameters.find(
    ({ declared }) =>
      declared.name === name && (declared.in === "query" || declared.in === "header"),
  );
  if (elsewhere === undefined)
    return {
      title: `Add the path parameter "${name}"`,
      isSafe: false,
      edits: [addition(operation, name)],
    };
  const { pointer, declared } = elsewhere;
  // Others may need a shared one where it is, and not all that a query can say fits into a path.
  const isApart = pointer === declared.pointer && pointer.startsWith(`${operation.pointer}/`);
  const { type, value } = declared;
  if (!isApart || type === "array" || "allowEmptyValue" in value) return undefined;
  return {
    title: `Move the ${declared.label} into the path`,
    isSafe: false,
    edits: [
      { set: declared.at("in"), value: "path" },
      { set: declared.at("required"), value: true },
      ...("x-ms-url-encoding" in value
        ? []
        : [{ set: declared.at("x-ms-url-encoding"), value: "single" }]),
    ],
  };
}
