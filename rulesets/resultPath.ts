import {
  type DynamicReference,
  findByPath,
  isArray,
  type UnmetExpectation,
  unmetExpectations,
} from "../connector/dynamicReference.js";
import type { JsonEdit } from "../connector/edit.js";
import { child, parent } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { isObject } from "../connector/values.js";
import { schemaPath } from "./dynamicCall.js";
import { nearest } from "./nearest.js";
import type { Fix } from "./rule.js";

/** Schemas of results are searched so deep, and no more than so many properties of them. */
const maxDepth = 3;
const maxPaths = 400;

/** What a call expects in vain, without what is told of the other call that has the same paths. */
export function ownUnmetExpectations(reference: DynamicReference): UnmetExpectation[] {
  const unmet = unmetExpectations(reference);
  if (reference.kind !== "file-picker" || reference.step !== "browse") return unmet;
  const told = pickersOf(reference).flatMap((each) =>
    each.step === "open" ? unmetExpectations(each) : [],
  );
  return unmet.filter(
    ({ expectation: { pointer, key } }) =>
      !told.some(({ expectation: other }) => other.key === key && other.pointer === pointer),
  );
}

/** Replaces a path that leads nowhere by the nearest one at which everything that is expected is. */
export function pathFix(
  reference: DynamicReference,
  unmet: UnmetExpectation,
  verb: string,
): Fix | undefined {
  const path = proposedPath(reference, unmet);
  return path === undefined
    ? undefined
    : { title: `${verb} "${path}"`, isSafe: false, edits: editsOf(reference, unmet, path) };
}

/** The path that was probably meant. */
export function proposedPath(
  reference: DynamicReference,
  unmet: UnmetExpectation,
): string | undefined {
  const { expectation } = unmet;
  const wanted = expectation.path.split("/").filter((name) => name !== "");
  const wantedPath = wanted.join("/").toLowerCase();
  const paths = pathsBelow(unmet.start, expectation.what === "array");
  const ranks: ((path: string) => boolean)[] = [
    (path) => path === wantedPath,
    // Names joined by dots, as in other notations.
    (path) => path === wantedPath.replace(/^\$\.?/, "").replaceAll(".", "/"),
    // The right name, but levels around it are missing, or there is one too many.
    (path) => wantedPath !== "" && path.endsWith(`/${wantedPath}`),
    (path) => wantedPath.endsWith(`/${path}`),
    (path) => expectation.what === "array" && wantedPath.startsWith(`${path}/`),
  ];
  const fits = (path: string) => isMet(reference, unmet, path);
  for (const isMeant of ranks) {
    const found = paths.filter((path) => isMeant(path.toLowerCase()) && fits(path));
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  const misspelt = nearestPath(unmet, wanted, paths);
  if (misspelt !== undefined && fits(misspelt)) return misspelt;
  if (expectation.what !== "array") return undefined;
  // The only array whose items have what the other paths name; rather one in what was found.
  const arrays = paths.filter((path) => fits(path) && hasExpectedItems(reference, unmet, path));
  const here = arrays.filter(
    (path) => path.split("/").slice(0, -1).join("/") === unmet.reached.join("/"),
  );
  return [here, arrays].find(({ length }) => length === 1)?.[0];
}

/** The path in which the name that is not there is replaced by the one it is nearest to. */
function nearestPath(
  { at, reached, expectation }: UnmetExpectation,
  wanted: readonly string[],
  paths: readonly string[],
): string | undefined {
  const missing = wanted[reached.length];
  if (missing === undefined) return undefined;
  const rest = wanted.slice(reached.length + 1);
  const isArrayWanted = expectation.what === "array" && rest.length === 0;
  const names = [...at.properties.keys()].filter(
    (name) => !isArrayWanted || paths.includes([...reached, name].join("/")),
  );
  const meant = nearest(missing, names);
  return meant === undefined ? undefined : [...reached, meant, ...rest].join("/");
}

/** The paths of the properties, or only of the arrays, below a schema. */
function pathsBelow(start: Schema, arraysOnly: boolean): string[] {
  const paths: string[] = [];
  let level: { path: string[]; schema: Schema }[] = [{ path: [], schema: start }];
  for (let depth = 0; depth < maxDepth; depth++) {
    const next: typeof level = [];
    for (const { path, schema } of level)
      for (const [name, property] of schema.properties) {
        const { resolved } = property;
        if (resolved === undefined || name.includes("/")) continue;
        if (next.length + paths.length > maxPaths) return paths;
        const below = [...path, name];
        next.push({ path: below, schema: resolved });
        if (!arraysOnly || isArray(resolved) === true) paths.push(below.join("/"));
      }
    level = next;
  }
  return paths;
}

/** Whether the call gets all that it expects with another path, and nothing that it had is lost. */
function isMet(reference: DynamicReference, unmet: UnmetExpectation, path: string): boolean {
  const { key, path: before, from } = unmet.expectation;
  if (isSchemaCall(reference) && schemaPath(path) !== path && schemaPath(before) === before)
    return false;
  const calls = reference.kind === "file-picker" ? pickersOf(reference) : [reference];
  return calls.every((call) => {
    const known = unmetExpectations(call).map(({ expectation }) => expectation.key);
    const expectations = call.expectations.map((each) =>
      each.key === key && each.from === from && each.path === before ? { ...each, path } : each,
    );
    return unmetExpectations({ ...call, expectations }).every(
      ({ expectation }) => expectation.key !== key && known.includes(expectation.key),
    );
  });
}

/** Whether the items of an array are known to have what the other paths name. */
function hasExpectedItems(
  { expectations }: DynamicReference,
  { start }: UnmetExpectation,
  path: string,
): boolean {
  const array = findByPath(start, path);
  if (typeof array === "string") return false;
  const { items } = array.found;
  return expectations.every(
    ({ from, path }) => from !== "item" || typeof findByPath(items, path) === "object",
  );
}

/** The edits that set a path, also in the other form of a dynamic schema, which must have the same. */
function editsOf(reference: DynamicReference, unmet: UnmetExpectation, path: string): JsonEdit[] {
  const { kind, owner, pointer } = reference;
  const { expectation } = unmet;
  const base = kind === "file-picker" ? parent(pointer) : pointer;
  const edits = [{ set: expectation.pointer ?? child(base, expectation.key), value: path }];
  const [twin, key] =
    kind === "x-ms-dynamic-schema"
      ? (["x-ms-dynamic-properties", "itemValuePath"] as const)
      : kind === "x-ms-dynamic-properties"
        ? (["x-ms-dynamic-schema", "value-path"] as const)
        : [];
  const other = twin && owner?.value[twin];
  if (twin === undefined || owner === undefined || !isObject(other)) return edits;
  const otherPath = other[key];
  if (typeof otherPath === "string" && schemaPath(otherPath) === schemaPath(expectation.path)) {
    const ending = otherPath.slice(schemaPath(otherPath).length);
    edits.push({ set: owner.at(twin, key), value: `${schemaPath(path)}${ending}` });
  }
  return edits;
}

function isSchemaCall({ kind }: DynamicReference): boolean {
  return kind === "x-ms-dynamic-schema" || kind === "x-ms-dynamic-properties";
}

/** Both calls of the file picker, which share one set of paths. */
function pickersOf(reference: DynamicReference): readonly DynamicReference[] {
  const { target } = reference;
  return (target?.definition.dynamicReferences ?? []).filter(({ kind }) => kind === "file-picker");
}
