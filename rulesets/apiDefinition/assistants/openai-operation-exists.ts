import { child } from "../../../connector/pointer.js";
import { asArray, asObject } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "openai-operation-exists",
  validatorCodes: ["OperationIdNotFound"],
  severity: "warning",
  summary: "The operations that x-ms-openai-data describes exist.",
  why: `\`x-ms-openai-data\` says how an AI plug-in sees an operation, which it names by its \`operationId\`.
What it says of an operation that does not exist has no effect.`,
  on: "operation",
  check(operation, { definition, report }) {
    const data = asObject(operation.value["x-ms-openai-data"]);
    for (const [index, described] of asArray(data.operations).entries()) {
      const { operationId } = asObject(described);
      if (typeof operationId !== "string" || definition === undefined) continue;
      if (definition.operationsById(operationId).length > 0) continue;
      const meant = nearest(operationId, definition.operationIndex.keys());
      const at = child(operation.at("x-ms-openai-data", "operations"), index, "operationId");
      report({
        at,
        message: `x-ms-openai-data of ${operation.label} describes "${operationId}", but no operation has that operationId.`,
        fix:
          meant === undefined
            ? undefined
            : { title: `Describe "${meant}"`, isSafe: false, edits: [{ set: at, value: meant }] },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
              "operationId": "ListTickets."
                           //^^^^^^^^^^^^^^ x-ms-openai-data of "ListTickets" describes "ListTickets.", but no operation has that operationId.
            }
          ]
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
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
              "operationId": "ListTickets"
            }
          ]
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
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
              "operationId": "ListTickets"
            }
          ]
        }
      }
    }
  }
}`,
});
