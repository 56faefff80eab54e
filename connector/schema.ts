import type { ApiDefinition, Operation, Parameter } from "./apiDefinition.js";
import { appendTo, keep } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import { isReference, localPointer } from "./reference.js";
import { asArray, asObject, asString, isObject, type JsonObject, strings } from "./values.js";

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
    /** Its name when it is a property of `parent`. */
    readonly propertyName: string | undefined,
  ) {}

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

  /** Whether the object it is a property of requires it. */
  get isRequired(): boolean {
    if (this.kind === "parameter") return this.value.required === true;
    return (
      this.propertyName !== undefined &&
      strings(this.parent?.value.required).includes(this.propertyName)
    );
  }

  /** Whether itself or something it is written in is hidden from makers. */
  get isInternal(): boolean {
    return this.value["x-ms-visibility"] === "internal" || this.parent?.isInternal === true;
  }

  /** Whether an extension says at design time what it looks like. */
  get isDynamic(): boolean {
    return "x-ms-dynamic-schema" in this.value || "x-ms-dynamic-properties" in this.value;
  }

  /** The properties it has, those of references and of every part of `allOf` included. */
  get properties(): ReadonlyMap<string, Schema> {
    const properties = new Map<string, Schema>();
    const visited = new Set<Schema>();
    const collect = (schema: Schema | undefined) => {
      const target = schema?.resolved;
      if (target === undefined || visited.has(target)) return;
      visited.add(target);
      for (const part of target.children("allOf")) collect(part);
      for (const property of target.children("properties"))
        properties.set(property.propertyName!, property);
    };
    collect(this);
    return keep(this, "properties", properties);
  }

  /** The schema of the items of an array, references followed. */
  get items(): Schema | undefined {
    return this.resolved?.children("items")[0]?.resolved;
  }

  /** The schemas written directly under one of its keywords. */
  children(keyword: "properties" | "items" | "allOf" | "additionalProperties"): readonly Schema[] {
    const value = this.value[keyword];
    const pointers =
      keyword === "properties"
        ? Object.keys(asObject(value)).map((name) => child(this.pointer, keyword, name))
        : Array.isArray(value)
          ? value.map((_, index) => child(this.pointer, keyword, index))
          : [child(this.pointer, keyword)];
    return pointers.flatMap((pointer) => this.graph.at(pointer) ?? []);
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
  readonly references = new Set<Pointer>();

  constructor(readonly pointer: Pointer) {}
}

type Usage = "isInput" | "isOutput" | "isHeader";

/**
 * All schemas of a definition and who uses them. Each is read once, where it is declared;
 * references are edges between the trees, so a cycle is nothing special.
 */
export class SchemaGraph {
  readonly schemas: Schema[] = [];
  private readonly byPointer = new Map<Pointer, Schema>();
  private readonly components = new Map<Pointer, Component>();

  constructor(private readonly definition: ApiDefinition) {
    const { value } = definition;
    for (const [name, schema] of Object.entries(asObject(value.definitions)))
      this.read("schema", child("/definitions", name), schema);
    for (const parameter of definition.parameters) this.readParameter(parameter);
    for (const { pointer, value } of definition.responses) {
      this.use(this.read("schema", child(pointer, "schema"), value.schema), "isOutput");
      for (const [name, header] of Object.entries(asObject(value.headers)))
        this.use(this.read("header", child(pointer, "headers", name), header), "isHeader");
    }
    for (const { pointer, notificationContent } of definition.pathItems)
      if (notificationContent !== undefined)
        this.use(
          this.read(
            "schema",
            child(pointer, "x-ms-notification-content", "schema"),
            notificationContent.schema,
          ),
          "isOutput",
        );
  }

  at(pointer: Pointer): Schema | undefined {
    return this.byPointer.get(pointer);
  }

  resolve(schema: Schema): Schema | undefined {
    const visited = new Set<Schema>();
    let at: Schema | undefined = schema;
    while (at !== undefined && isReference(at.value)) {
      if (visited.has(at)) return undefined;
      visited.add(at);
      const pointer = localPointer(at.value.$ref);
      at = pointer === undefined ? undefined : this.at(pointer);
    }
    return at;
  }

  /** Every schema that an operation leads to. */
  usedBy(operation: Operation): readonly Schema[] {
    return this.schemas.filter(({ component }) => this.reach.get(operation)?.has(component));
  }

  /** The trees that each operation leads to. */
  get reach(): ReadonlyMap<Operation, ReadonlySet<Component>> {
    const reach = new Map<Operation, Set<Component>>();
    for (const operation of this.definition.operations) {
      const reached = new Set<Component>();
      for (const pointer of rootsOf(operation))
        this.visit(pointer, (component) => !reached.has(component) && reached.add(component));
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

  private readParameter(parameter: Parameter) {
    const isBody = parameter.in === "body";
    const pointer = isBody ? parameter.at("schema") : parameter.pointer;
    const value = isBody ? parameter.value.schema : parameter.value;
    this.use(this.read(isBody ? "schema" : "parameter", pointer, value), "isInput");
  }

  private use(component: Component | undefined, usage: Usage) {
    if (component === undefined) return;
    this.visit(component.pointer, (used) => {
      if (used[usage]) return false;
      used[usage] = true;
      return true;
    });
  }

  /** Walks from a tree to the definitions it refers to, as long as `enter` says that one is new. */
  private visit(start: Pointer, enter: (component: Component) => unknown) {
    const pending = [start];
    for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
      // A reference may lead into the middle of a tree; then the whole tree counts as used.
      const component = this.components.get(pointer) ?? this.byPointer.get(pointer)?.component;
      if (component !== undefined && enter(component)) pending.push(...component.references);
    }
  }

  private read(kind: Schema["kind"], pointer: Pointer, value: unknown): Component | undefined {
    if (!isObject(value)) return undefined;
    const component = new Component(pointer);
    this.components.set(pointer, component);
    this.add(kind, pointer, value, component, undefined, undefined);
    return component;
  }

  private add(
    kind: Schema["kind"],
    pointer: Pointer,
    value: unknown,
    component: Component,
    parent: Schema | undefined,
    propertyName: string | undefined,
  ) {
    if (!isObject(value)) return;
    const schema = new Schema(this, kind, pointer, value, component, parent, propertyName);
    this.schemas.push(schema);
    this.byPointer.set(pointer, schema);
    if (isReference(value)) {
      const target = localPointer(value.$ref);
      if (target !== undefined) component.references.add(target);
      return;
    }
    for (const [name, property] of Object.entries(asObject(value.properties)))
      this.add(kind, child(pointer, "properties", name), property, component, schema, name);
    for (const keyword of ["items", "additionalProperties", "not"])
      this.add(kind, child(pointer, keyword), value[keyword], component, schema, undefined);
    for (const keyword of ["allOf", "anyOf", "oneOf", "items"])
      for (const [index, part] of asArray(value[keyword]).entries())
        this.add(kind, child(pointer, keyword, index), part, component, schema, undefined);
  }
}

/** Where the schemas of an operation begin. */
function rootsOf(operation: Operation): Pointer[] {
  const roots = [child(operation.pathItem.pointer, "x-ms-notification-content", "schema")];
  for (const parameter of operation.parameters)
    roots.push(parameter.in === "body" ? parameter.at("schema") : parameter.pointer);
  for (const { declared } of operation.responses) {
    roots.push(child(declared.pointer, "schema"));
    for (const name of Object.keys(asObject(declared.value.headers)))
      roots.push(child(declared.pointer, "headers", name));
  }
  return roots;
}
