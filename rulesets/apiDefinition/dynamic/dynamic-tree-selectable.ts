import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const settings = ["canSelectParentNodes", "canSelectLeafNodes"] as const;

export default defineRule({
  name: "dynamic-tree-selectable",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "A dynamic tree says which of its items can be chosen.",
  why: `\`settings\` of \`x-ms-dynamic-tree\` says whether makers can choose items that hold others (\`canSelectParentNodes\`),
those that hold none (\`canSelectLeafNodes\`) or both. When it allows neither, the dialog opens and nothing in it can
be chosen.`,
  on: "schema",
  check(schema, { report }) {
    const tree = schema.value["x-ms-dynamic-tree"];
    if (!isObject(tree)) return;
    const at = schema.at("x-ms-dynamic-tree");
    const given = tree.settings;
    if (given !== undefined && !isObject(given)) return;
    // A setting of a wrong type may be meant to be true.
    if (settings.some((name) => ![undefined, false].includes(given?.[name] as undefined))) return;
    report({
      at: given === undefined ? at : schema.at("x-ms-dynamic-tree", "settings"),
      message:
        given === undefined
          ? `x-ms-dynamic-tree of ${schema.label} has no settings, which say what can be chosen in it.`
          : `The settings of x-ms-dynamic-tree of ${schema.label} let makers choose nothing: neither ${settings.join(" nor ")} is true.`,
      fix: {
        title: "Let makers choose every item",
        isSafe: false,
        edits: [
          {
            set: schema.at("x-ms-dynamic-tree", "settings"),
            value: { ...given, canSelectParentNodes: true, canSelectLeafNodes: true },
          },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/documents": {
      "post": {
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
              "settings": {
            //^^^^^^^^^^ The settings of x-ms-dynamic-tree of parameter "folder" let makers choose nothing: neither canSelectParentNodes nor canSelectLeafNodes is true.
                "canSelectParentNodes": false
              },
              "open": { "operationId": "ListRootFolders" },
              "browse": { "operationId": "ListFolders" }
            }
          },
          {
            "name": "template",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
          //^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-tree of parameter "template" has no settings, which say what can be chosen in it.
              "open": { "operationId": "ListRootFolders" },
              "browse": { "operationId": "ListFolders" }
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
    "/documents": {
      "post": {
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
              "settings": {
                "canSelectParentNodes": true,
                "canSelectLeafNodes": true
              },
              "open": { "operationId": "ListRootFolders" },
              "browse": { "operationId": "ListFolders" }
            }
          },
          {
            "name": "template",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
              "open": { "operationId": "ListRootFolders" },
              "browse": { "operationId": "ListFolders" },
              "settings": {
                "canSelectParentNodes": true,
                "canSelectLeafNodes": true
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
    "/documents": {
      "post": {
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
              "settings": {
                "canSelectParentNodes": true,
                "canSelectLeafNodes": false
              },
              "open": { "operationId": "ListRootFolders" },
              "browse": { "operationId": "ListFolders" }
            }
          }
        ]
      }
    }
  }
}`,
});
