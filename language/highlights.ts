import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import { namedAt } from "./definition.js";
import type { Place } from "./draft.js";
import { occurrencesOf } from "./occurrences.js";

/** Where what is named at a place is named in the same file. */
export function highlights(place: Place): DocumentHighlight[] {
  const here = namedAt(place);
  if (here === undefined) return [];
  const { sight, draft } = place;
  return occurrencesOf(sight.connector)
    .of(here)
    .filter(({ file }) => file === draft.file)
    .flatMap(({ span, isDeclaration }) => {
      const range = draft.range(span);
      const kind = isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
      return range === undefined ? [] : [{ range, kind }];
    });
}
