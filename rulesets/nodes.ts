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
import type { Change } from "../connector/change.js";
import { changesOf } from "../connector/changes.js";
import {
  type Connector,
  type ConnectorFile,
  comparedKinds,
  type FileKind,
  jsonKinds,
  textKinds,
} from "../connector/connector.js";
import type { DynamicReference } from "../connector/dynamicReference.js";
import type { Icon } from "../connector/icon.js";
import type { JsonProblem } from "../connector/json.js";
import type { MakerText } from "../connector/makerText.js";
import type { MarkdownText } from "../connector/markdown.js";
import type { CertificationPackage } from "../connector/package.js";
import type { NamedUse, Policy, PolicyText } from "../connector/policy.js";
import type { Reference } from "../connector/reference.js";
import type { Schema } from "../connector/schema.js";
import type { Script } from "../connector/script.js";
import type { SecurityRequirement } from "../connector/security.js";
import { isConnectorSettings } from "../connector/settings.js";
import type { Solution } from "../connector/solution.js";
import type { JsonObject } from "../connector/values.js";
import { type Violation, violations } from "./structure.js";

/** The kinds of node that a rule can ask for, and what each is. */
export interface NodeKinds {
  /** A file that is text, whatever it holds. */
  file: ConnectorFile;
  /** A file whose text should be JSON, also when it is none. */
  jsonFile: ConnectorFile;
  /** The folder as a whole, once. */
  connector: Connector;
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
  /** Where the connector differs from the version before, when that is known. */
  change: Change;
  /** A `settings.json` that is one of a connector. */
  settings: JsonObject;
  script: Script;
  icon: Icon;
  readme: MarkdownText;
  intro: MarkdownText;
  /** A certification package as a whole. */
  package: CertificationPackage;
  /** Each solution in the folder of a package that is for them, or one by itself. */
  solution: Solution;
}

export type NodeKind = keyof NodeKinds;

type NodesOf = {
  [Kind in NodeKind]: {
    /** The kinds of file in which such nodes are. */
    files: readonly FileKind[];
    list(connector: Connector, file: ConnectorFile): readonly NodeKinds[Kind][];
  };
};

const inDefinition = <Node>(list: (definition: ApiDefinition) => readonly Node[]) => ({
  files: ["apiDefinition"] as const,
  list: ({ apiDefinition }: Connector) =>
    // A definition of another version of OpenAPI is told by one finding alone.
    apiDefinition === undefined || "openapi" in apiDefinition.value ? [] : list(apiDefinition),
});

const inProperties = <Node>(list: (properties: ApiProperties) => readonly Node[]) => ({
  files: ["apiProperties"] as const,
  list: ({ apiProperties }: Connector) => (apiProperties === undefined ? [] : list(apiProperties)),
});

/** Where the nodes of each kind come from. */
export const nodeKinds: NodesOf = {
  file: { files: textKinds, list: (_, file) => [file] },
  jsonFile: { files: jsonKinds, list: (_, file) => [file] },
  connector: {
    files: jsonKinds,
    list: (connector, file) => (file === connector.mainFile ? [connector] : []),
  },
  jsonProblem: { files: jsonKinds, list: (_, file) => file.json.problems },
  violation: { files: jsonKinds, list: (_, file) => violations(file) },
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
  change: {
    files: comparedKinds,
    list: (connector, { kind }) => changesOf(connector).filter((change) => change.file === kind),
  },
  settings: {
    files: ["settings"],
    list: (_, { json }) => (isConnectorSettings(json.value) ? [json.value] : []),
  },
  script: { files: ["script"], list: ({ script }) => (script === undefined ? [] : [script]) },
  icon: { files: ["icon"], list: ({ icon }) => (icon === undefined ? [] : [icon]) },
  readme: { files: ["readme"], list: ({ readme }) => (readme === undefined ? [] : [readme]) },
  intro: { files: ["intro"], list: ({ intro }) => (intro === undefined ? [] : [intro]) },
  package: {
    files: ["package"],
    list: ({ surroundings }) => (surroundings.package === undefined ? [] : [surroundings.package]),
  },
  solution: {
    files: ["package"],
    list: ({ surroundings }) => surroundings.solutions ?? [],
  },
};
