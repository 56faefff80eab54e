import type { Operation } from "../../../connector/apiDefinition.js";
import { findInputs, fullName, needsFullNames } from "../../../connector/dynamicReference.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule, type Report } from "../../rule.js";

export default defineRule({
  name: "dynamic-parameter-ambiguous",
  validatorCodes: ["OperationParameterNameIsAmbiguous"],
  severity: "warning",
  summary: "The names in a dynamic call mean one input each.",
  why: `\`x-ms-dynamic-values\` and \`x-ms-dynamic-schema\` call a property of the body by its bare name. When a
parameter has the same name, which of the two is meant is left to the designer. \`x-ms-dynamic-list\` and
\`x-ms-dynamic-properties\` tell them apart by full names, such as \`body/team\`.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, target, sources, parameters } = reference;
    if (needsFullNames(kind)) return;
    const check = (operation: Operation, name: string, place: Pick<Report, "at" | "part">) => {
      const inputs = findInputs(operation, name);
      if (typeof inputs === "string") return false;
      const property = inputs.found.find(({ steps }) => steps.length > 0);
      if (property === undefined || inputs.found.length < 2) return false;
      report({
        ...place,
        message: `"${name}" in ${nameOf(reference)} means both a parameter of ${operation.label} and the property "${fullName(property)}" of its body.`,
        related: inputs.found.map(({ parameter, steps }) => ({
          at: steps.at(-1)?.pointer ?? parameter.pointer,
          message: `This is called "${name}".`,
        })),
      });
      return true;
    };
    for (const { name, pointer, passes } of parameters) {
      if (target !== undefined) check(target, name, { at: pointer, part: "key" });
      if (passes.what === "source")
        sources.some((source) => check(source, passes.name, { at: passes.pointer }));
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                    "operationId": "FindMembers",
                    "value-path": "id",
                    "parameters": {
                      "teamId": {
                    //^^^^^^^^ "teamId" in x-ms-dynamic-values of "member" means both a parameter of "FindMembers" and the property "body/teamId" of its body.
                        "parameter": "team"
                                   //^^^^^^ "team" in x-ms-dynamic-values of "member" means both a parameter of "CreateTicket" and the property "body/team" of its body.
                      }
                    }
                  },
                  "x-ms-dynamic-list": {
                    "operationId": "FindMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "teamId": {
                        "parameterReference": "body/team"
                      }
                    }
                  }
                }
              }
            }
          }
        ]
      }
    },
    "/members/find": {
      "post": {
        "operationId": "FindMembers",
        "parameters": [
          {
            "name": "teamId",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "teamId": {
                  "type": "string"
                }
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
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "team": {
                        "parameterReference": "team"
                      }
                    }
                  }
                }
              }
            }
          }
        ]
      }
    },
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
});
