import type { ChangeAnnotation, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { isConnectionParameterName } from "../connector/apiProperties.js";
import type { Connector } from "../connector/connector.js";
import { parent } from "../connector/pointer.js";
import { securityNeeds } from "../rulesets/connectionParameterUse.js";
import { namedAt } from "./definition.js";
import type { Place } from "./draft.js";
import { type Named, type NameKind, type Occurrence, occurrencesOf } from "./occurrences.js";
import type { Support } from "./support.js";

/** What keeps a name from being changed, for people. */
export class RenameError extends Error {}

/** The name at a place that can be changed, and how it reads now. */
export function prepareRename(place: Place): { range: Range; placeholder: string } | undefined {
  const here = renamable(place);
  const range = here && place.draft.range(here.span);
  return range && { range, placeholder: here.name };
}

/**
 * What has to be changed in all files so that what is named at a place has another name.
 * @param versionOf the version of the text of an open file
 * @throws RenameError when the name cannot be changed to that
 */
export function rename(
  place: Place,
  name: string,
  { changeAnnotations, documentChanges }: Support,
  versionOf: (path: string) => number | null,
): WorkspaceEdit | undefined {
  const { sight } = place;
  const here = renamable(place);
  if (here === undefined) return undefined;
  const reason = whyNot(here, name, sight.connector);
  if (reason !== undefined) throw new RenameError(reason);
  const note = noteOf(here, name, sight.connector);
  const isNoted = changeAnnotations && documentChanges && note !== undefined;
  const edits = new Map<string, TextEdit[]>();
  for (const occurrence of occurrencesOf(sight.connector).of(here)) {
    const { file, span } = occurrence;
    const range = sight.draft(file).range(span);
    if (range === undefined)
      throw new RenameError(`"${here.name}" is being written over; finish that first.`);
    const edit = { range, newText: occurrence.write(name), ...(isNoted && { annotationId }) };
    edits.set(file.path, [...(edits.get(file.path) ?? []), edit]);
  }
  if (!documentChanges)
    return {
      changes: Object.fromEntries([...edits].map(([path, each]) => [sight.uriOf(path), each])),
    };
  return {
    documentChanges: [...edits].map(([path, each]) => ({
      textDocument: { uri: sight.uriOf(path), version: versionOf(path) },
      edits: each,
    })),
    ...(isNoted && { changeAnnotations: { [annotationId]: note } }),
  };
}

const annotationId = "published";

/** What is named at a place, when it is declared so that another name for it means the same. */
function renamable(place: Place): Occurrence | undefined {
  const here = namedAt(place);
  if (here === undefined) return undefined;
  const all = occurrencesOf(place.sight.connector).of(here);
  // What the service gives a name cannot have another one; a place in a path is the exception.
  const isInPath = all.some(
    ({ pointer, file }) =>
      file.kind === "apiDefinition" && pointer !== undefined && /^\/paths\/[^/]*$/.test(pointer),
  );
  const isOfService = here.kind === "property" || (here.kind === "operationParameter" && !isInPath);
  const isDeclared = here.kind === "tag" || all.some(({ isDeclaration }) => isDeclaration);
  return isOfService || !isDeclared ? undefined : here;
}

const words: Record<NameKind, string> = {
  operation: "operation",
  definition: "definition",
  parameter: "shared parameter",
  response: "shared response",
  operationParameter: "parameter",
  property: "property",
  connectionParameter: "connection parameter",
  connectionParameterSet: "connection parameter set",
  securityScheme: "security scheme",
  tag: "tag",
};

/** What flows and connections, once they are made, remember by its name. */
const remembered: Partial<Record<NameKind, string>> = {
  operation:
    "Flows remember an operation by its operationId: those that use it break when the connector is published with another one.",
  operationParameter:
    "Flows remember the parameters of an operation by their names: those that fill this one break when the connector is published with another name.",
  connectionParameter:
    "Connections remember their parameters by name: those that were made before lack it when the connector is published with another one.",
  connectionParameterSet:
    "Connections remember the way to connect by its name: those that were made before break when the connector is published with another one.",
};

function noteOf(
  { kind, name }: Occurrence,
  other: string,
  { apiDefinition }: Connector,
): ChangeAnnotation | undefined {
  if (remembered[kind] === undefined || name === other) return undefined;
  const [before, now] = [name.toLowerCase(), other.toLowerCase()];
  const unmet = securityNeeds(kind === "connectionParameter" ? apiDefinition : undefined).find(
    ({ names }) => names.some((each) => each.includes(before) && !each.includes(now)),
  );
  const description = [
    remembered[kind],
    unmet && `The service finds it by its name for the security definition "${unmet.scheme}".`,
  ];
  return {
    label: `Rename "${name}" to "${other}"`,
    needsConfirmation: true,
    description: description.filter(Boolean).join(" "),
  };
}

/** Why something cannot be called so. */
function whyNot(here: Occurrence, name: string, connector: Connector): string | undefined {
  const what = words[here.kind];
  if (name.trim() === "") return `A name is needed for the ${what}.`;
  if (name !== name.trim()) return `The name of a ${what} does not begin or end with a space.`;
  if (/\p{Cc}/u.test(name)) return `"${name}" has a control character.`;
  if (here.kind === "operation" && !/^[A-Za-z_][\w-]*$/.test(name))
    return `"${name}" is no operationId: one has letters, digits, "_" and "-" only, and begins with a letter or "_".`;
  if (here.kind === "operationParameter" && /[{}/?#\s]/.test(name))
    return `"${name}" cannot stand between the braces of a path.`;
  const signIn = here.kind === "connectionParameter" ? signInOf(here, connector) : undefined;
  if (
    signIn !== undefined &&
    !(name.startsWith(signIn) && /^:\w+$/.test(name.slice(signIn.length)))
  )
    return `"${name}" cannot be filled in for "${signIn}": it takes "${signIn}:" and letters, digits and "_".`;
  if (here.kind === "connectionParameter" && !isConnectionParameterName(name))
    return `"${name}" is no name of a connection parameter: one has letters, digits and "_" only.`;
  if (name === here.name || here.kind === "tag") return undefined;
  const others = occurrencesOf(connector).all.some(
    (other) =>
      other.kind === here.kind &&
      other.isDeclaration &&
      (other.kind === "operation"
        ? other.name.toLowerCase() === name.toLowerCase() && other.name !== here.name
        : other.name === name) &&
      (other.kind !== "operationParameter" || areOfSameOperation(connector, other, here)),
  );
  if (others) return `There is another ${what} "${name}".`;
  const path = here.kind === "operationParameter" ? takenPath(here, name, connector) : undefined;
  return path && `There is another path "${path}".`;
}

/** The connection parameter that signs in with what users enter as another: `token` of `token:host`. */
function signInOf({ name }: Named, connector: Connector): string | undefined {
  const signIn = name.slice(0, Math.max(0, name.indexOf(":")));
  const [declared] = occurrencesOf(connector).of({
    kind: "connectionParameter",
    name: signIn,
    scope: "",
  });
  return declared?.name;
}

/** The path that would stand twice if a parameter had another name. */
function takenPath(here: Named, name: string, connector: Connector): string | undefined {
  const pathItems = connector.apiDefinition?.pathItems ?? [];
  const places = new Set(
    occurrencesOf(connector)
      .of(here)
      .map(({ pointer }) => pointer),
  );
  const taken = new Set(pathItems.map(({ path }) => path));
  return pathItems
    .filter(({ pointer }) => places.has(pointer))
    .map(({ path }) => path.replaceAll(`{${here.name}}`, () => `{${name}}`))
    .find((path) => taken.has(path));
}

/** Whether an operation has both parameters. */
function areOfSameOperation(connector: Connector, one: Named, other: Named): boolean {
  const operationsOf = (parameter: Named) => {
    // Where it is declared, and the paths in which it stands.
    const places = new Set(
      occurrencesOf(connector)
        .of(parameter)
        .map(({ pointer = "", isDeclaration }) => (isDeclaration ? parent(pointer) : pointer)),
    );
    return (connector.apiDefinition?.operations ?? []).filter(
      ({ parameters, pathItem }) =>
        places.has(pathItem.pointer) || parameters.some(({ pointer }) => places.has(pointer)),
    );
  };
  const ofOther = new Set(operationsOf(other));
  return operationsOf(one).some((operation) => ofOther.has(operation));
}
