import { renameOperation } from "../../operationId.js";
import { defineRule } from "../../rule.js";
import { pascalCase } from "../../words.js";

export default defineRule({
  name: "operation-id-alphanumeric",
  validatorCodes: ["OperationIdSanitized"],
  severity: "info",
  summary: "An operationId has letters and digits only, but for the suffix of a revision.",
  why: `Where the platform makes a function name of an \`operationId\`, it drops every other character.
Makers then meet two spellings of one operation. A suffix such as \`_V2\` is the usual mark of a revision.
Renaming an operation breaks the flows that use it, so it is for connectors that are not yet in use.`,
  on: "operation",
  check(operation, context) {
    const { id } = operation;
    if (id === undefined || id.trim() === "") return;
    const [, name, suffix] = /^(.*?)(_V\d+)?$/s.exec(id)!;
    const others = [...new Set(name!.match(/[^A-Za-z0-9]/gu))];
    if (others.length === 0) return;
    const to = pascalCase(name!) + (suffix ?? "");
    context.report({
      at: operation.at("operationId"),
      message: `The operationId "${id}" contains ${others.map((other) => `"${other}"`).join(" and ")}, where letters and digits only are expected.`,
      fix: /^[A-Za-z]\w*$/.test(to) ? renameOperation(operation, to, context) : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "list-tickets",
                     //^^^^^^^^^^^^^^ The operationId "list-tickets" contains "-", where letters and digits only are expected.
        "parameters": [
          {
            "name": "group",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "Groups_list.All",
              "value-path": "id",
              "value-title": "name"
            }
          }
        ]
      }
    },
    "/groups": {
      "get": {
        "operationId": "Groups_list.All"
                     //^^^^^^^^^^^^^^^^^ The operationId "Groups_list.All" contains "_" and ".", where letters and digits only are expected.
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
            "name": "group",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "GroupsListAll",
              "value-path": "id",
              "value-title": "name"
            }
          }
        ]
      }
    },
    "/groups": {
      "get": {
        "operationId": "GroupsListAll"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      },
      "post": {
        "operationId": "CreateTicket_V2"
      }
    }
  }
}`,
});
