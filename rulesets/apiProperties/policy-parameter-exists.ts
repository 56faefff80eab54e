import type { ApiDefinition, Operation } from "../../connector/apiDefinition.js";
import type { ApiProperties } from "../../connector/apiProperties.js";
import type { NamedUse } from "../../connector/policy.js";
import { asObject, asString } from "../../connector/values.js";
import { nearest } from "../nearest.js";
import { readInstead } from "../policyText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "policy-parameter-exists",
  validatorCodes: [],
  sources: ["policies"],
  severity: "info",
  summary:
    "Every header and query parameter that a policy reads of a request is one of the operation.",
  why: `\`@headers('name')\` and \`@queryParameters('name')\` stand for what a request brings: the parameters of the operation in
the API definition, what the connection adds, and what other policies set. Where none of the operations to which the policy applies
has such a parameter the expression is always empty.`,
  on: "namedUse",
  check(use, { definition, properties, report }) {
    const { by, name, hasDefault, pointer, in: where } = use;
    if (by === "connectionParameters" || hasDefault || !where.policy.isOfRequest) return;
    // There the expression names what is set.
    if (pointer === where.policy.at("parameterTemplate")) return;
    if (!definition?.hasPaths || properties === undefined) return;
    const operations = where.policy.operationsOf(definition);
    if (operations.length === 0 || operations.some((each) => each.hasUnknownParameters)) return;
    const names = operations.flatMap((operation) => parametersOf(operation, by));
    const others = [...namesOfConnection(definition, by), ...namesOfPolicies(properties, by)];
    const isThere = (known: string) => known.toLowerCase() === name.toLowerCase();
    if (names.some(isThere) || others.some(isThere)) return;
    const [first, ...rest] = operations;
    const whose = rest.length === 0 ? first!.label : `any of its ${operations.length} operations`;
    report({
      at: pointer,
      message: `${where.policy.label} reads the ${by === "headers" ? "header" : "query parameter"} "${name}", which is no parameter of ${whose}.`,
      fix: readInstead(use, nearest(name, names)),
    });
  },
  bad: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the token",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.name": "X-Contoso-Tenant",
          "x-ms-apimTemplateParameter.value": "@headers('tenant-id')",
                                            //^^^^^^^^^^^^^^^^^^^^^^^ The policy "Set the token" reads the header "tenant-id", which is no parameter of "ListTickets".
          "x-ms-apimTemplate-policySection": "Request"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "name": "tenantId", "in": "header", "type": "string" },
          { "name": "tenant-id", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the token",
        "parameters": {
          "x-ms-apimTemplate-operationName": ["ListTickets"],
          "x-ms-apimTemplateParameter.name": "X-Contoso-Tenant",
          "x-ms-apimTemplateParameter.value": "@headers('tenantId')",
          "x-ms-apimTemplate-policySection": "Request"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "name": "tenantId", "in": "header", "type": "string" },
          { "name": "tenant-id", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
  good: `
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set the token",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Authorization",
          "x-ms-apimTemplateParameter.value": "Bearer @headers('authorization')",
          "x-ms-apimTemplate-policySection": "Request"
        }
      },
      {
        "templateId": "setheader",
        "title": "Show the place of what was made",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Location",
          "x-ms-apimTemplateParameter.value": "@headers('X-Contoso-Location')",
          "x-ms-apimTemplate-policySection": "Response"
        }
      },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@queryParameters('Shop').contoso.com/@headers('X-Area','eu')/@headers('X-Contoso-Key')"
        }
      }
    ]
  }
}
//- apiDefinition.swagger.json
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [{ "name": "shop", "in": "query", "type": "string" }]
      },
      "post": { "operationId": "CreateTicket" }
    }
  },
  "securityDefinitions": {
    "api_key": { "type": "apiKey", "in": "header", "name": "X-Contoso-Key" }
  }
}`,
});

type Source = NamedUse["by"];

function parametersOf(operation: Operation, by: Source): string[] {
  const place = by === "headers" ? "header" : "query";
  return operation.parameters.flatMap((parameter) =>
    parameter.in === place && parameter.name !== undefined ? [parameter.name] : [],
  );
}

/** What connections and every HTTP request bring. */
function namesOfConnection({ value }: ApiDefinition, by: Source): string[] {
  const keys = Object.values(asObject(value.securityDefinitions)).flatMap((scheme) => {
    const { name, in: place } = asObject(scheme);
    return (place === "query") === (by === "queryParameters") ? [asString(name) ?? ""] : [];
  });
  return by === "headers" ? [...keys, ...requestHeaders] : keys;
}

const requestHeaders = ["Accept", "Authorization", "Content-Type", "Host", "User-Agent"];

/** What other policies set. */
function namesOfPolicies({ policies, namedUses }: ApiProperties, by: Source): string[] {
  const template = by === "headers" ? "setheader" : "setqueryparameter";
  const set = policies
    .filter((policy) => policy.template === template)
    .map((policy) => asString(policy.parameter("name")) ?? "");
  const fromUrl = namedUses
    .filter((use) => use.by === by && use.pointer === use.in.policy.at("parameterTemplate"))
    .map((use) => use.name);
  return [...set, ...fromUrl];
}
