import type { Operation } from "../../../connector/apiDefinition.js";
import {
  type DynamicReference,
  findInputs,
  fullName,
  needsFullNames,
  type PassedParameter,
} from "../../../connector/dynamicReference.js";
import { nameOf } from "../../dynamicCall.js";
import { nearest } from "../../nearest.js";
import { defineRule, type Report } from "../../rule.js";

export default defineRule({
  name: "dynamic-parameter-exists",
  validatorCodes: ["OperationParameterNameNotFound"],
  sources: ["extensions"],
  severity: "error",
  summary:
    "The parameters of a dynamic call exist in the operation that is called and in the one that calls.",
  why: `The keys of \`parameters\` are parameters of the operation that is called; \`parameter\` and
\`parameterReference\` name an input of the operation in which the extension stands. Properties of a body are named by
their path, such as \`body/address/city\`. The service refuses a definition in which one of them does not exist,
headers such as \`Accept\` included: only what the operation declares can be passed.`,
  on: "dynamicReference",
  check(reference, { report }) {
    for (const passed of reference.parameters) {
      const target = checkTarget(reference, passed);
      if (target !== undefined) report(target);
      const source = checkSource(reference, passed);
      if (source !== undefined) report(source);
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
                "Desk": {
              //^^^^^^ x-ms-dynamic-values of "queue" passes "Desk", which "ListQueues" does not take.
                  "parameter": "dsek"
                             //^^^^^^ x-ms-dynamic-values of "queue" passes "dsek" as "Desk", but "CreateTicket" has no such input.
                },
                "Accept": "application/json"
              //^^^^^^^^ x-ms-dynamic-values of "queue" passes "Accept", which "ListQueues" does not take.
              }
            }
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
                                            //^^^^^^ x-ms-dynamic-list of "member" passes "team" as "team", but in the body of "CreateTicket" that is called "body/team".
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
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "string"
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
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
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
                }
              }
            }
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
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "string"
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
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "payload",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "type": "string"
                    }
                  }
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                    "operationId": "FindMembers",
                    "value-path": "id",
                    "parameters": {
                      "teamId": {
                        "parameter": "team.id"
                      }
                    }
                  },
                  "x-ms-dynamic-list": {
                    "operationId": "FindMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "body/teamId": {
                        "parameterReference": "payload/team/id"
                      }
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "patch": {
        "operationId": "UpdateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema",
                "parameters": {
                  "queue": {
                    "parameter": "queue"
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
    },
    "/tickets/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  },
  "definitions": {
    "Unused": {
      "type": "string",
      "x-ms-dynamic-values": {
        "operationId": "GetTicketSchema",
        "value-path": "id",
        "parameters": {
          "queue": {
            "parameter": "anyQueue"
          }
        }
      }
    }
  }
}`,
});

/** Whether the operation that is called takes what is passed. */
function checkTarget(reference: DynamicReference, passed: PassedParameter): Report | undefined {
  const { target, kind } = reference;
  if (target === undefined) return undefined;
  const { name, pointer } = passed;
  if (findInputs(target, name, needsFullNames(kind)) !== "missing") return undefined;
  const meant = meantInput(reference, target, name);
  return {
    at: pointer,
    part: "key",
    message: `${nameOf(reference)} passes "${name}", which ${target.label} does not take.`,
    related: [{ at: target.pointer, message: `${target.label} is declared here.` }],
    fix:
      meant === undefined
        ? { title: `Remove "${name}"`, isSafe: false, edits: [{ remove: pointer }] }
        : reference.parameters.some((other) => other.name === meant)
          ? undefined
          : {
              title: `Pass it as "${meant}"`,
              isSafe: false,
              edits: [{ renameKey: pointer, to: meant }],
            },
  };
}

/** Whether one of the operations in which the extension stands has the input that is passed on. */
function checkSource(
  reference: DynamicReference,
  { name, passes }: PassedParameter,
): Report | undefined {
  const { sources, kind } = reference;
  if (passes.what !== "source" || sources.length === 0) return undefined;
  const isMissing = (source: Operation) =>
    findInputs(source, passes.name, needsFullNames(kind)) === "missing";
  if (!sources.every(isMissing)) return undefined;
  const [source] = sources as [Operation];
  const meant = meantInput(reference, source, passes.name);
  const problem = meant?.endsWith(`/${passes.name}`)
    ? `in the body of ${source.label} that is called "${meant}"`
    : `${source.label} has no such input`;
  return {
    at: passes.pointer,
    message: `${nameOf(reference)} passes "${passes.name}" as "${name}", but ${problem}.`,
    fix:
      meant === undefined
        ? undefined
        : {
            title: `Pass "${meant}"`,
            isSafe: false,
            edits: [{ set: passes.pointer, value: meant }],
          },
  };
}

/** The input that a name which is none was probably meant to be. */
function meantInput(
  { kind }: DynamicReference,
  operation: Operation,
  name: string,
): string | undefined {
  const { body } = operation;
  const property = findInputs(operation, name);
  // A path from the body itself, where its full name is needed.
  if (typeof property === "object" && body?.name) return fullName(property.found[0]!);
  const isFound = (path: string) =>
    typeof findInputs(operation, path, needsFullNames(kind)) === "object";
  const [, ...below] = name.split("/");
  // The body is often called "body" in a reference, whatever its name.
  const inBody = [body?.name, ...below].join("/");
  if (body?.name !== undefined && below.length > 0 && isFound(inBody)) return inBody;
  const names = operation.parameters.flatMap((parameter) => parameter.name ?? []);
  for (const each of propertiesOf(operation, needsFullNames(kind) ? body?.name : ""))
    names.push(each);
  const whole = nearest(
    name,
    names.filter((each) => each.split("/").length === name.split("/").length),
  );
  if (whole !== undefined) return whole;
  return nearestBelow(operation, name, needsFullNames(kind), isFound);
}

/** The paths of the properties at the top of a body; none where its full name is not known. */
function propertiesOf(operation: Operation, prefix: string | undefined): string[] {
  const schema = operation.body?.schema;
  if (prefix === undefined) return [];
  return [...(schema?.properties.keys() ?? [])].map((name) =>
    prefix === "" ? name : `${prefix}/${name}`,
  );
}

/** A path of which one segment below the top is misspelt. */
function nearestBelow(
  operation: Operation,
  name: string,
  fullNames: boolean,
  isFound: (path: string) => boolean,
): string | undefined {
  const separator = name.includes("/") ? "/" : ".";
  const segments = name.split(separator);
  for (let length = segments.length - 1; length > 0; length--) {
    const before = segments.slice(0, length);
    const inputs = findInputs(operation, before.join(separator), fullNames);
    if (typeof inputs === "string") continue;
    const { parameter, steps } = inputs.found.at(-1)!;
    const container = steps.at(-1)?.resolved ?? parameter.schema;
    const properties = (container?.items ?? container)?.properties.keys() ?? [];
    const meant = nearest(segments[length]!, properties);
    if (meant === undefined) return undefined;
    const path = [...before, meant, ...segments.slice(length + 1)].join(separator);
    return isFound(path) ? path : undefined;
  }
  return undefined;
}
