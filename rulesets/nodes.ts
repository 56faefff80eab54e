import type {
  ApiDefinition,
  Operation,
  Parameter,
  PathItem,
  Response,
} from "../connector/apiDefinition.js";
import type {
  ApiProperties,
  ConnectionParameter,
  NamedOperation,
} from "../connector/apiProperties.js";
import type { Connector, ConnectorFile, FileKind } from "../connector/connector.js";
import type { DynamicReference } from "../connector/dynamicReference.js";
import type { JsonProblem } from "../connector/json.js";
import type { MakerText } from "../connector/makerText.js";
import type { NamedUse, Policy, PolicyText } from "../connector/policy.js";
import type { Reference } from "../connector/reference.js";
import type { Schema } from "../connector/schema.js";
import type { SecurityRequirement } from "../connector/security.js";
import { type Violation, violations } from "./structure.js";

/** The kinds of node that a rule can ask for, and what each is. */
export interface NodeKinds {
  /** A file whatever it holds, also when it cannot be read as JSON. */
  file: ConnectorFile;
  /** What strict JSON does not allow. */
  jsonProblem: JsonProblem;
  /** Where a file departs from its JSON Schema. */
  violation: Violation;
  definition: ApiDefinition;
  pathItem: PathItem;
  operation: Operation;
  /** Each parameter once, where it is declared. */
  parameter: Parameter;
  /** Each response once, where it is declared. */
  response: Response;
  /** Each schema, and each parameter or header that says its type itself, once. */
  schema: Schema;
  /** Each `$ref`. */
  reference: Reference;
  dynamicReference: DynamicReference;
  /** Each text that the designers show. */
  makerText: MakerText;
  /** Each security scheme that the root or an operation asks for. */
  securityRequirement: SecurityRequirement;
  properties: ApiProperties;
  connectionParameter: ConnectionParameter;
  policy: Policy;
  /** A place in the properties that names an operation of the definition. */
  namedOperation: NamedOperation;
  /** A text in the parameters of a policy, with its expressions. */
  policyText: PolicyText;
  /** A place in which an expression of a policy reads a connection parameter, a header or a query parameter. */
  namedUse: NamedUse;
}

export type NodeKind = keyof NodeKinds;

type NodesOf = {
  [Kind in NodeKind]: {
    /** The file in which such nodes are; in every JSON file when absent. */
    file?: FileKind;
    list(connector: Connector, file: ConnectorFile): readonly NodeKinds[Kind][];
  };
};

const inDefinition = <Node>(list: (definition: ApiDefinition) => readonly Node[]) => ({
  file: "apiDefinition" as const,
  list: ({ apiDefinition }: Connector) =>
    // A definition of another version of OpenAPI is told by one finding alone.
    apiDefinition === undefined || "openapi" in apiDefinition.value ? [] : list(apiDefinition),
});

const inProperties = <Node>(list: (properties: ApiProperties) => readonly Node[]) => ({
  file: "apiProperties" as const,
  list: ({ apiProperties }: Connector) => (apiProperties === undefined ? [] : list(apiProperties)),
});

/** Where the nodes of each kind come from. */
export const nodeKinds: NodesOf = {
  file: { list: (_, file) => [file] },
  jsonProblem: { list: (_, file) => file.json.problems },
  violation: { list: (_, file) => violations(file) },
  definition: inDefinition((definition) => [definition]),
  pathItem: inDefinition(({ pathItems }) => pathItems),
  operation: inDefinition(({ operations }) => operations),
  parameter: inDefinition(({ parameters }) => parameters),
  response: inDefinition(({ responses }) => responses),
  schema: inDefinition(({ schemas }) => schemas),
  reference: inDefinition(({ references }) => references),
  dynamicReference: inDefinition(({ dynamicReferences }) => dynamicReferences),
  makerText: inDefinition(({ makerTexts }) => makerTexts),
  securityRequirement: inDefinition(({ securityRequirements }) => securityRequirements),
  properties: inProperties((properties) => [properties]),
  connectionParameter: inProperties(({ connectionParameters }) => connectionParameters),
  policy: inProperties(({ policies }) => policies),
  namedOperation: inProperties(({ operationNames }) => operationNames),
  policyText: inProperties(({ policies }) => policies.flatMap(({ texts }) => texts)),
  namedUse: inProperties(({ namedUses }) => namedUses),
};
