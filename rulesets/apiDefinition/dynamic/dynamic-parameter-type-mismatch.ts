import { typeOfInput } from "../../../connector/dynamicReference.js";
import { inputOf, nameOf, sourcesOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-parameter-type-mismatch",
  validatorCodes: ["OperationParameterTypeMismatch"],
  severity: "error",
  summary: "An input that a dynamic call passes on has the type of the parameter that it goes to.",
  why: `The designer hands the value of the input to the called operation as it is. When one of them is a number and
the other a text the call fails, so the service refuses the definition.`,
  on: "dynamicReference",
  check(reference, { report }) {
    for (const passed of reference.parameters) {
      const { name, passes } = passed;
      const goal = inputOf(reference.target, name, reference.kind);
      const type = goal && typeOfInput(goal);
      if (passes.what !== "source" || goal === undefined || type === undefined) continue;
      for (const { operation, inputs } of sourcesOf(reference, passed)) {
        const [input] = inputs;
        const found = input && typeOfInput(input);
        if (inputs.length > 1 || found === undefined || found === type) continue;
        if (found === "integer" && type === "number") continue;
        report({
          at: passes.pointer,
          message: `${nameOf(reference)} passes "${passes.name}", which is of type ${found} in ${operation.label}, as "${name}", which is of type ${type} in ${reference.target!.label}.`,
          related: [
            {
              at: goal.steps.at(-1)?.pointer ?? goal.parameter.pointer,
              message: `"${name}" is declared here.`,
            },
          ],
        });
        break;
      }
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
            "name": "desk",
            "in": "query",
            "type": "string"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "desk": {
                  "parameter": "desk"
                             //^^^^^^ x-ms-dynamic-values of "queue" passes "desk", which is of type string in "ListTickets", as "desk", which is of type integer in "ListQueues".
                }
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "desk",
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
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "desk": {
                  "parameter": "desk"
                },
                "weight": {
                  "parameter": "desk"
                }
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "weight",
            "in": "query",
            "type": "number"
          }
        ]
      }
    }
  }
}`,
});
