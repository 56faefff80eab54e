import type { Location, LocationLink } from "vscode-languageserver-types";
import type { Place, Sight } from "./draft.js";
import { type Occurrence, occurrencesOf } from "./occurrences.js";
import type { Support } from "./support.js";

/** What is named at a place of a file that was read; a name that is written just now is none yet. */
export function namedAt({ sight, draft, offset }: Place): Occurrence | undefined {
  const found = occurrencesOf(sight.connector).at(draft.file, draft.toFile(offset));
  const span = found && draft.span(found.span);
  return span !== undefined && offset >= span.offset && offset <= span.offset + span.length
    ? found
    : undefined;
}

/** Where what is named at a place is declared. */
export function definition(
  place: Place,
  { definitionLinks }: Support,
): Location[] | LocationLink[] {
  const here = namedAt(place);
  if (here === undefined) return [];
  const { sight } = place;
  const declared = occurrencesOf(sight.connector)
    .of(here)
    .filter(({ isDeclaration }) => isDeclaration);
  const locations = locationsOf(declared, sight);
  if (!definitionLinks) return locations;
  const originSelectionRange = place.draft.range(here.span);
  return locations.map(({ uri, range }) => ({
    ...(originSelectionRange && { originSelectionRange }),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** Where what is named at a place is named, in all files of the connector. */
export function references(place: Place, includesDeclarations: boolean): Location[] {
  const here = namedAt(place);
  if (here === undefined) return [];
  const { sight } = place;
  const all = occurrencesOf(sight.connector).of(here);
  return locationsOf(
    all.filter(({ isDeclaration }) => includesDeclarations || !isDeclaration),
    sight,
  );
}

/** The places of names as an editor shows them; those that are written over just now are left out. */
export function locationsOf(occurrences: readonly Occurrence[], sight: Sight): Location[] {
  return occurrences.flatMap(({ file, span }) => {
    const range = sight.draft(file).range(span);
    return range === undefined ? [] : [{ uri: sight.uriOf(file.path), range }];
  });
}
