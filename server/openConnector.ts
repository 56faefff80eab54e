import { Connector, ConnectorFile, type FileKind, textKinds } from "../connector/connector.js";
import { Draft, type SeenFile, type Sight } from "../language/draft.js";

/** Texts beyond this are not read anew for each question: the last version that was read, and what differs from it, do. */
const mostToRead = 100_000;

/** What there is of a connector with open files: its models, kept from one question to the next. */
export class OpenConnector implements Sight {
  private readonly drafts = new Map<FileKind, Draft>();
  /** The drafts of texts that could not be read whole, as they were tried last. */
  private readonly broken = new Map<FileKind, Draft>();

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
      if (!file.isJson || known.text === file.text) continue;
      const draft = this.drafts.get(file.kind);
      const text = draft?.text ?? known.text;
      if (file.json.isComplete) this.take(file, text, false);
      else if (text === file.text && draft?.isTried === false) this.read(known, text, file);
    }
  }

  private read(file: ConnectorFile, text: string, next = versionOf(file, text)): void {
    this.take(this.baseOf(file, next), text, true);
  }

  /**
   * Takes the version of a file on which what is known rests, and the text as it is now.
   * @param isTried whether the text is one that cannot be read whole, when it is another one
   */
  private take(file: ConnectorFile, text: string, isTried: boolean): void {
    const { kind } = file;
    if (file !== this.connector.file(kind)) this.connector = this.connector.with(file);
    this.drafts.delete(kind);
    this.broken.delete(kind);
    if (text === file.text) return;
    const draft = new Draft(file, text, isTried);
    this.drafts.set(kind, draft);
    if (isTried) this.broken.set(kind, draft);
  }

  /**
   * The version of a file on which what is known rests: the text when it can be read whole, else the version before, with
   * what has changed since outside of the fault. When most of it is written over, the text as far as it can be read.
   */
  private baseOf(file: ConnectorFile, next: ConnectorFile): ConnectorFile {
    if (!next.isJson || next.json.isComplete || !file.json.isComplete) return next;
    const carried = this.broken.get(file.kind)?.carry(next.text);
    if (carried !== undefined && carried !== file.text) {
      const successor = versionOf(file, carried);
      if (successor.json.isComplete) return successor;
    }
    return new Draft(file, next.text).isMostlyKnown ? file : next;
  }
}

function versionOf({ kind, path }: ConnectorFile, text: string): ConnectorFile {
  return new ConnectorFile(kind, path, text);
}
