import type { CancellationToken, SymbolInformation } from "vscode-languageserver";
import { SymbolTag } from "vscode-languageserver-types";
import type { Connector } from "../connector/connector.js";
import { findConnectors } from "../host/findConnectors.js";
import { Draft, type Sight } from "../language/draft.js";
import { isSought, searchableSymbols, type WorkspaceSymbol } from "../language/symbols.js";
import { isAtOrBelow } from "./uris.js";
import type { Workspace } from "./workspace.js";

/** Nobody looks through more; a longer query finds what is not among them. */
const mostSymbols = 500;

/** Where nobody tells of changes on disk, what was read counts for so long. */
const mostMillisecondsKnown = 30_000;

/** Searches the names of all connectors of the workspace. Those that are not open are read once, until they change. */
export class WorkspaceSymbols {
  private readonly known = new Map<string, Promise<readonly WorkspaceSymbol[]>>();
  private folders: Promise<readonly string[]> | undefined;
  private readAt = 0;

  constructor(
    private readonly workspace: Workspace,
    private readonly roots: () => readonly string[],
    private readonly watchesFiles: boolean,
    private readonly uriOf: (path: string) => string,
  ) {}

  /** Something changed on disk; everything, when it is not said what. */
  forget(paths?: readonly string[]): void {
    this.folders = undefined;
    for (const folder of this.known.keys())
      if (paths === undefined || paths.some((path) => isAtOrBelow(path, folder)))
        this.known.delete(folder);
  }

  async search(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    if (!this.watchesFiles && performance.now() - this.readAt > mostMillisecondsKnown) {
      this.forget();
      this.readAt = performance.now();
    }
    const open = await this.workspace.openSights();
    const openFolders = new Set(open.map(({ folder }) => folder));
    const found = open.flatMap(({ sight }) => searchableSymbols(sight));
    this.folders ??= this.findFolders();
    for (const folder of await this.folders) {
      if (token.isCancellationRequested) return [];
      if (!openFolders.has(folder)) found.push(...(await this.symbolsIn(folder)));
    }
    const lower = query.toLowerCase();
    const sought = found.filter(({ name }) => isSought(name, query));
    // Those that have the query as it is are meant more likely.
    const first = sought.filter(({ name }) => name.toLowerCase().includes(lower));
    const others = sought.filter(({ name }) => !name.toLowerCase().includes(lower));
    return [...first, ...others].slice(0, mostSymbols).map((symbol) => this.shown(symbol));
  }

  private shown({
    name,
    kind,
    isDeprecated,
    path,
    range,
    container,
  }: WorkspaceSymbol): SymbolInformation {
    return {
      name,
      kind,
      ...(isDeprecated && { tags: [SymbolTag.Deprecated] }),
      location: { uri: this.uriOf(path), range },
      containerName: container,
    };
  }

  private async findFolders(): Promise<readonly string[]> {
    const all = await Promise.all(
      this.roots().map((root) => findConnectors(root).catch((): string[] => [])),
    );
    return [...new Set(all.flat())];
  }

  private symbolsIn(folder: string): Promise<readonly WorkspaceSymbol[]> {
    let known = this.known.get(folder);
    if (known === undefined) {
      known = this.workspace.look(folder).then(
        (connector) => (connector === undefined ? [] : searchableSymbols(this.sightOf(connector))),
        () => [],
      );
      this.known.set(folder, known);
    }
    return known;
  }

  private sightOf(connector: Connector): Sight {
    return { connector, draft: (file) => new Draft(file), uriOf: this.uriOf };
  }
}
