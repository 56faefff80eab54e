import { type DynamicReference, readDynamicReferences } from "./dynamicReference.js";
import { appendTo, keep } from "./keep.js";
import { type MakerText, readMakerTexts } from "./makerText.js";
import { readOperationMentions } from "./operationMention.js";
import { child, lastSegment, type Pointer } from "./pointer.js";
import { follow, isReference, localPointer, type Reference, readReferences } from "./reference.js";
import { type Schema, SchemaGraph } from "./schema.js";
import { measureSchemas, type SchemaSize } from "./schemaSize.js";
import { readSecurityRequirements, type SecurityRequirement } from "./security.js";
import {
  asArray,
  asObject,
  asString,
  isObject,
  type JsonObject,
  member,
  strings,
} from "./values.js";

export const methods = ["get", "put", "post", "delete", "options", "head", "patch"] as const;
export type Method = (typeof methods)[number];

export type Visibility = "important" | "advanced" | "internal";

/**
 * The model of an `apiDefinition.swagger.json`: Swagger 2.0 with Microsoft's extensions, read
 * tolerantly. Each part is computed at its first use and kept.
 */
export class ApiDefinition {
  /** The whole file; empty when the file is no object. */
  readonly value: JsonObject;

  constructor(root: unknown) {
    this.value = asObject(root);
  }

  get info(): JsonObject {
    return asObject(this.value.info);
  }

  /** Whether it tells any operations; without `paths` nothing can be said of those that it lacks. */
  get hasPaths(): boolean {
    return isObject(this.value.paths);
  }

  get pathItems(): readonly PathItem[] {
    const pathItems = Object.entries(asObject(this.value.paths)).flatMap(([path, value]) =>
      isObject(value) && !path.startsWith("x-") ? [new PathItem(this, path, value)] : [],
    );
    return keep(this, "pathItems", pathItems);
  }

  get operations(): readonly Operation[] {
    return keep(
      this,
      "operations",
      this.pathItems.flatMap(({ operations }) => operations),
    );
  }

  /** The operations whose `operationId` is exactly `id`; several only in a faulty definition. */
  operationsById(id: string): readonly Operation[] {
    return this.operationIndex.get(id) ?? [];
  }

  /** The operations whose `operationId` is `id` when capitals do not count. */
  operationsIgnoringCase(id: string): readonly Operation[] {
    return this.operationIndexIgnoringCase.get(id.toLowerCase()) ?? [];
  }

  get operationIndex(): ReadonlyMap<string, readonly Operation[]> {
    const index = new Map<string, Operation[]>();
    for (const operation of this.operations)
      if (operation.id) appendTo(index, operation.id, operation);
    return keep(this, "operationIndex", index);
  }

  get operationIndexIgnoringCase(): ReadonlyMap<string, readonly Operation[]> {
    const index = new Map<string, Operation[]>();
    for (const operation of this.operations)
      if (operation.id) appendTo(index, operation.id.toLowerCase(), operation);
    return keep(this, "operationIndexIgnoringCase", index);
  }

  /** The operations that are revisions of each other, by the name of their family. */
  get families(): ReadonlyMap<string, readonly Operation[]> {
    const families = new Map<string, Operation[]>();
    for (const operation of this.operations) {
      const { family } = operation.annotation;
      if (family !== undefined && family.trim() !== "") appendTo(families, family, operation);
    }
    return keep(this, "families", families);
  }

  /** Where extensions name operations, by the id they give. */
  get operationMentions(): ReadonlyMap<string, readonly Pointer[]> {
    return keep(this, "operationMentions", readOperationMentions(this));
  }

  /** Every parameter once, at the place where it is declared. */
  get parameters(): readonly Parameter[] {
    const all = new Set<Parameter>(this.sharedParameters.values());
    for (const pathItem of this.pathItems) for (const own of pathItem.ownParameters) all.add(own);
    for (const operation of this.operations)
      for (const own of operation.ownParameters) all.add(own);
    return keep(this, "parameters", [...all]);
  }

  get parameterUsers(): ReadonlyMap<Parameter, readonly Operation[]> {
    const users = new Map<Parameter, Operation[]>();
    for (const operation of this.operations)
      for (const parameter of new Set(operation.parameters)) appendTo(users, parameter, operation);
    return keep(this, "parameterUsers", users);
  }

  /** What a reference to a shared parameter or response stands for, over any number of steps. */
  shared<Shared extends { pointer: Pointer }>(
    ref: string,
    among: ReadonlyMap<string, Shared>,
  ): Shared | undefined {
    const pointer = localPointer(ref);
    const end = pointer === undefined ? undefined : follow(this.value, pointer);
    const found = end && among.get(lastSegment(end.pointer));
    // Another section may have an entry of the same name.
    return found?.pointer === end?.pointer ? found : undefined;
  }

  /** The entries of the root's `parameters`, by name. */
  get sharedParameters(): ReadonlyMap<string, Parameter> {
    const shared = new Map<string, Parameter>();
    for (const [name, value] of Object.entries(asObject(this.value.parameters)))
      if (isObject(value) && !isReference(value))
        shared.set(name, new Parameter(this, child("/parameters", name), value));
    return keep(this, "sharedParameters", shared);
  }

  /** Every response once, at the place where it is declared. */
  get responses(): readonly Response[] {
    const all = new Set<Response>(this.sharedResponses.values());
    for (const operation of this.operations)
      for (const response of operation.responses) all.add(response.declared);
    return keep(this, "responses", [...all]);
  }

  get responseUses(): ReadonlyMap<Response, readonly OperationResponse[]> {
    const uses = new Map<Response, OperationResponse[]>();
    for (const operation of this.operations)
      for (const response of operation.responses) appendTo(uses, response.declared, response);
    return keep(this, "responseUses", uses);
  }

  /** The entries of the root's `responses`, by name. */
  get sharedResponses(): ReadonlyMap<string, Response> {
    const shared = new Map<string, Response>();
    for (const [name, value] of Object.entries(asObject(this.value.responses)))
      if (isObject(value) && !isReference(value))
        shared.set(name, new Response(this, child("/responses", name), value));
    return keep(this, "sharedResponses", shared);
  }

  /** Every schema, parameter and header that has a type, once, with where it is used. */
  get schemas(): readonly Schema[] {
    return this.schemaGraph.schemas;
  }

  get schemaGraph(): SchemaGraph {
    return keep(this, "schemaGraph", new SchemaGraph(this));
  }

  /** How large each of the schemas is, references followed. */
  get schemaSizes(): ReadonlyMap<Schema, SchemaSize> {
    return keep(this, "schemaSizes", measureSchemas(this.schemas));
  }

  /** The schema declared at `pointer`. */
  schemaAt(pointer: Pointer): Schema | undefined {
    return this.schemaGraph.at(pointer);
  }

  /** Every `$ref` where Swagger allows one. */
  get references(): readonly Reference[] {
    return keep(this, "references", readReferences(this));
  }

  /** What the root and the operations ask of each security scheme they name. */
  get securityRequirements(): readonly SecurityRequirement[] {
    return keep(this, "securityRequirements", readSecurityRequirements(this));
  }

  /** Every text that the designers show. */
  get makerTexts(): readonly MakerText[] {
    return keep(this, "makerTexts", readMakerTexts(this));
  }

  /** Every place where an extension calls another operation. */
  get dynamicReferences(): readonly DynamicReference[] {
    return keep(this, "dynamicReferences", readDynamicReferences(this));
  }
}

/** One path with the operations and parameters under it. */
export class PathItem {
  readonly pointer: Pointer;

  constructor(
    readonly definition: ApiDefinition,
    /** The template, such as `/tickets/{id}`. */
    readonly path: string,
    readonly value: JsonObject,
  ) {
    this.pointer = child("/paths", path);
  }

  get operations(): readonly Operation[] {
    const operations = methods.flatMap((method) => {
      const value = member(this.value, method);
      return isObject(value) ? [new Operation(this, method, value)] : [];
    });
    // In the order in which the author wrote them.
    const order = Object.keys(this.value);
    operations.sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
    return keep(this, "operations", operations);
  }

  /** The parameters of all its operations, `$ref`s followed. */
  get parameters(): readonly Parameter[] {
    return this.parameterEntries.map(({ declared }) => declared);
  }

  /** The items of its own list that tell a parameter. */
  get parameterEntries(): readonly ParameterEntry[] {
    return keep(
      this,
      "parameterEntries",
      readParameters(this.definition, this.pointer, this.value.parameters),
    );
  }

  /** The parameters that are declared here and not shared by reference. */
  get ownParameters(): readonly Parameter[] {
    return ownOf(this.parameterEntries);
  }

  /** The names between braces, in order, repeated when the path repeats them. */
  get templateNames(): readonly string[] {
    const names = [...this.path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
    return keep(this, "templateNames", names);
  }

  /** The payload that a service posts to a flow: `x-ms-notification-content`. */
  get notificationContent(): JsonObject | undefined {
    const value = this.value["x-ms-notification-content"];
    return isObject(value) ? value : undefined;
  }
}

export class Operation {
  readonly pointer: Pointer;

  constructor(
    readonly pathItem: PathItem,
    readonly method: Method,
    readonly value: JsonObject,
  ) {
    this.pointer = child(pathItem.pointer, method);
  }

  get definition(): ApiDefinition {
    return this.pathItem.definition;
  }

  get path(): string {
    return this.pathItem.path;
  }

  /** The `operationId`, when it is a text. */
  get id(): string | undefined {
    return asString(this.value.operationId);
  }

  /** What a message calls the operation: its id, else its method and path. */
  get label(): string {
    return this.id ? `"${this.id}"` : `${this.method.toUpperCase()} ${this.path}`;
  }

  get summary(): string | undefined {
    return asString(this.value.summary);
  }

  get description(): string | undefined {
    return asString(this.value.description);
  }

  get visibility(): Visibility | undefined {
    return visibilityOf(this.value);
  }

  /** Internal operations are called by others and never shown to makers. */
  get isInternal(): boolean {
    return this.visibility === "internal";
  }

  get isDeprecated(): boolean {
    return this.value.deprecated === true;
  }

  /** Whether it takes the messages of assistants to an MCP server. */
  get isMcpServer(): boolean {
    return "x-ms-agentic-protocol" in this.value;
  }

  /** The effective parameters: those of the path item and its own, which win; `$ref`s followed. */
  get parameters(): readonly Parameter[] {
    return keep(
      this,
      "parameters",
      this.effectiveParameters.map(({ declared }) => declared),
    );
  }

  /** Where each of the effective parameters is listed: in the path item or in the operation. */
  get effectiveParameters(): readonly ParameterEntry[] {
    const own = this.parameterEntries;
    const names = new Set(own.map(({ declared }) => declared.key));
    const inherited = this.pathItem.parameterEntries.filter(
      ({ declared: { key } }) => key === undefined || !names.has(key),
    );
    return keep(this, "effectiveParameters", [...inherited, ...own]);
  }

  /** The items of its own list that tell a parameter; one twice when it is listed twice. */
  get parameterEntries(): readonly ParameterEntry[] {
    return keep(
      this,
      "parameterEntries",
      readParameters(this.definition, this.pointer, this.value.parameters),
    );
  }

  /** The parameters that are declared in the operation itself. */
  get ownParameters(): readonly Parameter[] {
    return ownOf(this.parameterEntries);
  }

  /** Whether its list or that of its path item holds something that tells no parameter. */
  get hasUnknownParameters(): boolean {
    if (isReference(this.pathItem.value)) return true;
    return [this, this.pathItem].some(
      ({ value, parameterEntries }) =>
        (value.parameters !== undefined && !Array.isArray(value.parameters)) ||
        asArray(value.parameters).length > parameterEntries.length,
    );
  }

  get body(): Parameter | undefined {
    return this.parameters.find((parameter) => parameter.in === "body");
  }

  /** The keys of its responses, also of those that say nothing, as a broken `$ref` does. */
  get responseCodes(): readonly string[] {
    return Object.keys(asObject(this.value.responses)).filter((code) => !code.startsWith("x-"));
  }

  /** The responses by status code, `$ref`s followed. */
  get responses(): readonly OperationResponse[] {
    const values = asObject(this.value.responses);
    const responses = this.responseCodes.flatMap((code) => {
      const value = values[code];
      if (!isObject(value)) return [];
      const pointer = child(this.pointer, "responses", code);
      const declared = isReference(value)
        ? this.definition.shared(value.$ref, this.definition.sharedResponses)
        : new Response(this.definition, pointer, value);
      return declared === undefined ? [] : [{ operation: this, code, pointer, declared }];
    });
    return keep(this, "responses", responses);
  }

  /** The schema that a maker sees as the result: that of the first 2xx response that has one. */
  get resultSchema(): Schema | undefined {
    const response = this.responses.find(
      ({ code, declared }) => /^2\d\d$/.test(code) && isObject(declared.value.schema),
    );
    return response && this.definition.schemaAt(child(response.declared.pointer, "schema"));
  }

  /** The media types in force: the operation's own, else those of the root. */
  get consumes(): readonly string[] {
    return strings(this.value.consumes ?? this.definition.value.consumes);
  }

  get produces(): readonly string[] {
    return strings(this.value.produces ?? this.definition.value.produces);
  }

  /** `single` for webhooks, `batch` for polling; other texts are faults and no trigger. */
  get trigger(): "single" | "batch" | undefined {
    const value = this.value["x-ms-trigger"];
    return value === "single" || value === "batch" ? value : undefined;
  }

  /** Whether it is a trigger that the service calls; the other triggers are polled. */
  get isWebhook(): boolean {
    if (this.trigger === undefined) return false;
    return (
      this.pathItem.notificationContent !== undefined ||
      this.notificationUrls.length > 0 ||
      (this.trigger === "single" && this.method !== "get")
    );
  }

  /** The properties of its body that take the callback address of a flow. */
  get notificationUrls(): readonly Schema[] {
    return this.notificationUrlChains.map((chain) => chain.at(-1)!.resolved ?? chain.at(-1)!);
  }

  /** The schemas from its body down to each property that takes the callback address, as declared. */
  get notificationUrlChains(): readonly (readonly Schema[])[] {
    const schema = this.body?.schema;
    const chains = schema?.chainsTo(({ value }) => value["x-ms-notification-url"] === true) ?? [];
    return keep(this, "notificationUrlChains", chains);
  }

  /** The revision of a family of operations: `x-ms-api-annotation`. */
  get annotation(): { family?: string; revision?: number; status?: string } {
    const value = asObject(this.value["x-ms-api-annotation"]);
    return {
      ...(typeof value.family === "string" && { family: value.family }),
      ...(typeof value.revision === "number" && { revision: value.revision }),
      ...(typeof value.status === "string" && { status: value.status }),
    };
  }

  at(...segments: (string | number)[]): Pointer {
    return child(this.pointer, ...segments);
  }
}

/** An item of a `parameters` list and the parameter it tells, which others may share. */
export interface ParameterEntry {
  /** The place in the list. */
  pointer: Pointer;
  declared: Parameter;
}

/** A response of one operation: its code and where it is declared, which others may share. */
export interface OperationResponse {
  operation: Operation;
  code: string;
  /** The place in the operation. */
  pointer: Pointer;
  declared: Response;
}

/** A response at the place where it is declared, with the operations that give it. */
export class Response {
  constructor(
    readonly definition: ApiDefinition,
    readonly pointer: Pointer,
    readonly value: JsonObject,
  ) {}

  get uses(): readonly OperationResponse[] {
    return this.definition.responseUses.get(this) ?? [];
  }
}

/** A parameter at the place where it is declared, with the operations that use it. */
export class Parameter {
  constructor(
    readonly definition: ApiDefinition,
    readonly pointer: Pointer,
    readonly value: JsonObject,
  ) {}

  get name(): string | undefined {
    return asString(this.value.name);
  }

  get in(): string | undefined {
    return asString(this.value.in);
  }

  /** What tells it from the other parameters of an operation, when it has it. */
  get key(): string | undefined {
    return this.name === undefined || this.in === undefined ? undefined : `${this.in} ${this.name}`;
  }

  /** What a message calls it: `query parameter "page"`. */
  get label(): string {
    const location = this.in === "formData" ? "form data" : this.in;
    const name = this.name === undefined ? undefined : `"${this.name}"`;
    return [location, "parameter", name].filter((part) => part !== undefined).join(" ");
  }

  get type(): string | undefined {
    return asString(this.value.type);
  }

  get isRequired(): boolean {
    return this.value.required === true;
  }

  /** The schema of a body, as declared; the other parameters say their types themselves. */
  get schema(): Schema | undefined {
    return this.definition.schemaAt(this.at("schema"));
  }

  get visibility(): Visibility | undefined {
    return visibilityOf(this.value);
  }

  get operations(): readonly Operation[] {
    return this.definition.parameterUsers.get(this) ?? [];
  }

  /** Whether makers see it: neither it nor every operation that uses it is internal. */
  get isVisible(): boolean {
    return this.visibility !== "internal" && this.operations.some(({ isInternal }) => !isInternal);
  }

  at(...segments: (string | number)[]): Pointer {
    return child(this.pointer, ...segments);
  }
}

export function visibilityOf(value: JsonObject): Visibility | undefined {
  const visibility = value["x-ms-visibility"];
  return visibility === "important" || visibility === "advanced" || visibility === "internal"
    ? visibility
    : undefined;
}

function readParameters(
  definition: ApiDefinition,
  owner: Pointer,
  list: unknown,
): ParameterEntry[] {
  return asArray(list).flatMap((value, index) => {
    if (!isObject(value)) return [];
    const pointer = child(owner, "parameters", index);
    const declared = isReference(value)
      ? definition.shared(value.$ref, definition.sharedParameters)
      : new Parameter(definition, pointer, value);
    return declared === undefined ? [] : [{ pointer, declared }];
  });
}

function ownOf(entries: readonly ParameterEntry[]): Parameter[] {
  return entries.flatMap(({ pointer, declared }) =>
    declared.pointer === pointer ? [declared] : [],
  );
}
