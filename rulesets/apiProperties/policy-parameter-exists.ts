import { type ApiProperties, policyParameterPrefix } from "../../connector/apiProperties.js";
import { nearest } from "../nearest.js";
import { operationsOf } from "../policyOperations.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-parameter-exists",
  validatorCodes: [],
  sources: ["policies"],
  severity: "info",
  summary: "A policy reads query parameters and headers that its operations have.",
  why: `\`@queryParameters('x')\` and \`@headers('x')\` stand for what the maker has filled in. Where no operation of the policy has such a parameter it reads
nothing, and what it builds has a gap.`,
  on: "policyExpression",
  check({ policy, pointer, text, calls }, { definition, properties, report }) {
    // What an answer has in its headers is told nowhere completely.
    const section = policy.parameters["x-ms-apimTemplate-policySection"];
    if (definition === undefined || (section !== undefined && section !== "Request")) return;
    const operations = operationsOf(policy, definition);
    if (operations.length === 0) return;
    // Where a policy puts what it has fetched is no reading.
    if (pointer.endsWith(`/${target}`)) return;
    const written = writtenNames(properties);
    for (const {
      name,
      arguments: [argument],
    } of calls) {
      const location = { queryparameters: "query", headers: "header" }[name.toLowerCase()];
      const wanted = argument?.value;
      if (location === undefined || wanted === undefined) continue;
      const known = operations.flatMap(({ parameters }) =>
        parameters.flatMap((each) =>
          each.in === location && each.name !== undefined ? [each.name] : [],
        ),
      );
      const isKnown =
        known.some((each) => each.toLowerCase() === wanted.toLowerCase()) ||
        // Another policy sets it, or the connection does.
        written.has(wanted.toLowerCase()) ||
        (location === "header" &&
          /^(?:authorization|content-type|accept|host|x-ms-.*|user-agent)$/i.test(wanted));
      if (isKnown) continue;
      const meant = nearest(wanted, known);
      report({
        at: pointer,
        message: `The policy reads the ${location} parameter "${wanted}", which no operation it names has.`,
        fix:
          meant === undefined
            ? undefined
            : {
                title: `Read "${meant}"`,
                isSafe: false,
                edits: [
                  {
                    set: pointer,
                    value:
                      text.slice(0, argument!.offset) +
                      meant +
                      text.slice(argument!.offset + argument!.length),
                  },
                ],
              },
      });
    }
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Move",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.newPath": "/@{queryParameters('qeue')}/tickets"
                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy reads the query parameter "qeue", which no operation it names has.
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "parameters": [{ "name": "queue", "in": "query" }] }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Move",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.newPath": "/@{queryParameters('queue')}/tickets"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "parameters": [{ "name": "queue", "in": "query" }] }
    }
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Move",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.newPath": "/@{queryParameters('Queue')}/tickets"
        }
      },
      {
        "templateId": "setheader",
        "title": "Copy",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.name": "X-Sign-In",
          "x-ms-apimTemplateParameter.value": "@headers('Authorization')",
          "x-ms-apimTemplate-policySection": "Request"
        }
      },
      {
        "templateId": "setproperty",
        "title": "Location",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.newPropertyParentPathTemplate": "@body()",
          "x-ms-apimTemplateParameter.newPropertySubPathTemplate": "location",
          "x-ms-apimTemplateParameter.propertyValuePathTemplate": "@headers('Location')",
          "x-ms-apimTemplate-policySection": "Response"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "parameters": [{ "name": "queue", "in": "query" }] }
    }
  }
}`,
});

const target = `${policyParameterPrefix}parameterTemplate`;

/** The headers and query parameters that policies set, in lower case. */
function writtenNames(properties: ApiProperties | undefined): ReadonlySet<string> {
  const set = (properties?.policies ?? []).map(({ parameters }) =>
    String(parameters[`${policyParameterPrefix}name`]),
  );
  const fetched = (properties?.policyExpressions ?? [])
    .filter(({ pointer }) => pointer.endsWith(`/${target}`))
    .flatMap(({ calls }) => calls.flatMap((call) => call.arguments[0]?.value ?? []));
  return new Set([...set, ...fetched].map((name) => name.toLowerCase()));
}
