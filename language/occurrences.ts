import type { ApiDefinition, Operation, Parameter, PathItem } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";
import { type Connector, type ConnectorFile, readmeKinds } from "../connector/connector.js";
import { followExpectations } from "../connector/dynamicReference.js";
import type { Part as KeyOrValue } from "../connector/json.js";
import { appendTo, keep, once } from "../connector/keep.js";
import { operationIdsIn } from "../connector/operationMention.js";
import { child, type Pointer, segments } from "../connector/pointer.js";
import { referenceTo } from "../connector/reference.js";
import type { Schema } from "../connector/schema.js";
import type { Span } from "../connector/text.js";
import { asArray, asObject, asString } from "../connector/values.js";
import { oAuthSettingsOf } from "../rulesets/oAuthSettings.js";

/** What has a name by which others call it. */
export const nameKinds = [
  "operation",
  "definition",
  "parameter",
  "response",
  "operationParameter",
  "property",
  "connectionParameter",
  "connectionParameterSet",
  "securityScheme",
  "tag",
] as const;
export type NameKind = (typeof nameKinds)[number];

/** Something that has a name: all its occurrences have the same one. */
export interface Named {
  kind: NameKind;
  name: string;
  /** What tells it from others of its kind and name: where a parameter of an operation or a property is declared. */
  scope: Pointer;
}

/** A place where a name stands. */
export interface Occurrence extends Named {
  /** It is what others call, not a call. */
  isDeclaration: boolean;
  file: ConnectorFile;
  /** The name alone, without quotes, in the text of the file. */
  readonly span: Span;
  /** What the name belongs to, or the value that it is; nothing in files that are no JSON. */
  pointer: Pointer | undefined;
  /** The text that stands there for another name. */
  write(name: string): string;
}

/** All names of a connector, and where they stand. */
export class Occurrences {
  private readonly byName = new Map<string, Occurrence[]>();
  private readonly byPlace = new Map<string, Occurrence[]>();

  constructor(readonly all: readonly Occurrence[]) {
    for (const occurrence of all) {
      appendTo(this.byName, keyOf(occurrence), occurrence);
      appendTo(this.byPlace, placeOf(occurrence.file, occurrence.pointer), occurrence);
    }
  }

  /** Everywhere where the same thing is named, declarations among them. */
  of(named: Named): readonly Occurrence[] {
    return this.byName.get(keyOf(named)) ?? [];
  }

  /** What is named at an offset of a file; the end of a name counts as part of it. */
  at(file: ConnectorFile, offset: number): Occurrence | undefined {
    const pointer = file.isJson ? file.json.pointerAt(offset) : undefined;
    const here = this.byPlace.get(placeOf(file, pointer)) ?? [];
    return here.find(({ span }) => offset >= span.offset && offset <= span.offset + span.length);
  }
}

/** The names of a connector; computed once. */
export const occurrencesOf: (connector: Connector) => Occurrences = once(
  (connector) => new Occurrences(readOccurrences(connector)),
);

function keyOf({ kind, name, scope }: Named): string {
  return `${kind} ${scope} ${name}`;
}

function placeOf({ kind }: ConnectorFile, pointer: Pointer | undefined): string {
  return `${kind} ${pointer ?? ""}`;
}

/** Adds the place of a name in a JSON file. */
type Add = (named: Named, pointer: Pointer, how?: How) => void;

/** How a name stands at a pointer. */
interface How {
  isDeclaration?: boolean;
  /** Whether it is the name of the member or its value. */
  part?: KeyOrValue;
  /** The part of what the text says that is the name; all of it when absent. */
  inside?: Span;
  /** What the text says there for another name. */
  write?(name: string): string;
}

function readOccurrences(connector: Connector): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const addTo = (file: ConnectorFile | undefined): Add =>
    file === undefined
      ? () => {}
      : (named, pointer, how = {}) =>
          void occurrences.push(new JsonOccurrence(file, named, pointer, how));
  const inDefinition = addTo(connector.file("apiDefinition"));
  const inProperties = addTo(connector.file("apiProperties"));
  const { apiDefinition: definition, apiProperties: properties } = connector;
  if (definition !== undefined) {
    readDefinition(definition, inDefinition);
    readOperationParameters(definition, properties, inDefinition, inProperties);
    readSchemaProperties(definition, inDefinition);
  }
  if (properties !== undefined) readProperties(properties, inProperties);
  return [...occurrences, ...readScript(connector), ...readReadmes(connector)];
}

function readDefinition(definition: ApiDefinition, add: Add): void {
  const { value, operations } = definition;
  for (const operation of operations)
    if (operation.id)
      add(named("operation", operation.id), operation.at("operationId"), { isDeclaration: true });
  for (const [id, pointers] of definition.operationMentions)
    for (const pointer of pointers) add(named("operation", id), pointer);
  for (const [section, kind] of kindsOfSections)
    for (const name of Object.keys(asObject(value[section])))
      add(named(kind, name), child("", section, name), { isDeclaration: true, part: "key" });
  for (const { pointer, ref, target = "" } of definition.references) {
    const [section = "", name, ...rest] = segments(target);
    const kind = kindsOfSections.get(section);
    const start = `#/${section}/`;
    // One that leads further, or is written with other escapes, is none that a new name could be put in.
    if (kind === undefined || name === undefined || rest.length > 0 || !ref.startsWith(start))
      continue;
    add(named(kind, name), child(pointer, "$ref"), {
      inside: { offset: start.length, length: ref.length - start.length },
      write: (other) => referenceTo(child("", other)).slice(2),
    });
  }
  for (const { name, pointer } of definition.securityRequirements)
    add(named("securityScheme", name), pointer, { part: "key" });
  for (const [index, tag] of asArray(value.tags).entries()) {
    const name = asString(asObject(tag).name);
    if (name !== undefined)
      add(named("tag", name), child("/tags", index, "name"), { isDeclaration: true });
  }
  for (const operation of operations)
    for (const [index, tag] of asArray(operation.value.tags).entries())
      if (typeof tag === "string") add(named("tag", tag), operation.at("tags", index));
}

function readProperties(properties: ApiProperties, add: Add): void {
  for (const { name, pointer } of properties.operationNames) add(named("operation", name), pointer);
  for (const { name, pointer } of properties.connectionParameters)
    add(named("connectionParameter", name), pointer, { isDeclaration: true, part: "key" });
  for (const { name, pointer, call } of properties.connectionParameterUses) {
    const declared = properties.connectionParameters.map((parameter) => parameter.name);
    const meant = declared.includes(name)
      ? name
      : declared.find((each) => each.toLowerCase() === name.toLowerCase());
    add(named("connectionParameter", meant ?? name), pointer, {
      inside: withoutQuotes(call.arguments[0]!),
    });
  }
  readSignIns(properties, add);
  const { values } = asObject(properties.properties.connectionParameterSets);
  for (const [index, set] of asArray(values).entries()) {
    const name = asString(asObject(set).name);
    const pointer = child("/properties/connectionParameterSets/values", index, "name");
    if (name !== undefined)
      add(named("connectionParameterSet", name), pointer, { isDeclaration: true });
  }
}

/** Where sign-ins are filled with what users enter for them: `{host}` stands for the connection parameter `token:host`. */
function readSignIns({ connectionParameters }: ApiProperties, add: Add): void {
  for (const parameter of connectionParameters) {
    const settings = oAuthSettingsOf(parameter);
    for (const key of Object.keys(settings?.customParameters ?? {})) {
      const { value = "", pointer } = settings!.custom(key)!;
      for (const { 1: part = "", index } of value.matchAll(/\{([\w-]+)\}/g)) {
        const wanted = `${parameter.name}:${part}`.toLowerCase();
        const entered = connectionParameters.find(
          ({ name, set }) => set === parameter.set && name.toLowerCase() === wanted,
        );
        if (entered !== undefined)
          add(named("connectionParameter", entered.name), pointer, {
            inside: { offset: index + 1, length: part.length },
            write: (other) => other.slice(other.indexOf(":") + 1),
          });
      }
    }
  }
}

/**
 * The parameters of operations: where they are declared, in the templates of paths, and where dynamic references and
 * policies call them. A template is shared by the operations of its path, so the parameters that they declare for the
 * same part of it are one; so are those that one place calls for several operations.
 */
function readOperationParameters(
  definition: ApiDefinition,
  properties: ApiProperties | undefined,
  add: Add,
  addInProperties: Add,
): void {
  const groups = new Groups();
  const partOf = (pathItem: PathItem, name: string) => child(pathItem.pointer, "{}", name);
  const inPath = (parameter: Parameter, pathItem: PathItem) =>
    parameter.in === "path" && pathItem.templateNames.includes(parameter.name ?? "");
  for (const operation of definition.operations)
    for (const parameter of operation.parameters)
      if (inPath(parameter, operation.pathItem))
        groups.join(partOf(operation.pathItem, parameter.name!), parameter.pointer);
  for (const pathItem of definition.pathItems)
    for (const parameter of pathItem.parameters)
      if (inPath(parameter, pathItem))
        groups.join(partOf(pathItem, parameter.name!), parameter.pointer);
  /** The path parameter of a name; those of several operations that are called at one place are one. */
  const inPaths = (operations: readonly Operation[], name: string) => {
    const [first, ...others] = operations.flatMap(({ parameters }) =>
      parameters.filter((each) => each.in === "path" && each.name === name),
    );
    for (const other of others) groups.join(first!.pointer, other.pointer);
    return first;
  };
  for (const { sources, parameters } of definition.dynamicReferences)
    for (const { passes } of parameters)
      if (passes.what === "source") inPaths(sources, passes.name);
  const routed = (properties?.policies ?? []).flatMap((policy) => {
    const operations = policy.operationsOf(definition);
    return policy.routeVariables.flatMap(({ name, ...inside }) => {
      const meant = inPaths(operations, name);
      return meant === undefined ? [] : [{ meant, pointer: policy.at("newPath"), inside }];
    });
  });
  const called = ({ name, pointer }: Parameter) =>
    named("operationParameter", name!, groups.of(pointer));

  for (const parameter of definition.parameters)
    if (parameter.name) add(called(parameter), parameter.at("name"), { isDeclaration: true });
  for (const pathItem of definition.pathItems)
    for (const { 0: all, 1: name = "", index } of pathItem.path.matchAll(/\{([^{}]+)\}/g)) {
      const part = partOf(pathItem, name);
      if (groups.has(part))
        add(named("operationParameter", name, groups.of(part)), pathItem.pointer, {
          part: "key",
          inside: { offset: index + 1, length: all.length - 2 },
        });
    }
  const find = (operations: readonly Operation[], name: string) =>
    operations.flatMap(({ parameters }) => parameters).find((each) => each.name === name);
  for (const { target, sources, parameters } of definition.dynamicReferences)
    for (const { name, pointer, passes } of parameters) {
      const passedTo = target && find([target], name);
      if (passedTo !== undefined) add(called(passedTo), pointer, { part: "key" });
      const source = passes.what === "source" ? find(sources, passes.name) : undefined;
      if (source !== undefined) add(called(source), passes.pointer);
    }
  for (const { meant, pointer, inside } of routed)
    addInProperties(called(meant), pointer, { inside });
}

/** The properties that something calls: those that an object requires, and where dynamic references find what they need. */
function readSchemaProperties(definition: ApiDefinition, add: Add): void {
  const called = new Map<Pointer, Schema>();
  const call = (property: Schema | undefined, pointer: Pointer, inside?: Span) => {
    if (property?.propertyName === undefined) return;
    called.set(property.pointer, property);
    const { propertyName, pointer: scope } = property;
    add(named("property", propertyName, scope), pointer, inside && { inside });
  };
  for (const schema of definition.schemas)
    for (const [index, name] of asArray(schema.value.required).entries())
      if (typeof name === "string" && schema.kind === "schema")
        call(schema.properties.get(name), schema.at("required", index));
  for (const reference of definition.dynamicReferences)
    for (const { expectation, steps } of followExpectations(reference)) {
      const { pointer, path } = expectation;
      if (pointer === undefined) continue;
      let offset = 0;
      let step = 0;
      for (const name of path.split("/")) {
        if (name !== "") call(steps[step++], pointer, { offset, length: name.length });
        offset += name.length + 1;
      }
    }
  for (const [pointer, { propertyName }] of called)
    add(named("property", propertyName!, pointer), pointer, { isDeclaration: true, part: "key" });
}

function readScript(connector: Connector): Occurrence[] {
  const file = connector.file("script");
  const ids = connector.script?.operationIds;
  if (file === undefined || ids === undefined) return [];
  // A constant that is compared in several places stands in one.
  const byOffset = new Map(ids.map((id) => [id.offset, id]));
  return [...byOffset.values()].map(({ value, ignoresCase, offset, length }) => {
    const ids = ignoresCase ? connector.apiDefinition?.operationsIgnoringCase(value) : undefined;
    return {
      ...named("operation", ids?.[0]?.id ?? value),
      isDeclaration: false,
      file,
      span: { offset, length },
      pointer: undefined,
      // What is compared may have been made lower case before.
      write: (name) => (ignoresCase && value === value.toLowerCase() ? name.toLowerCase() : name),
    };
  });
}

function readReadmes({ apiDefinition, all }: Connector): Occurrence[] {
  const readmes = all.filter(({ kind }) => readmeKinds.includes(kind));
  return readmes.flatMap((file) =>
    (apiDefinition ? operationIdsIn(file.text, apiDefinition) : []).map(({ id, ...span }) => ({
      ...named("operation", id),
      isDeclaration: false,
      file,
      span,
      pointer: undefined,
      write: (name: string) => name,
    })),
  );
}

function withoutQuotes({ offset, length }: Span): Span {
  return { offset: offset + 1, length: length - 2 };
}

/** Which places are about the same thing: sets that are joined, each told by one of its members. */
class Groups {
  private readonly above = new Map<Pointer, Pointer>();

  has(member: Pointer): boolean {
    return this.above.has(member);
  }

  of(member: Pointer): Pointer {
    let top = member;
    for (
      let next = this.above.get(top);
      next !== undefined && next !== top;
      next = this.above.get(top)
    )
      top = next;
    return top;
  }

  join(one: Pointer, other: Pointer): void {
    const top = this.of(one);
    this.above.set(top, this.above.get(top) ?? top);
    this.above.set(this.of(other), top);
  }
}

/** The sections of a definition whose members are called by reference or by name. */
const kindsOfSections: ReadonlyMap<string, NameKind> = new Map([
  ["definitions", "definition"],
  ["parameters", "parameter"],
  ["responses", "response"],
  ["securityDefinitions", "securityScheme"],
]);

function named(kind: NameKind, name: string, scope: Pointer = ""): Named {
  return { kind, name, scope };
}

/** A name in a JSON file, whose place is looked up only when it is asked for. */
class JsonOccurrence implements Occurrence {
  readonly kind: NameKind;
  readonly name: string;
  readonly scope: Pointer;
  readonly isDeclaration: boolean;

  constructor(
    readonly file: ConnectorFile,
    { kind, name, scope }: Named,
    readonly pointer: Pointer,
    private readonly how: How,
  ) {
    this.kind = kind;
    this.name = name;
    this.scope = scope;
    this.isDeclaration = how.isDeclaration === true;
  }

  get span(): Span {
    const { json } = this.file;
    const node = this.how.part === "key" ? json.key(this.pointer) : json.node(this.pointer);
    const { offset, length } = this.how.inside ?? { offset: 0, length: undefined };
    const found =
      node?.type === "string"
        ? json.spanInside(node, offset, length)
        : { offset: node?.offset ?? 0, length: 0 };
    return keep(this, "span", found);
  }

  write(name: string): string {
    return JSON.stringify(this.how.write?.(name) ?? name).slice(1, -1);
  }
}
