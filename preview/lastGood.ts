import {
  type Connector,
  type ConnectorFile,
  type FolderFileKind,
  usualNames,
} from "../connector/connector.js";
import type { Finding } from "../rulesets/rule.js";

/** A connector in which nothing is broken, with what was found in it. */
export interface Whole {
  connector: Connector;
  findings: readonly Finding[];
  /** What is older than it should be, as sentences. */
  notices: readonly string[];
}

/**
 * Remembers the files of a connector as they could be read last, and what was found in them: while one is written, it is broken
 * again and again.
 */
export class LastGood {
  private folder: string | undefined;
  private readonly files = new Map<
    FolderFileKind,
    { file: ConnectorFile; findings: readonly Finding[] }
  >();

  /** The connector with older files in the place of broken ones, and with what was found in either. */
  of(connector: Connector, findings: readonly Finding[]): Whole {
    const folder = connector.surroundings.folder?.path;
    if (folder !== this.folder) this.files.clear();
    this.folder = folder;
    const notices: string[] = [];
    let all = findings;
    let whole = connector;
    for (const kind of ["apiDefinition", "apiProperties"] as const) {
      const file = connector.file(kind);
      // There are connectors without properties, but none without a definition.
      if (file === undefined && kind === "apiProperties") this.files.delete(kind);
      else if (file?.isJudgeable)
        this.files.set(kind, { file, findings: findings.filter(({ path }) => path === file.path) });
      else {
        const last = this.files.get(kind);
        if (last !== undefined) {
          whole = whole.with(last.file);
          all = [...last.findings, ...all];
        }
        const name = file?.name ?? last?.file.name ?? usualNames[kind];
        notices.push(
          `${name} ${problemOf(file)}. ${last === undefined ? "What it says is shown as soon as it can be read." : "Until it can be read, you see what it said before."}`,
        );
      }
    }
    return { connector: whole, findings: all, notices };
  }
}

/** What keeps a file from being read, and where. */
function problemOf(file: ConnectorFile | undefined): string {
  if (file === undefined) return "is not there";
  const { json } = file;
  const problem = json.problems.find(
    ({ type }) => type === "syntax" || type === "tooDeep" || type === "empty",
  );
  if (problem === undefined) return "cannot be shown, because it holds no JSON object";
  if (problem.type === "empty") return "is empty";
  const { line, character } = json.lines.position(problem.offset);
  const reason = problem.type === "syntax" ? problem.expected : "it is nested too deeply";
  return `is no JSON at present (line ${line + 1}, column ${character + 1}): ${reason}`;
}
