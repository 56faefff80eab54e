import type { ApiDefinition, Operation, Parameter } from "./apiDefinition.js";
import { appendTo, keep } from "./keep.js";
import { child, lastSegment, type Pointer, parent as parentOf } from "./pointer.js";
import { isReference, localPointer } from "./reference.js";
import { asObject, asString, isObject, type JsonObject, strings } from "./values.js";

/** The keywords of a schema that hold schemas. */
const schemaKeywords = ["items", "additionalProperties", "not", "allOf", "anyOf", "oneOf"] as const;
export type SchemaKeyword = "properties" | (typeof schemaKeywords)[number];

/** Nobody builds schemas on one another over more steps; following them would only cost time. */
export const maximumComposition = 100;

/** Something with a type: a schema, or a parameter or header that says its type itself. */
export class Schema {
  constructor(
    private readonly graph: SchemaGraph,
    readonly kind: "schema" | "parameter" | "header",
    readonly pointer: Pointer,
    readonly value: JsonObject,
    /** The tree it stands in: a definition, or what one body, response or parameter declares inline. */
    readonly component: Component,
    /** The schema it is written in. */
    readonly parent: Schema | undefined,
    /** Under which of the keywords of `parent` it is written. */
    readonly keyword: SchemaKeyword | undefined,
    /** Its name when it is a property of `parent`. */
    readonly propertyName: string | undefined,
  ) {}

  /** The schemas written directly in it, in order. */
  readonly nested: Schema[] = [];

  /** What a message calls it: `property "status"`, `definition "Ticket"`. */
  get label(): string {
    if (this.propertyName !== undefined) return `property "${this.propertyName}"`;
    if (this.parent !== undefined) {
      const { label } = this.parent;
      const hasName = /^(?:property|definition|header|parameter)\b/.test(label);
      const owner = hasName ? label : `the ${label.replace(/^schema of the items/, "items")}`;
      return this.keyword === "items"
        ? `schema of the items of ${owner}`
        : `${this.keyword} schema of ${owner}`;
    }
    if (this.kind === "header") return `header "${lastSegment(this.pointer)}"`;
    if (this.kind === "parameter")
      return typeof this.value.name === "string" ? `parameter "${this.value.name}"` : "parameter";
    const owner = parentOf(this.pointer);
    if (owner === "/definitions") return `definition "${lastSegment(this.pointer)}"`;
    if (parentOf(owner).endsWith("/responses")) return `schema of response "${lastSegment(owner)}"`;
    return lastSegment(owner) === "x-ms-notification-content"
      ? "schema of the notification"
      : "schema of the body";
  }

  get type(): string | undefined {
    return asString(this.value.type);
  }

  /** The schema that a `$ref` stands for, over any number of steps; itself when it is none. */
  get resolved(): Schema | undefined {
    return keep(this, "resolved", this.graph.resolve(this));
  }

  get isReference(): boolean {
    return isReference(this.value);
  }

  /** Used by a request. */
  get isInput(): boolean {
    return this.component.isInput;
  }

  /** Used by a response or by the payload of a webhook. */
  get isOutput(): boolean {
    return this.component.isOutput;
  }

  /** Nothing leads to it. */
  get isUnreferenced(): boolean {
    return !this.component.isInput && !this.component.isOutput && !this.component.isHeader;
  }

  /** The operations through which it is used. */
  get operations(): readonly Operation[] {
    return this.graph.users.get(this.component) ?? [];
  }

  /** Whether a parameter is required, or a property wherever its object is used. */
  get isRequired(): boolean {
    return this.kind === "parameter"
      ? this.value.required === true
      : this.graph.requirement(this).isEverywhere;
  }

  /**
   * The object that requires a property: the one it is written in, a part of that, or one that has
   * it as a part; the first when there are several.
   */
  get requirer(): Schema | undefined {
    return this.graph.requirement(this).requirer;
  }

  /** The schema whose `allOf` lists it. */
  get composed(): Schema | undefined {
    return this.keyword === "allOf" ? this.parent : undefined;
  }

  /** Whether itself or something it is written in is hidden from makers. */
  get isInternal(): boolean {
    return this.value["x-ms-visibility"] === "internal" || this.parent?.isInternal === true;
  }

  /** Whether an extension says at design time what it looks like. */
  get isDynamic(): boolean {
    return "x-ms-dynamic-schema" in this.value || "x-ms-dynamic-properties" in this.value;
  }

  /**
   * What it consists of: the schema that its reference stands for and every part of `allOf`, those
   * of a part before it. Parts that lead nowhere are left out.
   */
  get parts(): readonly Schema[] {
    const visited = new Set<Schema>();
    const parts: Schema[] = [];
    const collect = (schema: Schema | undefined, depth: number) => {
      const target = schema?.resolved;
      if (target === undefined || visited.has(target) || depth > maximumComposition) return;
      visited.add(target);
      for (const part of target.children("allOf")) collect(part, depth + 1);
      parts.push(target);
    };
    collect(this, 1);
    return keep(this, "parts", parts);
  }

  /** The properties it has, those of references and of every part of `allOf` included. */
  get properties(): ReadonlyMap<string, Schema> {
    const properties = new Map<string, Schema>();
    for (const part of this.parts)
      for (const property of part.children("properties"))
        properties.set(property.propertyName!, property);
    return keep(this, "properties", properties);
  }

  /** Whether it, or a part of it, requires a property. */
  requires(name: string): boolean {
    return this.requiredNames.has(name);
  }

  /** The properties that it and its parts require. */
  get requiredNames(): ReadonlySet<string> {
    const names = new Set(this.parts.flatMap(({ value }) => strings(value.required)));
    return keep(this, "requiredNames", names);
  }

  /**
   * The schemas that `isWanted` says, each with those it is written in from this one on, references
   * followed. One that can be reached in several ways is told once.
   */
  chainsTo(isWanted: (schema: Schema) => boolean): Schema[][] {
    const chains: Schema[][] = [];
    const visited = new Set<Schema>();
    const pending: Schema[][] = [[this]];
    // Grows while it is walked, so that the shortest way to each is found first.
    for (const chain of pending) {
      const schema = chain.at(-1)!;
      if (isWanted(schema) || (schema.isReference && schema.resolved && isWanted(schema.resolved)))
        chains.push(chain);
      for (const part of schema.parts) {
        if (visited.has(part)) continue;
        visited.add(part);
        for (const keyword of ["properties", "items", "additionalProperties"] as const)
          for (const next of part.children(keyword)) pending.push([...chain, next]);
      }
    }
    return chains;
  }

  /** The schema of the items of an array, references followed. */
  get items(): Schema | undefined {
    return this.resolved?.children("items")[0]?.resolved;
  }

  /** The schemas written directly under one of its keywords. */
  children(keyword: SchemaKeyword): readonly Schema[] {
    return this.nested.filter((part) => part.keyword === keyword);
  }

  at(...segments: (string | number)[]): Pointer {
    return child(this.pointer, ...segments);
  }
}

/** A tree of schemas that is used as a whole, and the definitions it refers to. */
export class Component {
  isInput = false;
  isOutput = false;
  isHeader = false;
  /** The schemas in it, itself first. */
  readonly schemas: Schema[] = [];
  /** Where the references in it lead. */
  readonly references = new Set<Pointer>();
}

type Usage = "isInput" | "isOutput" | "isHeader";

/**
 * All schemas of a definition and who uses them. Each is read once, where it is declared;
 * references are edges between the trees, so a cycle is nothing special.
 */
export class SchemaGraph {
  readonly schemas: Schema[] = [];
  private readonly byPointer = new Map<Pointer, Schema>();
  /** What references stand for, as far as that was asked. */
  private readonly ends = new Map<Schema, Schema | undefined>();

  constructor(private readonly definition: ApiDefinition) {
    const { value } = definition;
    for (const [name, schema] of Object.entries(asObject(value.definitions)))
      this.read("schema", child("/definitions", name), schema);
    const uses: { component: Component | undefined; usage: Usage }[] = [];
    for (const parameter of definition.parameters)
      uses.push({ component: this.readParameter(parameter), usage: "isInput" });
    for (const { pointer, value } of definition.responses) {
      const component = this.read("schema", child(pointer, "schema"), value.schema);
      uses.push({ component, usage: "isOutput" });
      for (const [name, header] of Object.entries(asObject(value.headers))) {
        const component = this.read("header", child(pointer, "headers", name), header);
        uses.push({ component, usage: "isHeader" });
      }
    }
    for (const { pointer, notificationContent } of definition.pathItems) {
      const at = child(pointer, "x-ms-notification-content", "schema");
      const component = this.read("schema", at, notificationContent?.schema);
      uses.push({ component, usage: "isOutput" });
    }
    // Only now: a reference may lead to any of the trees.
    for (const { component, usage } of uses) this.use(component, usage);
  }

  at(pointer: Pointer): Schema | undefined {
    return this.byPointer.get(pointer);
  }

  resolve(schema: Schema): Schema | undefined {
    const visited = new Set<Schema>();
    let at: Schema | undefined = schema;
    while (at !== undefined && isReference(at.value) && !this.ends.has(at)) {
      // One that leads back to itself stands for nothing.
      if (visited.has(at)) {
        at = undefined;
        break;
      }
      visited.add(at);
      const pointer = localPointer(at.value.$ref);
      at = pointer === undefined ? undefined : this.at(pointer);
    }
    const end = at !== undefined && this.ends.has(at) ? this.ends.get(at) : at;
    for (const each of visited) this.ends.set(each, end);
    return end;
  }

  /** The schemas whose `allOf` refers to each. */
  get composers(): ReadonlyMap<Schema, readonly Schema[]> {
    const composers = new Map<Schema, Schema[]>();
    for (const { composed, isReference, resolved } of this.schemas)
      if (composed !== undefined && isReference && resolved !== undefined)
        appendTo(composers, resolved, composed);
    return keep(this, "composers", composers);
  }

  /** The definitions that something refers to other than as a part, each as requests or as anything else. */
  get wholeUses(): { asInput: ReadonlySet<Schema>; other: ReadonlySet<Schema> } {
    const asInput = new Set<Schema>();
    const other = new Set<Schema>();
    for (const schema of this.schemas) {
      const { isReference, resolved } = schema;
      if (!isReference || resolved === undefined || schema.composed !== undefined) continue;
      // A definition that only leads on is used where something leads to it.
      if (!isDefinition(schema)) (schema.isInput ? asInput : other).add(resolved);
    }
    return keep(this, "wholeUses", { asInput, other });
  }

  /**
   * Who requires a property: an object, or another part of what that is a part of. It is so
   * everywhere when no use of the object leaves it optional; when so many have it as a part that
   * nobody follows them, it counts as such. A property of a request is judged by requests alone.
   */
  requirement(property: Schema): { requirer: Schema | undefined; isEverywhere: boolean } {
    const { propertyName: name, parent, isInput } = property;
    let requirer: Schema | undefined;
    let isEverywhere = true;
    if (name === undefined || parent === undefined) return { requirer, isEverywhere: false };
    const owners = new Set([parent]);
    // Grows while it is walked.
    for (const owner of owners) {
      if (owners.size > maximumComposition) break;
      if (owner.requires(name)) {
        requirer ??= owner.parts.find(({ value }) => strings(value.required).includes(name));
        continue;
      }
      const wholes =
        owner.composed === undefined
          ? (this.composers.get(owner) ?? []).filter((whole) => whole.isInput || !isInput)
          : [owner.composed];
      if (wholes.length === 0 || this.isUsedAlone(owner, isInput)) isEverywhere = false;
      for (const whole of wholes) owners.add(whole);
    }
    return { requirer, isEverywhere };
  }

  /** Whether an object is used as itself, not only as a part of others. */
  private isUsedAlone(schema: Schema, asInput: boolean): boolean {
    if (schema.composed !== undefined) return false;
    const uses = this.wholeUses;
    return (
      !isDefinition(schema) || uses.asInput.has(schema) || (!asInput && uses.other.has(schema))
    );
  }

  /** Every schema that an operation leads to. */
  usedBy(operation: Operation): readonly Schema[] {
    return [...(this.reach.get(operation) ?? [])].flatMap(({ schemas }) => schemas);
  }

  /** The trees that each operation leads to. */
  get reach(): ReadonlyMap<Operation, ReadonlySet<Component>> {
    const reach = new Map<Operation, Set<Component>>();
    for (const operation of this.definition.operations) {
      const reached = new Set<Component>();
      for (const pointer of rootsOf(operation))
        this.visit(this.at(pointer)?.component, (component) => {
          if (reached.has(component)) return false;
          reached.add(component);
          return true;
        });
      reach.set(operation, reached);
    }
    return keep(this, "reach", reach);
  }

  /** The operations that lead to each tree. */
  get users(): ReadonlyMap<Component, readonly Operation[]> {
    const users = new Map<Component, Operation[]>();
    for (const [operation, reached] of this.reach)
      for (const component of reached) appendTo(users, component, operation);
    return keep(this, "users", users);
  }

  private readParameter(parameter: Parameter): Component | undefined {
    return parameter.in === "body"
      ? this.read("schema", parameter.at("schema"), parameter.value.schema)
      : this.read("parameter", parameter.pointer, parameter.value);
  }

  private use(component: Component | undefined, usage: Usage) {
    this.visit(component, (used) => {
      if (used[usage]) return false;
      used[usage] = true;
      return true;
    });
  }

  /** Walks from a tree to the trees it refers to, as long as `enter` says that one is new. */
  private visit(start: Component | undefined, enter: (component: Component) => boolean) {
    const pending = [start];
    while (pending.length > 0) {
      const component = pending.pop();
      if (component === undefined || !enter(component)) continue;
      // A reference may lead into the middle of a tree; then the whole tree counts as used.
      for (const pointer of component.references) pending.push(this.at(pointer)?.component);
    }
  }

  private read(kind: Schema["kind"], pointer: Pointer, value: unknown): Component | undefined {
    if (!isObject(value)) return undefined;
    const component = new Component();
    this.add(kind, pointer, value, component);
    return component;
  }

  private add(
    kind: Schema["kind"],
    pointer: Pointer,
    value: unknown,
    component: Component,
    parent?: Schema,
    keyword?: SchemaKeyword,
    name?: string,
  ) {
    if (!isObject(value)) return;
    const schema = new Schema(this, kind, pointer, value, component, parent, keyword, name);
    this.schemas.push(schema);
    this.byPointer.set(pointer, schema);
    component.schemas.push(schema);
    parent?.nested.push(schema);
    if (isReference(value)) {
      const target = localPointer(value.$ref);
      if (target !== undefined) component.references.add(target);
      return;
    }
    for (const [name, property] of Object.entries(asObject(value.properties))) {
      const at = child(pointer, "properties", name);
      this.add(kind, at, property, component, schema, "properties", name);
    }
    for (const keyword of schemaKeywords) {
      const held = value[keyword];
      if (Array.isArray(held))
        for (const [index, part] of held.entries())
          this.add(kind, child(pointer, keyword, index), part, component, schema, keyword);
      else if (held !== undefined)
        this.add(kind, child(pointer, keyword), held, component, schema, keyword);
    }
  }
}

function isDefinition({ pointer }: Schema): boolean {
  return parentOf(pointer) === "/definitions";
}

/** Where the schemas of an operation begin. */
function rootsOf(operation: Operation): Pointer[] {
  const { pathItem } = operation;
  const roots: Pointer[] = [];
  // The service notifies the trigger, not what reads or removes the webhook on the same path.
  const isNotified =
    operation.trigger !== undefined ||
    pathItem.operations.every(({ trigger }) => trigger === undefined);
  if (isNotified) roots.push(child(pathItem.pointer, "x-ms-notification-content", "schema"));
  for (const parameter of operation.parameters)
    roots.push(parameter.in === "body" ? parameter.at("schema") : parameter.pointer);
  for (const { declared } of operation.responses) {
    roots.push(child(declared.pointer, "schema"));
    for (const name of Object.keys(asObject(declared.value.headers)))
      roots.push(child(declared.pointer, "headers", name));
  }
  return roots;
}
