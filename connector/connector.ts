import { ApiDefinition } from "./apiDefinition.js";
import { ApiProperties } from "./apiProperties.js";
import type { Icon } from "./icon.js";
import { JsonText } from "./json.js";
import { keep } from "./keep.js";
import type { MarkdownText } from "./markdown.js";
import type { CertificationPackage } from "./package.js";
import type { Script } from "./script.js";
import type { Solution } from "./solution.js";
import { decode, type EncodingProblem, LineIndex, withoutMark } from "./text.js";
import { isObject } from "./values.js";

/** What a file is to a connector. */
export const fileKinds = [
  "apiDefinition",
  "apiProperties",
  "settings",
  "script",
  "icon",
  "readme",
  "intro",
] as const;
export type FolderFileKind = (typeof fileKinds)[number];

/** A certification package holds connectors and lies in no folder of one. */
export type FileKind = FolderFileKind | "package";

/** The usual name of each file; names are compared ignoring case. */
export const usualNames = {
  apiDefinition: "apiDefinition.swagger.json",
  apiProperties: "apiProperties.json",
  settings: "settings.json",
  script: "script.csx",
  icon: "icon.png",
  readme: "readme.md",
  intro: "intro.md",
} as const satisfies Record<FolderFileKind, string>;

/** The kinds whose text is JSON. */
export const jsonKinds: readonly FileKind[] = ["apiDefinition", "apiProperties", "settings"];

/** The kinds that are text. */
export const textKinds: readonly FileKind[] = fileKinds.filter((kind) => kind !== "icon");

/** The kinds that are Markdown. */
export const readmeKinds: readonly FileKind[] = ["readme", "intro"];

/** By whose requirements a connector is judged. */
export const profiles = ["certified", "independent-publisher", "custom"] as const;
export type Profile = (typeof profiles)[number];

/**
 * The profile that a path tells: connectors in Microsoft's repository, and in copies of its
 * layout, lie in folders named after it. `certified` is the strictest and the default.
 */
export function profileOf(path: string): Profile {
  const folders = path.split(/[\\/]/);
  const folder = folders.findLast((name) =>
    /^(certified|independent-publisher|custom)-connectors$/.test(name),
  );
  return (folder?.replace(/-connectors$/, "") as Profile | undefined) ?? "certified";
}

/** The files of which two versions are compared. */
export const comparedKinds = ["apiDefinition", "apiProperties"] as const;

/**
 * Which of the names in a folder is which file. A `*.swagger.json` beside an `apiProperties.json`
 * counts as the definition when none has the usual name.
 */
export function assignNames(names: readonly string[]): Partial<Record<FolderFileKind, string>> {
  const sorted = [...names].sort();
  const assigned: Partial<Record<FolderFileKind, string>> = {};
  for (const kind of fileKinds) {
    const usual = usualNames[kind];
    const name = sorted.includes(usual)
      ? usual
      : sorted.find((candidate) => candidate.toLowerCase() === usual.toLowerCase());
    if (name !== undefined) assigned[kind] = name;
  }
  if (assigned.apiDefinition === undefined && assigned.apiProperties !== undefined) {
    const other = sorted.find((name) => name.toLowerCase().endsWith(".swagger.json"));
    if (other !== undefined) assigned.apiDefinition = other;
  }
  return assigned;
}

/** One file of a connector. */
export class ConnectorFile {
  /** Empty when the file is no text. */
  readonly text: string;
  /** What the file holds when it is no text. */
  readonly bytes: Uint8Array | undefined;
  readonly byteOrderMark: boolean;
  readonly encodingProblem: EncodingProblem | undefined;

  constructor(
    readonly kind: FileKind,
    /** Its absolute path. */
    readonly path: string,
    content: Uint8Array | string,
  ) {
    const isBinary = !textKinds.includes(kind) && typeof content !== "string";
    this.bytes = isBinary ? content : undefined;
    const decoded = isBinary
      ? withoutMark("")
      : typeof content === "string"
        ? withoutMark(content)
        : decode(content);
    this.text = decoded.text;
    this.byteOrderMark = decoded.byteOrderMark;
    this.encodingProblem = "problem" in decoded ? decoded.problem : undefined;
  }

  /** Its name without the folders. */
  get name(): string {
    return this.path.slice(Math.max(this.path.lastIndexOf("/"), this.path.lastIndexOf("\\")) + 1);
  }

  /** The text with its byte order mark, as it is written. */
  get content(): string {
    return (this.byteOrderMark ? "\uFEFF" : "") + this.text;
  }

  /** The text read as JSON. */
  get json(): JsonText {
    return keep(this, "json", new JsonText(this.text));
  }

  get isJson(): boolean {
    return jsonKinds.includes(this.kind);
  }

  /** The lines of the text. */
  get lines(): LineIndex {
    return keep(this, "lines", this.isJson ? this.json.lines : new LineIndex(this.text));
  }

  /** The same file with another text. */
  withText(text: string): ConnectorFile {
    return new ConnectorFile(this.kind, this.path, (this.byteOrderMark ? "\uFEFF" : "") + text);
  }

  /** Whether another reading of the file gave the same text; what is no text is never the same. */
  isSameAs(other: ConnectorFile): boolean {
    const { kind, path, text, byteOrderMark, encodingProblem } = this;
    return (
      this.bytes === undefined &&
      kind === other.kind &&
      path === other.path &&
      byteOrderMark === other.byteOrderMark &&
      encodingProblem === undefined &&
      other.encodingProblem === undefined &&
      text === other.text
    );
  }

  /** Whether the text was read whole and is an object, so that what it says can be judged. */
  get isJudgeable(): boolean {
    return this.json.isComplete && isObject(this.json.value);
  }
}

/**
 * Readers of the files that are no JSON. They are loaded late, by whoever reads a connector that has such a file;
 * nothing is known of what a file says whose reader is missing.
 */
export interface Readers {
  script?(text: string): Script;
  icon?(bytes: Uint8Array): Icon;
  markdown?(text: string): MarkdownText;
}

/** What there is to a connector besides its files. */
export interface Surroundings {
  readers?: Readers;
  /** The absolute path of its folder, and the names of all that lies in it. */
  folder?: { path: string; names: readonly string[] };
  /** The files that its settings name and that are not there. */
  missing?: readonly FolderFileKind[];
  /** What the file holds when it is a certification package. */
  package?: CertificationPackage;
  /** The solutions in it, or the one that it is. */
  solutions?: readonly Solution[];
  /** The version before, for telling what has changed. */
  previous?: Connector;
  /** What broken files say counts, too, as far as it could be read: for editors, in which nothing is whole for long. */
  isTolerant?: boolean;
}

/** A connector as a whole: its files and what they say. A file that is not there is `undefined`. */
export class Connector {
  private readonly files: ReadonlyMap<FileKind, ConnectorFile>;

  constructor(
    files: readonly ConnectorFile[],
    readonly profile: Profile,
    readonly surroundings: Surroundings = {},
  ) {
    this.files = new Map(files.map((file) => [file.kind, file]));
  }

  file(kind: FileKind): ConnectorFile | undefined {
    return this.files.get(kind);
  }

  get all(): readonly ConnectorFile[] {
    return [...this.files.values()];
  }

  /** The same connector with another text of one of its files. */
  with(file: ConnectorFile): Connector {
    return new Connector(
      [...new Map(this.files).set(file.kind, file).values()],
      this.profile,
      this.surroundings,
    );
  }

  /** The same connector with the files of another reading of it that say the same, so that nothing is read twice. */
  sharing(other: Connector): Connector {
    const files = this.all.map((file) => {
      const known = other.file(file.kind);
      return known !== undefined && file.isSameAs(known) ? known : file;
    });
    return new Connector(files, this.profile, this.surroundings);
  }

  /** The same connector with some of its files alone, told by their paths. */
  only(paths: ReadonlySet<string>): Connector {
    const files = this.all.filter(({ path }) => paths.has(path));
    return new Connector(files, this.profile, this.surroundings);
  }

  /** The same connector as the successor of another version. */
  since(previous: Connector): Connector {
    return new Connector(this.all, this.profile, { ...this.surroundings, previous });
  }

  /** The file with which findings about the folder as a whole are found: the definition when there is one. */
  get mainFile(): ConnectorFile | undefined {
    return this.all.find((file) => file.isJson);
  }

  /** The model of the definition, when the file is there and can be read. */
  get apiDefinition(): ApiDefinition | undefined {
    const file = this.file("apiDefinition");
    const model = this.canRead(file) ? new ApiDefinition(file.json.value) : undefined;
    return keep(this, "apiDefinition", model);
  }

  /** The model of the properties, when the file is there and can be read. */
  get apiProperties(): ApiProperties | undefined {
    const file = this.file("apiProperties");
    const model = this.canRead(file) ? new ApiProperties(file.json.value) : undefined;
    return keep(this, "apiProperties", model);
  }

  /** The model of the script, when the file is there and can be read. */
  get script(): Script | undefined {
    return keep(this, "script", this.readText("script", this.surroundings.readers?.script));
  }

  /** What the icon looks like, when the file is there. */
  get icon(): Icon | undefined {
    const bytes = this.file("icon")?.bytes;
    const icon = bytes && this.surroundings.readers?.icon?.(bytes);
    return keep(this, "icon", icon);
  }

  get readme(): MarkdownText | undefined {
    return keep(this, "readme", this.readText("readme", this.surroundings.readers?.markdown));
  }

  get intro(): MarkdownText | undefined {
    return keep(this, "intro", this.readText("intro", this.surroundings.readers?.markdown));
  }

  private canRead(file: ConnectorFile | undefined): file is ConnectorFile {
    if (this.surroundings.isTolerant === true) return isObject(file?.json.value);
    return file?.isJudgeable === true;
  }

  private readText<Model>(kind: FileKind, read: ((text: string) => Model) | undefined) {
    const file = this.file(kind);
    return file === undefined ? undefined : read?.(file.text);
  }
}
