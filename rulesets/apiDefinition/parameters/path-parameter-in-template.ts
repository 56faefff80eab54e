import type { Parameter, ParameterEntry, PathItem } from "../../../connector/apiDefinition.js";
import { hasPlainTemplate } from "../../path.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "path-parameter-in-template",
  validatorCodes: ["PathParameterNotDefinedInTemplate"],
  sources: ["swagger"],
  severity: "error",
  summary: "Each path parameter is a variable of the path.",
  why: `A path parameter whose name does not stand between braces in the path has nowhere to go, and the service refuses the definition.
Names are compared exactly, with upper and lower case.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path, operations, templateNames } = pathItem;
    if (!hasPlainTemplate(path)) return;
    const entries = [pathItem, ...operations].flatMap(({ parameterEntries }) => parameterEntries);
    for (const { pointer, declared } of entries) {
      const { name } = declared;
      if (declared.in !== "path" || name === undefined || templateNames.includes(name)) continue;
      report({
        at: pointer,
        message: `The path ${path} has no variable {${name}} for the ${declared.label}.`,
        fix: fixOf(pathItem, { pointer, declared }),
      });
    }
  },
  bad: `
{
  "parameters": {
    "Desk": { "name": "desk", "in": "path", "required": true, "type": "string" }
  },
  "paths": {
    "/tickets/{ticketId}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "ticketID", "in": "path", "required": true, "type": "string" }
        //^ The path /tickets/{ticketId} has no variable {ticketID} for the path parameter "ticketID".
        ]
      }
    },
    "/desks/{desk}": {
      "get": {
        "operationId": "GetDesk",
        "parameters": [
          { "$ref": "#/parameters/Desk" }
        ]
      }
    },
    "/groups": {
      "get": {
        "operationId": "ListGroups",
        "parameters": [
          { "$ref": "#/parameters/Desk" }
        //^ The path /groups has no variable {desk} for the path parameter "desk".
        ]
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Desk": { "name": "desk", "in": "path", "required": true, "type": "string" }
  },
  "paths": {
    "/tickets/{ticketId}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "ticketId", "in": "path", "required": true, "type": "string" }
        ]
      }
    },
    "/desks/{desk}": {
      "get": {
        "operationId": "GetDesk",
        "parameters": [
          { "$ref": "#/parameters/Desk" }
        ]
      }
    },
    "/groups": {
      "get": {
        "operationId": "ListGroups",
        "parameters": []
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{ticketId}/v{version}": {
      "parameters": [
        { "name": "ticketId", "in": "path", "required": true, "type": "string" }
      ],
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "version", "in": "path", "required": true, "type": "string" },
          { "name": "language", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});

/** Gives the parameter the name of the variable that has none; without one it has no use. */
function fixOf(pathItem: PathItem, { pointer, declared }: ParameterEntry): Fix | undefined {
  const unused = unusedNames(pathItem);
  const [to] = unused;
  if (to === undefined)
    return { title: "Remove the parameter", isSafe: false, edits: [{ remove: pointer }] };
  if (unused.length > 1 || declared.pointer !== pointer || isPassed(declared)) return undefined;
  return {
    title: `Rename the parameter to "${to}"`,
    isSafe: false,
    edits: [{ set: declared.at("name"), value: to }],
  };
}

/** The variables of the path for which no operation has a parameter. */
function unusedNames({ templateNames, operations, parameters }: PathItem): string[] {
  const known = new Set(
    [parameters, ...operations.map((operation) => operation.parameters)]
      .flat()
      .map(({ name }) => name),
  );
  return [...new Set(templateNames)].filter((name) => !known.has(name));
}

/** Whether a dynamic reference names the parameter, so that its name cannot be changed alone. */
function isPassed({ definition, operations, name }: Parameter): boolean {
  return definition.dynamicReferences.some(
    ({ target, sources, parameters }) =>
      (target !== undefined &&
        operations.includes(target) &&
        parameters.some((passed) => passed.name === name)) ||
      (sources.some((source) => operations.includes(source)) &&
        parameters.some(({ passes }) => passes.what === "source" && passes.name === name)),
  );
}
