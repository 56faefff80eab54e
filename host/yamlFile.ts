import { extname } from "node:path";
import { isMap, isScalar, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
import { UserError } from "./errors.js";

/** A place in a YAML file: the keys and indices that lead to it. */
export type YamlPath = readonly (string | number)[];

/** A YAML or JSON file that knows where each of its values is. */
export class YamlFile {
  readonly value: unknown;
  private readonly root: ParsedNode | null;
  private readonly lines = new LineCounter();
  private readonly node: (path: YamlPath) => unknown;

  /**
   * @param path the absolute path of the file
   * @param shown its path as errors show it
   * @throws UserError with the place of the first fault
   */
  constructor(
    private readonly path: string,
    private readonly shown: string,
    text: string,
  ) {
    const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: this.lines });
    this.root = document.contents;
    this.node = (path) => document.getIn(path, true);
    const [fault] = document.errors;
    if (fault !== undefined) {
      const format = extname(shown) === ".json" ? "JSON" : "YAML";
      const reason = fault.message.split("\n")[0]!.replace(/ at line .*$/, "");
      throw this.error(fault.pos[0], `This is not valid ${format}: ${reason}.`);
    }
    try {
      this.value = document.toJS();
    } catch (error) {
      // An alias without its anchor, or one that grows beyond all bounds.
      throw this.error(0, `This is not valid YAML: ${(error as Error).message}.`);
    }
  }

  /** Tells what is wrong at a path, with file, line and column. @throws UserError always */
  fail(path: YamlPath, reason: string, todo?: string): never {
    throw this.error(this.offset(path), reason, todo);
  }

  private error(offset: number, reason: string, todo?: string): UserError {
    const { line, col: column } = this.lines.linePos(offset);
    const { path, shown } = this;
    return new UserError(`${shown}:${line}:${column}: ${reason}`, todo, 2, {
      path,
      line,
      column,
      reason,
    });
  }

  /** Where the key or the item at a path is, or the nearest thing around it. */
  private offset(path: YamlPath): number {
    for (let length = path.length; length > 0; length--) {
      const owner = length === 1 ? this.root : this.node(path.slice(0, length - 1));
      const pair = isMap(owner)
        ? owner.items.find(
            ({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]),
          )
        : undefined;
      const node = (pair?.key ?? this.node(path.slice(0, length))) as Node | undefined;
      if (node?.range) return node.range[0];
    }
    return this.root?.range?.[0] ?? 0;
  }
}
