import { type Pointer, parent } from "../connector/pointer.js";
import { withoutSecrets } from "../connector/secrets.js";
import type { Range } from "../connector/text.js";
import type { SeenFile } from "./draft.js";
import { dynamicForms } from "./refactorings/dynamicForms.js";
import { lists } from "./refactorings/lists.js";
import { missing } from "./refactorings/missing.js";
import type { Refactoring, RefactoringSource } from "./refactorings/refactoring.js";
import { schemas } from "./refactorings/schemas.js";
import { summaries } from "./refactorings/summaries.js";

export type { Refactoring };

/** All that know what can be done, in the order of the menu. */
const sources: readonly RefactoringSource[] = [missing, summaries, dynamicForms, lists, schemas];

/**
 * What can be done at a place of a file besides the fixes of findings. Nothing while a text that it would change cannot be
 * read whole.
 */
export function refactoringsAt({ sight, draft }: SeenFile, pointer: Pointer): Refactoring[] {
  const { connector } = sight;
  const { file } = draft;
  if (!file.isJson || !draft.isRead || !file.json.isComplete) return [];
  const situation = { connector, file, pointer };
  return sources
    .flatMap((source) => source(situation))
    .filter((refactoring) => {
      const changed = connector.file(refactoring.file);
      return changed?.json.isComplete === true && sight.draft(changed).isRead;
    })
    .map((refactoring) => ({
      ...refactoring,
      title: withoutSecrets(refactoring.title, connector),
    }));
}

/** The pointer of the innermost value that has all of a range, or of the member in whose key it is. */
export function pointerAround({ draft }: SeenFile, { start, end }: Range): Pointer {
  const last = draft.pointerAt(draft.offset(end));
  let pointer = draft.pointerAt(draft.offset(start));
  while (last !== pointer && !last.startsWith(`${pointer}/`)) pointer = parent(pointer);
  return pointer;
}
