/** Public pages that ask for what our rules check, by the names under which rules refer to them. */
export const sources = {
  validator: {
    title: "Fix Swagger Validator errors",
    url: "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
  },
  submission: {
    title: "Prepare connector files for certification",
    url: "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
  },
  independentPublisher: {
    title: "Independent publisher certification process",
    url: "https://learn.microsoft.com/connectors/custom-connectors/certification-submission-ip",
  },
  policyErrors: {
    title: "Certification policy errors",
    url: "https://learn.microsoft.com/connectors/custom-connectors/certification-policy-errors",
  },
  strings: {
    title: "Connector string guidance",
    url: "https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance",
  },
  coding: {
    title: "Coding standards for connectors",
    url: "https://learn.microsoft.com/connectors/custom-connectors/coding-standards",
  },
  extensions: {
    title: "OpenAPI extensions for custom connectors",
    url: "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
  },
  webhooks: {
    title: "Use a webhook as a trigger",
    url: "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
  },
  polling: {
    title: "Use a polling trigger",
    url: "https://learn.microsoft.com/connectors/custom-connectors/create-polling-trigger",
  },
  versioning: {
    title: "Operational versioning for connectors",
    url: "https://learn.microsoft.com/connectors/custom-connectors/operational-versioning",
  },
  deprecation: {
    title: "Deprecate an operation",
    url: "https://learn.microsoft.com/connectors/custom-connectors/deprecate-operation",
  },
  updates: {
    title: "Update a certified connector",
    url: "https://learn.microsoft.com/connectors/custom-connectors/certification-updates",
  },
  testConnection: {
    title: "Test connection support for connectors",
    url: "https://learn.microsoft.com/connectors/custom-connectors/test-connection",
  },
  connections: {
    title: "Connection parameters",
    url: "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
  },
  multipleAuthentication: {
    title: "Enable multiple authentication types",
    url: "https://learn.microsoft.com/connectors/custom-connectors/multi-auth",
  },
  scripts: {
    title: "Write code in a custom connector",
    url: "https://learn.microsoft.com/connectors/custom-connectors/write-code",
  },
  policies: {
    title: "Policy templates",
    url: "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
  },
  command: {
    title: "Connector command-line tool",
    url: "https://learn.microsoft.com/connectors/custom-connectors/paconn-cli",
  },
  limits: {
    title: "Custom connector FAQ",
    url: "https://learn.microsoft.com/connectors/custom-connectors/faq",
  },
  solutionImport: {
    title: "TALXIS DevKit: what the import of a connector in a solution takes",
    url: "https://github.com/TALXIS/tools-devkit-build/issues/119",
  },
  repository: {
    title: "microsoft/PowerPlatformConnectors",
    url: "https://github.com/microsoft/PowerPlatformConnectors",
  },
  powerFx: {
    title: "microsoft/Power-Fx, Microsoft.PowerFx.Connectors",
    url: "https://github.com/microsoft/Power-Fx/tree/main/src/libraries/Microsoft.PowerFx.Connectors",
  },
  wizard: {
    title: "Create a custom connector from an OpenAPI definition",
    url: "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
  },
  swagger: {
    title: "OpenAPI Specification 2.0",
    url: "https://swagger.io/specification/v2/",
  },
  json: {
    title: "The JSON Data Interchange Format, RFC 8259",
    url: "https://www.rfc-editor.org/rfc/rfc8259",
  },
} as const satisfies Record<string, { title: string; url: string }>;

export type Source = keyof typeof sources;
