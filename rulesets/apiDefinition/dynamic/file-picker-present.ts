import { isObject, member } from "../../../connector/values.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "file-picker-present",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "A connector whose inputs use the file picker says which operations are behind it.",
  why: `The dialog that \`"capability": "file-picker"\` opens lists files and folders with the operations that
\`file-picker\` in the \`x-ms-capabilities\` of the connector names. Without it the dialog is empty.`,
  on: "dynamicReference",
  check(reference, { definition, report }) {
    const { kind, pointer, value } = reference;
    if (kind !== "x-ms-dynamic-values" || value.capability !== "file-picker") return;
    const capabilities = definition?.value["x-ms-capabilities"];
    if (capabilities !== undefined && !isObject(capabilities)) return;
    if (member(capabilities, "file-picker") !== undefined) return;
    report({
      at: `${pointer}/capability`,
      message: `${nameOf(reference)} opens the file picker, but the x-ms-capabilities of the connector have no "file-picker".`,
    });
  },
  bad: `
{
  "paths": {
    "/documents": {
      "post": {
        "operationId": "CreateDocument",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
                          //^^^^^^^^^^^^^ x-ms-dynamic-values of "folder" opens the file picker, but the x-ms-capabilities of the connector have no "file-picker".
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "x-ms-capabilities": {
    "file-picker": {
      "open": { "operationId": "ListRootFolders" },
      "browse": { "operationId": "ListFolders" }
    }
  },
  "paths": {
    "/documents": {
      "post": {
        "operationId": "CreateDocument",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
});
