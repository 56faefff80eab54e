import type { Operation } from "../connector/apiDefinition.js";
import {
  type DynamicReference,
  declarationOf,
  findInputs,
  fullName,
  type Input,
  isInternalInput,
  isRequiredInput,
  needsFullNames,
  type PassedParameter,
  typeOfInput,
  unmetExpectations,
} from "../connector/dynamicReference.js";
import { isObject, type JsonObject, typeOf } from "../connector/values.js";

/** Whether `x-ms-dynamic-properties` names another place than `x-ms-dynamic-schema` beside it. */
export function differsFromOlderForm({ kind, owner, value }: DynamicReference): boolean {
  const older = owner?.value["x-ms-dynamic-schema"];
  if (kind !== "x-ms-dynamic-properties" || !isObject(older)) return false;
  const olderPath = older["value-path"] ?? "";
  const path = value.itemValuePath ?? "";
  if (typeof olderPath !== "string" || typeof path !== "string") return false;
  return path !== schemaPath(olderPath);
}

/** What a message calls a dynamic reference, at the beginning of a sentence. */
export function nameOf({ kind, owner, step }: DynamicReference): string {
  const name = owner?.kind === "parameter" ? owner.value.name : owner?.propertyName;
  const of = typeof name === "string" ? ` of "${name}"` : "";
  if (kind === "file-picker") return `The ${step} call of the file picker`;
  if (kind === "x-ms-dynamic-tree") return `The ${step} call of x-ms-dynamic-tree${of}`;
  return `${kind}${of}`;
}

/** The inputs that a parameter's value comes from, in each operation in which the extension stands. */
export function sourcesOf(
  { kind, sources }: DynamicReference,
  { passes }: PassedParameter,
): { operation: Operation; inputs: readonly Input[] }[] {
  if (passes.what !== "source") return [];
  return sources.flatMap((operation) => {
    const inputs = findInputs(operation, passes.name, needsFullNames(kind));
    return typeof inputs === "string" ? [] : [{ operation, inputs: inputs.found }];
  });
}

/** The one input that a name means, when it is not ambiguous. */
export function inputOf(
  operation: Operation | undefined,
  name: string,
  kind: DynamicReference["kind"],
): Input | undefined {
  const inputs = operation && findInputs(operation, name, needsFullNames(kind));
  return typeof inputs === "object" && inputs.found.length === 1 ? inputs.found[0] : undefined;
}

/** Whether a call gets what it expects and passes what the called operation takes, so that another form of it is right, too. */
export function isSound(reference: DynamicReference): boolean {
  const { target, kind, parameters } = reference;
  if (target === undefined || unmetExpectations(reference).length > 0) return false;
  return parameters.every((passed) => {
    const goal = inputOf(target, passed.name, kind);
    if (goal === undefined) return false;
    const type = typeOfInput(goal);
    if (passed.passes.what === "literal")
      return type === undefined || typeOf(passed.passes.value) === type;
    const needs = isRequiredInput(goal) && !("default" in (declarationOf(goal) ?? {}));
    return sourcesOf(reference, passed).every(({ inputs: [input] }) => {
      if (input === undefined || isInternalInput(input)) return false;
      const isSent = isRequiredInput(input) || "default" in (declarationOf(input) ?? {});
      const found = typeOfInput(input);
      return (isSent || !needs) && (found === type || found === undefined || type === undefined);
    });
  });
}

/**
 * The newer form of `x-ms-dynamic-values` or `x-ms-dynamic-schema`: `x-ms-dynamic-list` or
 * `x-ms-dynamic-properties`, in which every input is called by its full name.
 */
export function newerFormOf(reference: DynamicReference): JsonObject {
  const { value, kind, target, operationId } = reference;
  const parameters = reference.parameters.map((passed) => {
    const input = inputOf(target, passed.name, kind);
    const [source] = sourcesOf(reference, passed);
    const { passes } = passed;
    return [
      input === undefined ? passed.name : fullName(input),
      passes.what === "literal"
        ? { value: passes.value }
        : passes.what === "source"
          ? { parameterReference: source ? fullName(source.inputs.at(-1)!) : passes.name }
          : {},
    ];
  });
  const path = (key: string) => (typeof value[key] === "string" ? value[key] : undefined);
  const valuePath = path("value-path");
  const paths: [string, string | undefined][] =
    kind === "x-ms-dynamic-schema"
      ? [["itemValuePath", valuePath && schemaPath(valuePath)]]
      : [
          ["itemsPath", path("value-collection")],
          ["itemValuePath", valuePath],
          ["itemTitlePath", path("value-title")],
        ];
  return {
    operationId,
    ...Object.fromEntries(paths.filter(([, each]) => each !== undefined)),
    parameters: Object.fromEntries(parameters),
  };
}

/**
 * Where `x-ms-dynamic-properties` finds the schema of which `x-ms-dynamic-schema` may name the
 * properties: the same path without `properties` at its end.
 */
export function schemaPath(valuePath: string): string {
  return valuePath.replace(/(^|\/)properties$/, "");
}

/**
 * The older form of `x-ms-dynamic-list` or `x-ms-dynamic-properties`, in which inputs are called by
 * their bare names. `undefined` where that cannot be told or would be ambiguous.
 */
export function olderFormOf(reference: DynamicReference): JsonObject | undefined {
  const { value, kind, target, sources, operationId } = reference;
  const parameters: [string, unknown][] = [];
  for (const passed of reference.parameters) {
    const name = bareName(target === undefined ? [] : [target], passed.name);
    if (name === undefined || passed.passes.what === "selectedItem") return undefined;
    if (passed.passes.what === "literal") {
      // An object would be taken for one of the ways to pass an input.
      if (typeof passed.passes.value === "object") return undefined;
      parameters.push([name, passed.passes.value]);
    } else {
      const source = bareName(sources, passed.passes.name);
      if (source === undefined) return undefined;
      parameters.push([name, { parameter: source }]);
    }
  }
  const paths: [string, unknown][] =
    kind === "x-ms-dynamic-properties"
      ? [["value-path", value.itemValuePath]]
      : [
          ["value-collection", value.itemsPath],
          ["value-path", value.itemValuePath],
          ["value-title", value.itemTitlePath],
        ];
  if (paths.some(([, path]) => path !== undefined && typeof path !== "string")) return undefined;
  return {
    operationId,
    ...Object.fromEntries(paths.filter(([, path]) => path !== undefined)),
    ...("parameters" in value && { parameters: Object.fromEntries(parameters) }),
  };
}

/** The name by which the older extensions call an input, when it means the same in all operations. */
function bareName(operations: readonly Operation[], name: string): string | undefined {
  const names = operations.map((operation) => {
    const inputs = findInputs(operation, name, true);
    if (typeof inputs === "string" || inputs.found.length > 1) return undefined;
    const [{ parameter, steps }] = inputs.found as [Input];
    // Names with a dot, or of items of an array, have no such form.
    const path = steps.map(({ propertyName }) => propertyName);
    if (path.some((each) => each === undefined || /[./]/.test(each))) return undefined;
    const bare = steps.length === 0 ? parameter.name : path.join(".");
    const found = bare === undefined ? "missing" : findInputs(operation, bare);
    return typeof found === "object" && found.found.length === 1 ? bare : undefined;
  });
  return new Set(names).size === 1 ? names[0] : undefined;
}
