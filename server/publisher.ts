import { createHash } from "node:crypto";
import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver";

/** How the editor gets to know diagnostics. */
export interface Outlet {
  /** Whether the editor has a file open. */
  isOpen(path: string): boolean;
  /** Replaces what is shown for a file. */
  push(path: string, diagnostics: Diagnostic[], version: number | undefined): void;
  /** Asks the editor to ask again. */
  refresh(): void;
  /** Tells those who wait for the diagnostics of files that are not open. */
  changed(): void;
}

/** What is found in a connector: its diagnostics by absolute path, those of files without any, too. */
export interface Found {
  diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The versions of the open files that were judged. */
  versions: ReadonlyMap<string, number>;
}

interface Entry {
  diagnostics: Diagnostic[];
  /** Differs when the diagnostics do. */
  id: string;
}

/**
 * All diagnostics, and whether each file's are pushed or pulled, never both: open files are pulled
 * by editors that can; the others are pushed unless the editor asks for those of the whole workspace.
 */
export class Publisher {
  private readonly found = new Map<string, Found>();
  private readonly entries = new Map<string, Entry>();
  private readonly pushed = new Set<string>();
  /** The open files that the editor has asked for. */
  private readonly pulled = new Set<string>();
  private readonly asking = new Map<string, number>();
  private isWorkspacePulled = false;

  constructor(
    private readonly pullsOpenFiles: boolean,
    private readonly outlet: Outlet,
  ) {}

  /** Replaces all that is known of a connector; `undefined` when it is of no interest any more. */
  set(connector: string, found: Found | undefined): void {
    const before = this.found.get(connector)?.diagnostics.keys() ?? [];
    const paths = new Set([...before, ...(found?.diagnostics.keys() ?? [])]);
    if (found === undefined) this.found.delete(connector);
    else this.found.set(connector, found);
    let needsRefresh = false;
    for (const path of paths) {
      const old = this.entries.get(path)?.id;
      const entry = this.merge(path);
      if (this.isPushed(path)) {
        // An open file is told each time: its version says which text the diagnostics are for.
        if (entry?.id !== old || this.outlet.isOpen(path))
          this.push(path, found?.versions.get(path));
      } else if (entry?.id !== old) {
        if (!this.outlet.isOpen(path)) this.outlet.changed();
        else if (!this.asking.has(path) && this.pulled.has(path)) needsRefresh = true;
      }
    }
    if (needsRefresh) this.outlet.refresh();
  }

  opened(path: string): void {
    if (!this.isPushed(path) && this.pushed.has(path)) this.retract(path);
  }

  closed(path: string): void {
    this.pulled.delete(path);
    if (this.isPushed(path)) {
      if (this.entries.has(path)) this.push(path, undefined);
      else if (this.pushed.has(path)) this.retract(path);
    } else this.outlet.changed();
  }

  /** Notes that an open file is asked for; `answer` gives what it gets once its connector is judged. */
  async pull<Result>(path: string, answer: () => Promise<Result>): Promise<Result> {
    this.asking.set(path, (this.asking.get(path) ?? 0) + 1);
    try {
      const result = await answer();
      this.pulled.add(path);
      return result;
    } finally {
      const others = this.asking.get(path)! - 1;
      if (others === 0) this.asking.delete(path);
      else this.asking.set(path, others);
    }
  }

  /** The editor asks for the diagnostics of files that are not open, too: they are pushed no more. */
  pullsWorkspace(): void {
    if (this.isWorkspacePulled) return;
    this.isWorkspacePulled = true;
    for (const path of [...this.pushed]) if (!this.isPushed(path)) this.retract(path);
  }

  of(path: string): Entry {
    return this.entries.get(path) ?? nothing;
  }

  /** How many diagnostics of a severity there are in all files. */
  count(severity: DiagnosticSeverity): number {
    let count = 0;
    for (const { diagnostics } of this.entries.values())
      for (const each of diagnostics) if (each.severity === severity) count++;
    return count;
  }

  /** The files that are not open and have been judged. */
  *closedFiles(): Generator<[string, Entry]> {
    for (const each of this.entries) if (!this.outlet.isOpen(each[0])) yield each;
  }

  private isPushed(path: string): boolean {
    return this.outlet.isOpen(path) ? !this.pullsOpenFiles : !this.isWorkspacePulled;
  }

  /** A file may be part of two connectors; what both find counts once. */
  private merge(path: string): Entry | undefined {
    const lists = [...this.found.values()].flatMap(({ diagnostics }) => {
      const list = diagnostics.get(path);
      return list === undefined ? [] : [list];
    });
    if (lists.length === 0) {
      this.entries.delete(path);
      return undefined;
    }
    const unique = new Map(lists.flat().map((each) => [JSON.stringify(each), each]));
    const id = createHash("sha1")
      .update([...unique.keys()].join("\n"))
      .digest("base64");
    const entry = { diagnostics: [...unique.values()], id };
    this.entries.set(path, entry);
    return entry;
  }

  private push(path: string, version: number | undefined): void {
    const { diagnostics } = this.of(path);
    if (!this.entries.has(path) && !this.pushed.has(path)) return;
    if (diagnostics.length > 0 || this.outlet.isOpen(path)) this.pushed.add(path);
    else if (!this.pushed.delete(path)) return;
    this.outlet.push(path, diagnostics, version);
  }

  private retract(path: string): void {
    this.pushed.delete(path);
    this.outlet.push(path, [], undefined);
  }
}

const nothing: Entry = { diagnostics: [], id: createHash("sha1").update("").digest("base64") };
