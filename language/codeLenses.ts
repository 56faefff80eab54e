import type { CodeLens, Command } from "vscode-languageserver-types";
import { type Operation, visibilityOf } from "../connector/apiDefinition.js";
import type { Connector } from "../connector/connector.js";
import { child, type Pointer } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { asObject } from "../connector/values.js";
import { locationsOf } from "./definition.js";
import { kindOfOperation } from "./describe.js";
import type { SeenFile } from "./draft.js";
import { showReferencesCommand } from "./names.js";
import { type Occurrence, occurrencesOf } from "./occurrences.js";
import { count, countPolicies, schemaUses, tellUses, usesOf } from "./uses.js";

/** What is told above a line, with the places that it counts. */
interface Told {
  title: string;
  places: readonly Occurrence[];
}

/** Where something is told above a line of a file: its operations, definitions and connection parameters. */
export function codeLenses({ sight, draft }: SeenFile): CodeLens[] {
  const { file } = draft;
  const uri = sight.uriOf(file.path);
  return pointersOf(sight.connector, file.kind).flatMap((pointer) => {
    const key = file.json.key(pointer);
    const range = key && draft.range(key);
    return range === undefined ? [] : [{ range, data: { uri, pointer } }];
  });
}

/** What is told at a place of `codeLenses`, and the command that shows the places that it counts. */
export function lensCommand({ sight, draft }: SeenFile, pointer: Pointer): Command | undefined {
  const told = toldAt(sight.connector, draft.file.kind, pointer);
  if (told === undefined) return undefined;
  const { title, places } = told;
  const key = draft.file.json.key(pointer);
  const position = key && draft.range(key)?.start;
  if (places.length === 0 || position === undefined) return { title, command: "" };
  const uri = sight.uriOf(draft.file.path);
  return {
    title,
    command: showReferencesCommand,
    arguments: [uri, position, locationsOf(places, sight)],
  };
}

function pointersOf(connector: Connector, kind: string): Pointer[] {
  const { apiDefinition, apiProperties } = connector;
  if (kind === "apiDefinition" && apiDefinition !== undefined)
    return [
      ...apiDefinition.operations.map(({ pointer }) => pointer),
      ...Object.keys(asObject(apiDefinition.value.definitions))
        .map((name) => child("/definitions", name))
        .filter((pointer) => apiDefinition.schemaAt(pointer) !== undefined),
    ];
  if (kind === "apiProperties")
    return (apiProperties?.connectionParameters ?? [])
      .filter(({ name }) => readsOf(name, connector).length > 0)
      .map(({ pointer }) => pointer);
  return [];
}

function toldAt(connector: Connector, kind: string, pointer: Pointer): Told | undefined {
  const { apiDefinition, apiProperties } = connector;
  if (kind === "apiProperties") {
    const parameter = apiProperties?.connectionParameters.find((each) => each.pointer === pointer);
    if (parameter === undefined) return undefined;
    const places = readsOf(parameter.name, connector);
    return { title: `read by ${tellReaders(places)}`, places };
  }
  const operation = apiDefinition?.operations.find((each) => each.pointer === pointer);
  if (operation !== undefined) {
    const uses = usesOf(operation, connector);
    const title = [
      kindOfOperation(operation),
      count(inputsOf(operation), "input"),
      ...tellUses(uses),
    ];
    return { title: title.join(" · "), places: Object.values(uses).flat() };
  }
  const schema = apiDefinition?.schemaAt(pointer);
  if (schema === undefined) return undefined;
  const { references, operations } = schemaUses(schema, connector);
  const by = operations.length > 0 ? ` by ${count(operations.length, "operation")}` : "";
  return {
    title:
      references.length === 0 ? "not used" : `used in ${count(references.length, "place")}${by}`,
    places: references,
  };
}

function readsOf(name: string, connector: Connector): Occurrence[] {
  return occurrencesOf(connector)
    .of({ kind: "connectionParameter", name, scope: "" })
    .filter(({ isDeclaration }) => !isDeclaration);
}

/** What reads a connection parameter: `2 policies and the sign-in`. */
function tellReaders(places: readonly Occurrence[]): string {
  const inPolicies = places.filter(({ pointer = "" }) =>
    pointer.startsWith("/properties/policyTemplateInstances/"),
  );
  return [
    inPolicies.length > 0 && countPolicies(inPolicies),
    inPolicies.length < places.length && "the sign-in",
  ]
    .filter(Boolean)
    .join(" and ");
}

/** How many values makers can give: each property of a body counts, an object in it as one. */
function inputsOf({ parameters }: Operation): number {
  const isShown = (schema: Schema) =>
    !schema.isInternal && visibilityOf(asObject(schema.resolved?.value)) !== "internal";
  return parameters
    .filter(({ visibility, schema }) => visibility !== "internal" && (!schema || isShown(schema)))
    .reduce((sum, { schema }) => {
      const properties = [...(schema?.properties.values() ?? [])];
      return sum + (properties.length === 0 ? 1 : properties.filter(isShown).length);
    }, 0);
}
