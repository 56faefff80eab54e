/** What an editor can show and do, as it says at the start; what it does not say it cannot. */
export interface Support {
  /** Hovers and the documentation of completions may be Markdown. */
  markdown: boolean;
  /** Completions may hold places to jump to. */
  snippets: boolean;
  /** Completions may take the place of what stands behind the cursor, too. */
  overwrites: boolean;
  commitCharacters: boolean;
  labelDetails: boolean;
  /** Symbols of a file may hold others. */
  hierarchicalSymbols: boolean;
  /** Where a definition is may be told with what led there. */
  definitionLinks: boolean;
  /** Edits may be told why they are made, and be confirmed. */
  changeAnnotations: boolean;
  /** The edits of a file may name the version of its text. */
  documentChanges: boolean;
  /** Folds only whole lines. */
  foldsLines: boolean;
}
