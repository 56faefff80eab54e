import type { PathItem } from "../../../connector/apiDefinition.js";
import type { JsonEdit } from "../../../connector/edit.js";
import { child } from "../../../connector/pointer.js";
import { asArray } from "../../../connector/values.js";
import { renamePath, withoutQuery } from "../../path.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "path-no-query-or-fragment",
  validatorCodes: ["OperationPathMayNotContainQueryOrFragment"],
  severity: "error",
  summary: "A path has neither a query nor a fragment.",
  why: `What follows a \`?\` in a URL is told by \`query\` parameters, and a fragment is never sent to a service.
The service refuses a path with \`?\` or \`#\`; a fixed part of the query becomes an internal parameter with a default value.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path } = pathItem;
    const [mark] = /[?#]/.exec(path) ?? [];
    if (mark === undefined) return;
    report({
      at: pathItem.pointer,
      part: "key",
      message:
        mark === "?"
          ? `The path "${path}" contains a query, which belongs in query parameters.`
          : `The path "${path}" contains a fragment, which a path must not have.`,
      fix: dropForm(pathItem) ?? moveQuery(pathItem),
    });
  },
  bad: `
{
  "paths": {
    "/tickets?api-version=2.0&state=not%20closed": {
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The path "/tickets?api-version=2.0&state=not%20closed" contains a query, which belongs in query parameters.
      "get": {
        "operationId": "ListTickets"
      }
    },
    "/account{?fields}": {
  //^^^^^^^^^^^^^^^^^^^ The path "/account{?fields}" contains a query, which belongs in query parameters.
      "get": {
        "operationId": "GetAccount",
        "parameters": [{ "name": "fields", "in": "query", "type": "string" }]
      }
    },
    "/groups": {
      "get": { "operationId": "ListGroups" }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      },
      "parameters": [
        {
          "name": "api-version",
          "in": "query",
          "required": true,
          "type": "string",
          "default": "2.0",
          "x-ms-visibility": "internal"
        },
        {
          "name": "state",
          "in": "query",
          "required": true,
          "type": "string",
          "default": "not closed",
          "x-ms-visibility": "internal"
        }
      ]
    },
    "/account": {
      "get": {
        "operationId": "GetAccount",
        "parameters": [{ "name": "fields", "in": "query", "type": "string" }]
      }
    },
    "/groups": {
      "get": { "operationId": "ListGroups" }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/%3Fopen/%231": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
});

/** Drops a form such as `{?fields}` whose variables are query parameters of every operation already. */
function dropForm(pathItem: PathItem): Fix | undefined {
  const [, before, names] = /^([^?#]*)\{\?([^{}?#]+)\}$/.exec(pathItem.path) ?? [];
  if (before === undefined || names === undefined) return undefined;
  const areKnown = names
    .split(",")
    .every((name) =>
      pathItem.operations.every((operation) =>
        operation.parameters.some(({ key }) => key === `query ${name}`),
      ),
    );
  const rename = renamePath(pathItem, before);
  if (!areKnown || pathItem.operations.length === 0 || rename === undefined) return undefined;
  return { title: `Rename the path to "${before}"`, isSafe: false, edits: [rename] };
}

/** Makes parameters of a query that is fixed; one with variables needs the author. */
function moveQuery(pathItem: PathItem): Fix | undefined {
  const { path, value, pointer } = pathItem;
  const rename = renamePath(pathItem, withoutQuery(path));
  const pairs = path.slice(path.indexOf("?") + 1).split("&");
  if (rename === undefined || !path.includes("?") || /[#{}]/.test(path)) return undefined;
  if (!pairs.every((pair) => /^[^=]+=[^=]+$/.test(pair))) return undefined;
  if (value.parameters !== undefined && !Array.isArray(value.parameters)) return undefined;
  const parameters = [...new URLSearchParams(pairs.join("&"))].map(([name, fixed]) => ({
    name,
    in: "query",
    required: true,
    type: "string",
    default: fixed,
    "x-ms-visibility": "internal",
  }));
  const names = new Set(parameters.map(({ name }) => name));
  const isKnown = pathItem.operations.some((operation) =>
    operation.parameters.some(({ name }) => name !== undefined && names.has(name)),
  );
  if (isKnown || names.size < parameters.length) return undefined;
  const list = child(pointer, "parameters");
  return {
    title: "Move the query into internal parameters",
    isSafe: false,
    edits: [
      { set: list, value: [...asArray(value.parameters), ...parameters] } as JsonEdit,
      rename,
    ],
  };
}
