import type { ApiDefinition, Operation, OperationResponse, Parameter } from "./apiDefinition.js";
import { becameOf, type Change, type ChangeKind, changedMembers, placeOf } from "./change.js";
import {
  basePathOf,
  callOf,
  enumOf,
  formatOf,
  hostOf,
  isAlwaysSent,
  isLocation,
  isWider,
  schemesOf,
  shapeOf,
  triggerOf,
  typeOf,
} from "./comparable.js";
import type { Connector } from "./connector.js";
import { dynamicExtensions } from "./dynamicReference.js";
import { once } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import { changesOfProperties } from "./propertiesChanges.js";
import type { Schema } from "./schema.js";
import { isEqual, type JsonObject, member } from "./values.js";

/**
 * Everything in which a connector differs from the version before: operations by `operationId`, parameters by name, properties by their
 * path, through references and `allOf`. What several operations share is told once.
 * Source: the comparison that Microsoft's validation makes of pull requests.
 */
export const changesOf = once((connector: Connector): readonly Change[] => {
  const { previous } = connector.surroundings;
  if (previous === undefined) return [];
  const changes: Change[] = [];
  if (previous.apiDefinition && connector.apiDefinition)
    new DefinitionComparison(previous.apiDefinition, connector.apiDefinition, changes).run();
  if (previous.apiProperties && connector.apiProperties)
    changes.push(...changesOfProperties(previous.apiProperties, connector.apiProperties));
  return changes;
});

type Place = { value: JsonObject; pointer: Pointer };
type Direction = "input" | "output";

/** Where a comparison is: for paths and messages. */
interface At {
  path: string;
  /** What everything is in: `the body of "CreateTicket"`. */
  whole: string;
  /** The properties from there on, with `[]` after those whose items it is about. */
  names: readonly string[];
}

/** What is compared once, though several operations may lead to it: an operation, a pair of shared parameters, of schemas. */
class Step {
  readonly changes: Change[] = [];
  readonly next = new Set<Step>();
}

class DefinitionComparison {
  private readonly operations: Step[] = [];
  /** The pairs of parameters, and of schemas for each direction, that have been compared. */
  private readonly compared = new Map<string, Step>();
  /** What is being compared. */
  private step = new Step();

  constructor(
    private readonly before: ApiDefinition,
    private readonly after: ApiDefinition,
    private readonly changes: Change[],
  ) {}

  run(): void {
    const root = { value: this.after.value, pointer: "" };
    const info = { value: this.after.info, pointer: "/info" };
    this.compareAddress(root);
    this.compareSecurity(root);
    this.compareMembers(this.before.info, info, { ...connectorAt, path: "info" });
    this.compareMembers(this.before.value, root, connectorAt, (key) => !comparedInRoot.has(key));
    for (const old of this.before.operations) {
      if (!old.id || this.before.operationsById(old.id)[0] !== old) continue;
      const now = this.after.operationsById(old.id)[0];
      if (now !== undefined) {
        const step = new Step();
        this.operations.push(step);
        this.inStep(step, () => this.compareOperations(old, now));
      } else this.operationGone(old, old.id);
    }
    for (const now of this.after.operations)
      if (now.id && this.before.operationsById(now.id).length === 0 && !this.isRenamed(now))
        this.add("compatible", operationAt(now), now.pointer, undefined, now.id, "was added");
    this.countOthers();
  }

  /** Compares what several operations may lead to, unless that is done. */
  private once(key: string, compare: () => void): void {
    const known = this.compared.get(key);
    const step = known ?? new Step();
    this.step.next.add(step);
    if (known !== undefined) return;
    this.compared.set(key, step);
    this.inStep(step, compare);
  }

  private inStep(step: Step, compare: () => void): void {
    const outer = this.step;
    this.step = step;
    compare();
    this.step = outer;
  }

  /** Tells each change how many more operations lead to it. */
  private countOthers(): void {
    const leading = new Map<Step, number>();
    for (const operation of this.operations) {
      const reached = new Set([operation]);
      // Grows while it is walked.
      for (const step of reached) for (const next of step.next) reached.add(next);
      for (const step of reached) leading.set(step, (leading.get(step) ?? 0) + 1);
    }
    for (const [step, count] of leading)
      for (const change of step.changes) change.others = count - 1;
  }

  /** Where requests go. */
  private compareAddress(root: Place): void {
    const [oldHost, newHost] = [hostOf(this.before), hostOf(this.after)];
    // What is no host, but a whole address for one, led nowhere.
    const isKnown = oldHost !== undefined && newHost !== undefined && !oldHost.includes("/");
    const compare = (key: string, old: string | undefined, now: string | undefined) => {
      if (old === now) return;
      this.add(
        isKnown ? "addressChanged" : "compatible",
        { ...connectorAt, path: key },
        placeOf(root, key),
        old,
        now,
        becameOf(key, old, now),
      );
    };
    compare("host", oldHost, newHost);
    compare("basePath", basePathOf(this.before), basePathOf(this.after));
  }

  /** How requests are authenticated, as far as the definition says so. */
  private compareSecurity(root: Place): void {
    const key = "securityDefinitions";
    const [old, now] = [schemesOf(this.before), schemesOf(this.after)];
    const gone = old.filter((scheme) => !now.includes(scheme));
    if (gone.length === 0)
      this.compareMembers(this.before.value, root, connectorAt, (each) => each === key);
    else this.add("securityChanged", { ...connectorAt, path: key }, placeOf(root, key), gone, now);
  }

  private operationGone(old: Operation, id: string): void {
    const at = operationAt(old);
    const now = this.successorOf(old);
    if (now !== undefined)
      this.add("operationRenamed", at, now.at("operationId"), id, now.id ?? undefined);
    else {
      const hasPath = member(this.after.value.paths, old.path) !== undefined;
      const place = hasPath ? old.pathItem.pointer : "/paths";
      // Nobody has it in a flow, so that only what the connector itself does with it could break.
      if (old.isInternal)
        this.add("compatible", at, place, id, undefined, "was removed, which was internal");
      else this.add("operationDeleted", at, place, id, undefined);
    }
  }

  /** The operation that has taken the path and verb of one whose id is gone, under a new id. */
  private successorOf(old: Operation): Operation | undefined {
    const shape = shapeOf(old);
    return this.after.operations.find(
      (now) =>
        shapeOf(now) === shape && (!now.id || this.before.operationsById(now.id).length === 0),
    );
  }

  private isRenamed(now: Operation): boolean {
    const shape = shapeOf(now);
    return this.before.operations.some(
      (old) => old.id && shapeOf(old) === shape && this.after.operationsById(old.id).length === 0,
    );
  }

  private compareOperations(old: Operation, now: Operation): void {
    const at = operationAt(now);
    if (shapeOf(old) !== shapeOf(now))
      this.add(
        "operationMoved",
        at,
        now.pointer,
        `${old.method.toUpperCase()} ${old.path}`,
        `${now.method.toUpperCase()} ${now.path}`,
      );
    const [oldTrigger, newTrigger] = [triggerOf(old), triggerOf(now)];
    if (oldTrigger !== newTrigger)
      this.add(
        "triggerChanged",
        within(at, "x-ms-trigger"),
        placeOf(now, "x-ms-trigger"),
        oldTrigger,
        newTrigger,
      );
    this.compareVisibility("operationHidden", old, now, at);
    if (!old.isDeprecated && now.isDeprecated)
      this.add("compatible", at, now.at("deprecated"), false, true, "is deprecated now");
    this.compareMembers(old.value, now, at, (key) => !comparedInOperations.has(key));
    // What no maker sees is in no flow.
    if (old.isInternal && now.isInternal) return;
    this.compareParameters(old, now);
    this.compareResponses(old, now);
    if (oldTrigger === undefined || newTrigger === undefined) return;
    this.compareSchemas(
      this.before.schemaAt(notificationSchema(old)),
      this.after.schemaAt(notificationSchema(now)),
      "output",
      {
        path: `${at.path}/x-ms-notification-content/schema`,
        whole: `the payload of ${now.label}`,
        names: [],
      },
      child(now.pathItem.pointer, "x-ms-notification-content"),
    );
  }

  private compareParameters(old: Operation, now: Operation): void {
    const named = (operation: Operation, { name, in: location }: Parameter) =>
      operation.parameters.find((other) => other.name === name && other.in === location) ??
      operation.parameters.find((other) => other.name === name);
    for (const parameter of old.parameters) {
      if (parameter.name === undefined) continue;
      const same = named(now, parameter);
      // A shared parameter is told once, for all operations that have it.
      if (same !== undefined)
        this.once(`parameter ${parameter.pointer} ${same.pointer}`, () =>
          this.compareParameter(parameter, same, now),
        );
      else {
        const gone = parameterAt(now, parameter);
        const list = "parameters" in now.value ? now.at("parameters") : now.pointer;
        if (parameter.visibility === "internal")
          this.add(
            "compatible",
            gone,
            list,
            parameter.value,
            undefined,
            "was removed, which was internal",
          );
        else this.add("inputDeleted", gone, list, parameter.value, undefined);
      }
    }
    for (const entry of now.effectiveParameters) {
      const parameter = entry.declared;
      if (parameter.name === undefined || named(old, parameter) !== undefined) continue;
      const at = parameterAt(now, parameter);
      if (parameter.isRequired)
        this.add("requiredInputAdded", at, entry.pointer, undefined, parameter.value);
      else this.add("compatible", at, entry.pointer, undefined, parameter.value, "was added");
    }
  }

  private compareParameter(old: Parameter, now: Parameter, operation: Operation): void {
    const at = parameterAt(operation, now);
    if (old.in !== now.in && isLocation(old.in))
      this.add("inputMoved", within(at, "in"), placeOf(now, "in"), old.in, now.in);
    this.compareVisibility("inputHidden", old, now, at);
    this.compareRequired(
      isAlwaysSent(old),
      isAlwaysSent(now),
      "default" in now.value,
      at,
      placeOf(now, "required"),
    );
    this.compareMembers(old.value, now, at, (key) => texts.has(key));
    if (now.in === "body" || old.in === "body")
      this.compareSchemas(
        old.schema,
        now.schema,
        "input",
        {
          path: `${at.path}/schema`,
          whole: `the body of ${operation.label}`,
          names: [],
        },
        now.pointer,
      );
    else {
      this.compareValues([old.value], [now.value], "input", at, now.pointer);
      const items = [this.before.schemaAt(old.pointer), this.after.schemaAt(now.pointer)].map(
        (schema) => schema?.items,
      );
      if (items[0] !== undefined && items[1] !== undefined)
        this.compareSchemas(items[0], items[1], "input", itemsAt(at), now.pointer);
    }
  }

  private compareResponses(old: Operation, now: Operation): void {
    for (const response of old.responses) {
      if (!isSuccess(response)) continue;
      const schema = schemaOf(response);
      const same = now.responses.find(({ code }) => code === response.code);
      // Another code of success is as good when it gives the same.
      const after =
        (same && schemaOf(same)) ?? (old.resultSchema === schema ? now.resultSchema : undefined);
      if (same === undefined && (schema === undefined || after !== undefined))
        this.add(
          "compatible",
          responseAt(now, response),
          now.at("responses"),
          response.code,
          undefined,
          "was removed",
        );
      this.compareSchemas(
        schema,
        after,
        "output",
        {
          path: `operation/${now.id}/responses/${response.code}/schema`,
          whole: `the result of ${now.label}`,
          names: [],
        },
        same?.pointer ?? now.at("responses"),
      );
    }
    for (const response of now.responses)
      if (isSuccess(response) && !old.responses.some(({ code }) => code === response.code))
        this.add(
          "compatible",
          responseAt(now, response),
          response.pointer,
          undefined,
          response.code,
          "was added",
        );
  }

  /** @param owner the place in the new version that holds the schema */
  private compareSchemas(
    old: Schema | undefined,
    now: Schema | undefined,
    direction: Direction,
    at: At,
    owner: Pointer,
  ): void {
    const before = old?.resolved;
    const after = now?.resolved;
    if (before === undefined) return;
    if (after === undefined) {
      // Where it leads nowhere another rule tells so.
      if (now !== undefined) return;
      const gone = direction === "input" ? "inputDeleted" : "outputDeleted";
      this.add(gone, at, owner, before.value, undefined);
      return;
    }
    const place = now!.isReference ? after.pointer : now!.pointer;
    this.once(`${direction} ${before.pointer} ${after.pointer}`, () => {
      const oldValues = before.parts.map(({ value }) => value);
      const newValues = after.parts.map(({ value }) => value);
      this.compareValues(oldValues, newValues, direction, at, place);
      if (before.isDynamic || after.isDynamic) return;
      this.compareProperties(before, after, direction, at, place);
      if (before.items !== undefined && after.items !== undefined)
        this.compareSchemas(before.items, after.items, direction, itemsAt(at), place);
    });
  }

  private compareProperties(
    before: Schema,
    after: Schema,
    direction: Direction,
    at: At,
    owner: Pointer,
  ): void {
    // Another type is told already, and takes everything with it.
    if (
      after.properties.size === 0 &&
      typeOf(before.parts.map(({ value }) => value)) !==
        typeOf(after.parts.map(({ value }) => value))
    )
      return;
    for (const [name, property] of before.properties) {
      const now = after.properties.get(name);
      const here = propertyAt(at, name);
      if (now === undefined) {
        const isHidden = property.isInternal;
        const list = "properties" in after.value ? child(owner, "properties") : owner;
        if (isHidden)
          this.add(
            "compatible",
            here,
            list,
            property.value,
            undefined,
            "was removed, which was internal",
          );
        else
          this.add(
            direction === "input" ? "inputDeleted" : "outputDeleted",
            here,
            list,
            property.value,
            undefined,
          );
        continue;
      }
      const wasRequired = before.requires(name);
      const isRequired = after.requires(name);
      // The platform fills in the address of a flow whether makers see it or not.
      const isAddress = [property, now].every(
        ({ value }) => value["x-ms-notification-url"] === true,
      );
      const hidden = direction === "input" && !isAddress ? "inputHidden" : "compatible";
      this.compareVisibility(hidden, property, now, here);
      if (direction === "input") {
        const hasDefault = now.resolved !== undefined && "default" in now.resolved.value;
        this.compareRequired(wasRequired, isRequired, hasDefault, here, now.pointer);
      }
      this.compareMembers(property.value, now, here, (key) => texts.has(key));
      this.compareSchemas(property, now, direction, here, now.pointer);
    }
    for (const [name, property] of after.properties) {
      if (before.properties.has(name)) continue;
      const here = propertyAt(at, name);
      if (direction === "input" && after.requires(name))
        this.add("requiredInputAdded", here, property.pointer, undefined, property.value);
      else this.add("compatible", here, property.pointer, undefined, property.value, "was added");
    }
  }

  /** What values may stand there: type, format, list of values, default, and what is asked for at design time. */
  private compareValues(
    old: readonly JsonObject[],
    now: readonly JsonObject[],
    direction: Direction,
    at: At,
    pointer: Pointer,
  ): void {
    const place = (key: string) => {
      const own = now.at(-1);
      return own !== undefined && key in own ? child(pointer, key) : pointer;
    };
    const oldType = typeOf(old);
    const newType = typeOf(now);
    const isWidened = direction === "input" && oldType === "integer" && newType === "number";
    const isOther =
      oldType !== undefined && newType !== undefined && oldType !== newType && !isWidened;
    if (isOther)
      this.add(
        direction === "input" ? "inputTypeChanged" : "outputTypeChanged",
        within(at, "type"),
        place("type"),
        oldType,
        newType,
      );
    else {
      if (isWidened)
        this.add(
          "compatible",
          within(at, "type"),
          place("type"),
          oldType,
          newType,
          "takes every number now",
        );
      const [oldFormat, newFormat] = [formatOf(old), formatOf(now)];
      if (oldFormat !== newFormat) {
        const isInput = direction === "input";
        const isKept =
          oldFormat === undefined ||
          (isInput && (newFormat === undefined || isWidened || isWider(newFormat, oldFormat)));
        this.add(
          isKept ? "compatible" : isInput ? "inputTypeChanged" : "outputFormatChanged",
          within(at, "format"),
          place("format"),
          oldFormat,
          newFormat,
          becameOf("format", oldFormat, newFormat),
        );
      }
      this.compareEnums(enumOf(old), enumOf(now), direction, within(at, "enum"), place("enum"));
    }
    const [oldRest, newRest] = [old, now].map((parts): JsonObject => Object.assign({}, ...parts));
    for (const { key, old: before, new: after, did } of changedMembers(
      oldRest!,
      newRest!,
      (key) => !comparedInValues.has(key),
    )) {
      const isBoth = before !== undefined && after !== undefined;
      let kind: ChangeKind = "compatible";
      if (key === "default" && direction === "input" && isBoth) kind = "inputDefaultChanged";
      if (isDynamic(key) && before !== undefined) {
        if (isEqual(callOf(before), callOf(after))) continue;
        kind = "dynamicChanged";
      }
      this.add(kind, within(at, key), place(key), before, after, did);
    }
  }

  private compareEnums(
    old: readonly unknown[] | undefined,
    now: readonly unknown[] | undefined,
    direction: Direction,
    at: At,
    pointer: Pointer,
  ): void {
    if (old === undefined && now === undefined) return;
    if (old === undefined) {
      if (direction === "input") this.add("inputEnumAdded", at, pointer, undefined, now);
      else this.add("compatible", at, pointer, undefined, now, "has a list of values now");
    } else if (now === undefined) {
      if (direction === "output") this.add("outputEnumRemoved", at, pointer, old, undefined);
      else this.add("compatible", at, pointer, old, undefined, "takes every value now");
    } else {
      const texts = new Set(now.map((value) => JSON.stringify(value)));
      const gone = old.filter((value) => !texts.has(JSON.stringify(value)));
      const isLonger = now.length > old.length - gone.length;
      if (gone.length > 0 && direction === "input")
        this.add("inputEnumValueRemoved", at, pointer, gone, now);
      else if (gone.length > 0 || isLonger)
        this.add("compatible", at, pointer, old, now, "has other values in its list");
    }
  }

  private compareVisibility(
    kind: "operationHidden" | "inputHidden" | "compatible",
    old: { value: JsonObject },
    now: { value: JsonObject; pointer: Pointer },
    at: At,
  ): void {
    const key = "x-ms-visibility";
    const [before, after] = [old.value[key], now.value[key]];
    if (isEqual(before, after)) return;
    const here = within(at, key);
    const pointer = placeOf(now, key);
    if (after === "internal" && kind !== "compatible") this.add(kind, here, pointer, before, after);
    else this.add("compatible", here, pointer, before, after, "is shown in another way");
  }

  private compareRequired(
    was: boolean,
    is: boolean,
    hasDefault: boolean,
    at: At,
    pointer: Pointer,
  ): void {
    if (was === is) return;
    const here = within(at, "required");
    // The platform sends the default for a flow that says nothing.
    if (is && !hasDefault) this.add("inputRequired", here, pointer, false, true);
    else
      this.add(
        "compatible",
        here,
        pointer,
        was,
        is,
        is ? "is required now and has a default" : "is optional now",
      );
  }

  /** Tells in which members two objects differ, as changes that hurt nobody. */
  private compareMembers(
    old: JsonObject,
    now: Place,
    at: At,
    isCompared: (key: string) => boolean = () => true,
  ): void {
    for (const { key, old: before, new: after, did } of changedMembers(old, now.value, isCompared))
      this.add("compatible", within(at, key), placeOf(now, key), before, after, did);
  }

  private add(
    kind: ChangeKind,
    at: At,
    pointer: Pointer,
    old: unknown,
    now: unknown,
    did?: string | undefined,
  ): void {
    const change: Change = {
      kind,
      path: at.path,
      what: subjectOf(at),
      old,
      new: now,
      file: "apiDefinition",
      pointer,
      others: 0,
      ...(did !== undefined && { did }),
    };
    this.changes.push(change);
    this.step.changes.push(change);
  }
}

function isDynamic(key: string): boolean {
  return (dynamicExtensions as readonly string[]).includes(key);
}

const connectorAt: At = { path: "", whole: "the connector", names: [] };

function operationAt(operation: Operation): At {
  const whole = `the operation ${operation.label}`;
  return { path: `operation/${operation.id}`, whole, names: [] };
}

function parameterAt(operation: Operation, parameter: Parameter): At {
  return {
    path: `operation/${operation.id}/parameter/${parameter.name}`,
    whole: `the ${parameter.label} of ${operation.label}`,
    names: [],
  };
}

function responseAt({ id, label }: Operation, { code }: OperationResponse): At {
  const whole = `the response ${code} of ${label}`;
  return { path: `operation/${id}/responses/${code}`, whole, names: [] };
}

/** A property: its path has the name alone, as Microsoft writes it. */
function propertyAt(at: At, name: string): At {
  return { ...at, path: `${at.path}/${name}`, names: [...at.names, name] };
}

function itemsAt(at: At): At {
  const names = [...at.names.slice(0, -1), `${at.names.at(-1) ?? ""}[]`];
  return { ...at, path: `${at.path}/items`, names };
}

/** `the property "customer/name" in the result of "GetTicket"`. */
function subjectOf({ whole, names }: At): string {
  if (names.length === 0) return whole;
  const name = names.join("/");
  return name.endsWith("[]")
    ? `an item ${name === "[]" ? "" : `of "${name.slice(0, -2)}" `}in ${whole}`
    : `the property "${name}" in ${whole}`;
}

function within(at: At, key: string): At {
  return { ...at, path: at.path === "" ? key : `${at.path}/${key}` };
}

/** What is compared in a way of its own, or elsewhere. */
const comparedInRoot = new Set([
  "info",
  "host",
  "basePath",
  "securityDefinitions",
  "paths",
  "definitions",
  "parameters",
  "responses",
]);
const comparedInOperations = new Set([
  "operationId",
  "parameters",
  "responses",
  "deprecated",
  "x-ms-visibility",
  "x-ms-trigger",
]);
/** What makers read of a parameter or a property. */
const texts = new Set(["x-ms-summary", "title", "description"]);
const comparedInValues = new Set([
  ...texts,
  "name",
  "in",
  "required",
  "schema",
  "type",
  "format",
  "enum",
  "$ref",
  "allOf",
  "properties",
  "items",
  "x-ms-visibility",
]);

function notificationSchema({ pathItem }: Operation): Pointer {
  return child(pathItem.pointer, "x-ms-notification-content", "schema");
}

function isSuccess({ code }: OperationResponse): boolean {
  return /^2\d\d$/.test(code);
}

function schemaOf({ declared }: OperationResponse): Schema | undefined {
  return declared.definition.schemaAt(child(declared.pointer, "schema"));
}
