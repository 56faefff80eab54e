import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-built-in-operation",
  validatorCodes: [],
  sources: ["powerFx"],
  severity: "hint",
  summary: "A dropdown calls an operation of the connector.",
  why: `\`builtInOperation\` and every \`capability\` but \`file-picker\` stand for what the platform offers to Microsoft's own
connectors. They are not documented for others, and Power Apps does not read them.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, pointer, value } = reference;
    if (kind !== "x-ms-dynamic-values" || "operationId" in value) return;
    for (const key of ["builtInOperation", "capability"]) {
      const found = value[key];
      if (typeof found !== "string" || found === "file-picker") continue;
      report({
        at: `${pointer}/${key}`,
        message: `${nameOf(reference)} has the ${key} "${found}", which only connectors of Microsoft have.`,
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "environment",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "builtInOperation": "AllEnvironments",
                                //^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "environment" has the builtInOperation "AllEnvironments", which only connectors of Microsoft have.
              "value-path": "name"
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
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
              "value-path": "id"
            }
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
});
