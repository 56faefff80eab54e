import type { JsonObject } from "../../connector/values.js";
import { auths } from "./auth.js";
import { definitions, operations, testOperation } from "./operations.js";
import { placeholder } from "./placeholder.js";
import { readme } from "./readme.js";
import type { Template } from "./template.js";

/** The files that make a new connector. */
export const newFiles = ["apiDefinition", "apiProperties", "settings", "readme"] as const;
export type NewFile = (typeof newFiles)[number];

/**
 * The text of each file of a new connector.
 * @param names what the files are called, which the settings tell
 */
export function connectorFiles(
  template: Template,
  names: Readonly<Record<NewFile, string>>,
): Record<NewFile, string> {
  const definition = definitionOf(template);
  return {
    apiDefinition: print(definition),
    apiProperties: print({ properties: propertiesOf(template) }),
    settings: print({
      connectorId: null,
      environment: null,
      apiProperties: names.apiProperties,
      apiDefinition: names.apiDefinition,
      icon: null,
    }),
    readme: readme(definition, auths[template.auth]),
  };
}

function definitionOf({ auth, start, title, host }: Template): JsonObject {
  return {
    swagger: "2.0",
    info: {
      title,
      description: placeholder("description"),
      version: "1.0",
      contact: {
        name: placeholder("publisher"),
        url: placeholder("support url"),
        email: placeholder("support email"),
      },
    },
    host,
    basePath: "/",
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json"],
    paths: operations[start].paths,
    definitions,
    ...auths[auth].security,
    ...(auth !== "none" && {
      "x-ms-capabilities": { testConnection: { operationId: testOperation, parameters: {} } },
    }),
    "x-ms-connector-metadata": [
      { propertyName: "Website", propertyValue: placeholder("website url") },
      { propertyName: "Privacy policy", propertyValue: placeholder("privacy policy url") },
      { propertyName: "Categories", propertyValue: placeholder("categories") },
    ],
  };
}

function propertiesOf({ auth, start }: Template): JsonObject {
  const { policies } = operations[start];
  return {
    connectionParameters: auths[auth].connectionParameters,
    // The one color that every profile takes: that of independent publishers.
    iconBrandColor: "#da3b01",
    capabilities: start === "action" ? ["actions"] : ["actions", "triggers"],
    ...(policies !== undefined && { policyTemplateInstances: policies }),
    publisher: placeholder("publisher"),
    stackOwner: placeholder("owner of the service"),
  };
}

function print(value: JsonObject): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
