import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-path-no-leading-slash",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "The paths of a dynamic call are plain names separated by slashes.",
  why: `Paths such as \`value-path\` or \`itemsPath\` are written \`data/items\`. They are no JSON pointers and no JSONPath:
with \`/\`, \`#/\` or \`$.\` before them they lead nowhere.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const seen = new Set<string>();
    for (const { key, path, pointer } of reference.expectations) {
      const plain = path.replace(/^(#?\/+|\$\.)/, "");
      if (pointer === undefined || plain === path || seen.has(pointer)) continue;
      seen.add(pointer);
      report({
        at: pointer,
        message: `The ${key} "${path}" of ${nameOf(reference)} must be written "${plain}".`,
        fix: {
          title: `Replace by "${plain}"`,
          isSafe: true,
          edits: [{ set: pointer, value: plain }],
        },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "$.value",
                                //^^^^^^^^^ The value-collection "$.value" of x-ms-dynamic-values of "queue" must be written "value".
              "value-path": "/id"
                          //^^^^^ The value-path "/id" of x-ms-dynamic-values of "queue" must be written "id".
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "#/data/value",
                         //^^^^^^^^^^^^^^ The itemsPath "#/data/value" of x-ms-dynamic-list of "queue" must be written "data/value".
              "itemValuePath": "id"
            }
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
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "value",
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "data/value",
              "itemValuePath": "id"
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
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "$values",
              "value-path": "@odata.id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "data/value",
              "itemValuePath": "id"
            }
          }
        ]
      }
    }
  }
}`,
});
