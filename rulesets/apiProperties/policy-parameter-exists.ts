import { nearest } from "../nearest.js";
import { readInstead } from "../policyText.js";
import { namesOfConnection, namesOfPolicies, parametersRead } from "../requestNames.js";
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
    const names = operations.flatMap((operation) =>
      parametersRead(operation, by).map(({ name }) => name!),
    );
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
