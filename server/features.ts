import { dirname } from "node:path";
import {
  type CodeLens,
  type ColorPresentationParams,
  type CompletionItem,
  type DocumentFormattingParams,
  type DocumentHighlight,
  ErrorCodes,
  type InlayHintParams,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type Range,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type SelectionRangeParams,
  type SemanticTokensDeltaParams,
  type SemanticTokensRangeParams,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  Color,
  type ColorInformation,
  type ColorPresentation,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  Position,
  Range as RangeOf,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SymbolInformation,
  type TextEdit,
} from "vscode-languageserver-types";
import { asObject } from "../connector/values.js";
import { codeLenses, lensCommand } from "../language/codeLenses.js";
import { colorPresentations, colors } from "../language/colors.js";
import { complete } from "../language/completion.js";
import { definition, references } from "../language/definition.js";
import type { Place, SeenFile } from "../language/draft.js";
import { foldingRanges } from "../language/folding.js";
import { formatting } from "../language/formatting.js";
import { highlights } from "../language/highlights.js";
import { hover } from "../language/hover.js";
import { inlayHints } from "../language/inlayHints.js";
import { documentLinks } from "../language/links.js";
import { prepareRename, RenameError, rename } from "../language/rename.js";
import { selectionRanges } from "../language/selectionRanges.js";
import { semanticTokens, tokenEdits } from "../language/semanticTokens.js";
import { documentSymbols } from "../language/symbols.js";
import type { Client } from "./client.js";
import { pageOf } from "./judging.js";
import type { Settings, Switch } from "./settings.js";
import { isDocument, pathOf } from "./uris.js";
import type { Workspace } from "./workspace.js";

/** What an editor asks about a file. */
interface AboutFile {
  textDocument: TextDocumentIdentifier;
}

/** Hands what an editor asks to the features of the language. Of files of no connector nothing is known. */
export class Features {
  /** The tokens that were told last, by the address of the file. */
  private readonly lastTokens = new Map<string, { resultId: string; data: readonly number[] }>();
  private tokenAnswers = 0;

  constructor(
    private readonly workspace: Workspace,
    private readonly client: Client,
    private readonly versionOf: (path: string) => number | null,
    private readonly settingsOf: (folder: string) => Promise<Settings>,
  ) {}

  async completion(params: TextDocumentPositionParams): Promise<CompletionItem[]> {
    return (await this.at(params, (place) => complete(place, this.client.support))) ?? [];
  }

  hover(params: TextDocumentPositionParams): Answer<Hover> {
    return this.at(params, (place) => {
      const findings = this.workspace.findingsIn(place.draft.file.path);
      return hover(place, this.client.support, findings, pageOf);
    });
  }

  definition(params: TextDocumentPositionParams): Answer<Location[] | LocationLink[]> {
    return this.at(params, (place) => definition(place, this.client.support), exact);
  }

  references(params: ReferenceParams): Answer<Location[]> {
    const { includeDeclaration = true } = params.context ?? {};
    return this.at(params, (place) => references(place, includeDeclaration), exact);
  }

  highlights(params: TextDocumentPositionParams): Answer<DocumentHighlight[]> {
    return this.at(params, highlights);
  }

  prepareRename(params: TextDocumentPositionParams): Answer<{ range: Range; placeholder: string }> {
    return this.at(params, prepareRename, exact);
  }

  /** @throws ResponseError with the reason when something cannot be called so */
  async rename({ newName, ...params }: RenameParams): Promise<WorkspaceEdit | null> {
    if (typeof newName !== "string") throw invalid("A name is needed.");
    try {
      const { support } = this.client;
      const { versionOf } = this;
      return await this.at(params, (place) => rename(place, newName, support, versionOf), exact);
    } catch (error) {
      if (!(error instanceof RenameError)) throw error;
      throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    }
  }

  documentSymbols(params: AboutFile): Answer<DocumentSymbol[] | SymbolInformation[]> {
    return this.of(params, (file) => documentSymbols(file, this.client.support));
  }

  foldingRanges(params: AboutFile): Answer<FoldingRange[]> {
    return this.of(params, foldingRanges);
  }

  selectionRanges({ positions, ...params }: SelectionRangeParams): Answer<SelectionRange[]> {
    if (!Array.isArray(positions) || !positions.every(Position.is))
      throw invalid("Positions are needed.");
    return this.of(params, (file) => selectionRanges(file, positions));
  }

  documentLinks(params: AboutFile): Answer<DocumentLink[]> {
    return this.of(params, documentLinks);
  }

  async colors(params: AboutFile): Promise<ColorInformation[]> {
    return (await this.of(params, colors)) ?? [];
  }

  async colorPresentations({
    color,
    ...params
  }: ColorPresentationParams): Promise<ColorPresentation[]> {
    if (!Color.is(color)) throw invalid("A color is needed.");
    return (await this.of(params, () => colorPresentations(color))) ?? [];
  }

  /** @param range the part to lay out; all of the file when absent */
  formatting({ options, ...params }: DocumentFormattingParams, range?: Range): Answer<TextEdit[]> {
    if (range !== undefined && !RangeOf.is(range)) throw invalid("A range is needed.");
    const layOut = (file: SeenFile) => formatting(file, options ?? {}, range);
    return this.switched("formatting", params, layOut, exact);
  }

  codeLenses(params: AboutFile): Answer<CodeLens[]> {
    return this.switched("codeLens", params, codeLenses);
  }

  /** The lens with what it tells. */
  async codeLens(lens: CodeLens): Promise<CodeLens> {
    const { uri, pointer } = asObject(lens?.data);
    if (typeof uri !== "string" || typeof pointer !== "string")
      throw invalid("A lens of paconn is needed.");
    const about = { textDocument: { uri } };
    const command = await this.of(about, (file) => lensCommand(file, pointer));
    return { ...lens, command: command ?? { title: "", command: "" } };
  }

  inlayHints({ range, ...params }: InlayHintParams): Answer<InlayHint[]> {
    if (!RangeOf.is(range)) throw invalid("A range is needed.");
    return this.switched("inlayHints", params, (file) => inlayHints(file, range));
  }

  /** All tokens of a file, kept so that the next answer may say only what differs. */
  async semanticTokens(params: AboutFile): Promise<SemanticTokens> {
    const data = await this.tokens(params);
    return { resultId: this.keepTokens(params, data), data };
  }

  /** What differs from the tokens that the editor has; all when it has others than those that are kept. */
  async semanticTokenEdits({
    previousResultId,
    ...params
  }: SemanticTokensDeltaParams): Promise<SemanticTokens | SemanticTokensDelta> {
    const data = await this.tokens(params);
    const had = this.lastTokens.get(params.textDocument.uri);
    const resultId = this.keepTokens(params, data);
    return had === undefined || had.resultId !== previousResultId
      ? { resultId, data }
      : { resultId, edits: tokenEdits(had.data, data) };
  }

  async semanticTokensIn({ range, ...params }: SemanticTokensRangeParams): Promise<SemanticTokens> {
    if (!RangeOf.is(range)) throw invalid("A range is needed.");
    return { data: await this.tokens(params, range) };
  }

  /** A file is open no more. */
  closed(uri: string): void {
    this.lastTokens.delete(uri);
  }

  private async tokens(params: AboutFile, range?: Range): Promise<number[]> {
    const tell = (file: SeenFile) => semanticTokens(file, range);
    return (await this.switched("semanticTokens", params, tell)) ?? [];
  }

  private keepTokens({ textDocument: { uri } }: AboutFile, data: readonly number[]): string {
    const resultId = String(++this.tokenAnswers);
    // Files that the server knows nothing of are never said to be closed.
    if (data.length > 0) this.lastTokens.set(uri, { resultId, data });
    else this.lastTokens.delete(uri);
    return resultId;
  }

  /** What a feature says of a file, unless it is switched off there. */
  private async switched<Result>(
    key: Switch,
    params: AboutFile,
    feature: (file: SeenFile) => Result,
    isExact = false,
  ): Promise<Result | null> {
    if (!isDocument(params.textDocument)) throw invalid("A document is needed.");
    const path = pathOf(params.textDocument.uri);
    if (path === undefined) return null;
    const settings = await this.settingsOf(dirname(path));
    return settings[key] === false ? null : this.of(params, feature, isExact);
  }

  /** What a feature says of a place. */
  private async at<Result>(
    { textDocument, position }: TextDocumentPositionParams,
    feature: (place: Place) => Result | undefined,
    isExact = false,
  ): Promise<Result | null> {
    if (!Position.is(position)) throw invalid("A position is needed.");
    return this.of(
      { textDocument },
      (file) => feature({ ...file, offset: file.draft.offset(position) }),
      isExact,
    );
  }

  /** What a feature says of a file. */
  private async of<Result>(
    { textDocument }: AboutFile,
    feature: (file: SeenFile) => Result | undefined,
    isExact = false,
  ): Promise<Result | null> {
    if (!isDocument(textDocument)) throw invalid("A document is needed.");
    const path = pathOf(textDocument.uri);
    if (path === undefined) return null;
    const seen = (await this.workspace.sight(path, isExact))?.seen(path);
    return (seen && feature(seen)) ?? null;
  }
}

type Answer<Result> = Promise<Result | null>;

/** Also a large text that has just changed is read first: its places must be right. */
const exact = true;

function invalid(words: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, words);
}
