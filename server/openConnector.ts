import { Connector, ConnectorFile, type FileKind, textKinds } from "../connector/connector.js";
import { Draft, type SeenFile, type Sight } from "../language/draft.js";

/** Texts beyond this are not read anew for each question: the last version that was read, and what differs from it, do. */
const mostToRead = 100_000;

/** What there is of a connector with open files: its models, kept from one question to the next. */
export class OpenConnector implements Sight {
  private readonly drafts = new Map<FileKind, Draft>();

  /** @param connector as it is on disk, or with the texts of the editor */
  constructor(
    public connector: Connector,
    readonly uriOf: (path: string) => string,
  ) {
    const { surroundings, all, profile } = connector;
    this.connector = new Connector(all, profile, { ...surroundings, isTolerant: true });
  }

  draft(file: ConnectorFile): Draft {
    return this.drafts.get(file.kind) ?? new Draft(file);
  }

  /** One of its files, told by its path. */
  seen(path: string): SeenFile | undefined {
    const file = this.connector.all.find((each) => each.path === path);
    return file && { sight: this, draft: this.draft(file) };
  }

  /**
   * Takes the texts of the open files.
   * @param isExact whether large texts are read anew, too
   */
  update(texts: ReadonlyMap<string, string>, isExact: boolean): void {
    for (const file of this.connector.all) {
      const text = texts.get(file.path);
      if (text === undefined || !textKinds.includes(file.kind)) continue;
      const draft = this.drafts.get(file.kind);
      const isKnown = text === (draft?.text ?? file.text);
      if (isKnown && (draft === undefined || draft.isTried || !isExact)) continue;
      if (!isExact && file.isJson && text.length > mostToRead)
        this.drafts.set(file.kind, new Draft(file, text));
      else this.read(file, text);
    }
  }

  /** Takes files that were read to judge the connector, so that they are not read twice. */
  adopt(judged: Connector): void {
    for (const file of judged.all) {
      const known = this.connector.file(file.kind);
      if (known === undefined || known === file || known.path !== file.path) continue;
      if (!file.isJson || !file.json.isComplete || known.text === file.text) continue;
      this.connector = this.connector.with(file);
      const text = this.drafts.get(file.kind)?.text ?? file.text;
      if (text === file.text) this.drafts.delete(file.kind);
      else this.drafts.set(file.kind, new Draft(file, text));
    }
  }

  private read(file: ConnectorFile, text: string): void {
    const next = new ConnectorFile(file.kind, file.path, text);
    const isGood = !next.isJson || next.json.isComplete || !file.json.isComplete;
    const read = isGood ? next : file;
    if (read !== file) this.connector = this.connector.with(read);
    if (text === read.text) this.drafts.delete(file.kind);
    else this.drafts.set(file.kind, new Draft(read, text, true));
  }
}
