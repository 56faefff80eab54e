import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, posix, relative, resolve, sep } from "node:path";
import {
  assignNames,
  Connector,
  ConnectorFile,
  comparedKinds,
  type FileKind,
  type Profile,
  profileOf,
} from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { namedFiles } from "../connector/settings.js";
import { decode } from "../connector/text.js";
import { UserError } from "./errors.js";
import { kindByName } from "./findConnectors.js";
import { maximumBytes } from "./readConnector.js";

/** A folder or a file in a commit. */
export interface GitPlace {
  /** As the user wrote it: `HEAD~1`, a branch, a tag, a hash. */
  ref: string;
  path: string;
}

/** Reads `REF:PATH`; `undefined` for what is a path on disk, `C:\contoso` for one. */
export function gitPlaceOf(given: string): GitPlace | undefined {
  const { ref, path } = /^(?<ref>[^:]+):(?<path>.*)$/s.exec(given)?.groups ?? {};
  if (ref === undefined || path === undefined || existsSync(given)) return undefined;
  return /^[a-z]$/i.test(ref) ? undefined : { ref, path };
}

/** A commit of the repository that a folder on disk lies in. */
export class GitCommit {
  private constructor(
    private readonly root: string,
    private readonly hash: string,
    readonly ref: string,
  ) {}

  /** @throws UserError without git, outside of a repository, or when there is no such commit */
  static async find(ref: string, folder: string): Promise<GitCommit> {
    // Git would take it for an option.
    if (ref.startsWith("-"))
      throw new UserError(`"${ref}" is no version of git.`, "Name a branch, a tag or a commit.");
    const root = (await git(folder, ["rev-parse", "--show-toplevel"]))
      .toString()
      .replace(/\n$/, "");
    try {
      const found = await git(root, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
      return new GitCommit(root, found.toString().trim(), ref);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new UserError(
        `There is no version "${ref}" in the repository ${root}.`,
        "Name a branch, a tag or a commit that has been fetched.",
      );
    }
  }

  /** The path of a file or folder on disk, as the commit names it. */
  async pathOf(path: string): Promise<string> {
    const real = await realpath(dirname(resolve(path))).catch(() => dirname(resolve(path)));
    const root = await realpath(this.root);
    const inside = relative(root, resolve(real, basename(path)));
    return inside.split(sep).join("/");
  }

  /**
   * The path that `REF:PATH` means, from the root of the repository, or from a folder when it begins with a dot, as git has it.
   */
  async resolve(path: string, folder: string): Promise<string> {
    const isRelative = /^\.{1,2}(\/|$)/.test(path);
    const from = isRelative && resolve(folder) !== this.root ? await this.pathOf(folder) : "";
    return posix.join(from, path).replace(/\/$/, "").replace(/^\.$/, "");
  }

  /**
   * The connector that a folder or a file was in this commit; of a file, that one alone.
   * `undefined` when neither was there.
   */
  async connector(
    path: string,
    { kind, profile = profileOf(path) }: { kind?: FileKind | undefined; profile?: Profile } = {},
  ): Promise<Connector | undefined> {
    const type = await this.typeOf(path);
    if (type === "blob") {
      const content = await this.read(path);
      const found = kind ?? kindByName(path) ?? "apiDefinition";
      return new Connector([new ConnectorFile(found, this.shown(path), content)], profile);
    }
    if (type !== "tree") return undefined;
    const names = await this.list(path);
    const files = new Map<FileKind, string>();
    const at = (name: string) => posix.join(path, name);
    for (const [kind, name] of Object.entries(assignNames(names)))
      files.set(kind as FileKind, at(name));
    const settings = files.get("settings");
    if (settings !== undefined) {
      const { value } = new JsonText(decode(await this.read(settings)).text);
      for (const [kind, name] of Object.entries(namedFiles(value)))
        if ((await this.typeOf(at(name))) === "blob") files.set(kind as FileKind, at(name));
    }
    // A comparison asks for nothing else.
    const compared = comparedKinds.flatMap((kind) => {
      const file = files.get(kind);
      return file === undefined ? [] : [{ kind, file }];
    });
    if (compared.length === 0) return undefined;
    const read = compared.map(
      async ({ kind, file }) => new ConnectorFile(kind, this.shown(file), await this.read(file)),
    );
    return new Connector(await Promise.all(read), profile, {
      folder: { path: this.shown(path), names },
    });
  }

  private shown(path: string): string {
    return `${this.ref}:${path}`;
  }

  private async typeOf(path: string): Promise<string | undefined> {
    if (path === ".." || path.startsWith("../") || posix.isAbsolute(path)) return undefined;
    try {
      return (await git(this.root, ["cat-file", "-t", this.object(path)])).toString().trim();
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }

  /** The names of the files in a folder; links and modules are none. */
  private async list(path: string): Promise<string[]> {
    const listed = await git(this.root, ["ls-tree", "-z", this.object(path)]);
    return listed
      .toString()
      .split("\0")
      .flatMap((line) => /^100\d{3} blob \w+\t(.+)$/s.exec(line)?.[1] ?? []);
  }

  private async read(path: string): Promise<Buffer> {
    const size = Number(await git(this.root, ["cat-file", "-s", this.object(path)]));
    if (size > maximumBytes)
      throw new UserError(
        `${this.shown(path)} has ${size} bytes, more than ${maximumBytes}.`,
        undefined,
        3,
      );
    return git(this.root, ["cat-file", "blob", this.object(path)]);
  }

  /** The hash comes first, so that no path is an option. */
  private object(path: string): string {
    return `${this.hash}:${path}`;
  }
}

/** Git has run and refused. */
class GitError extends Error {}

/** What git prints. It fetches nothing, asks nothing and locks nothing. */
async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const env = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    LC_ALL: "C",
  };
  return new Promise((done, fail) => {
    execFile(
      "git",
      ["--no-pager", ...args],
      { cwd: folder, env, encoding: "buffer", maxBuffer: maximumBytes + 1000, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) return done(stdout);
        const said = stderr.toString();
        if (error.code === ("ENOENT" as unknown) && existsSync(folder))
          return fail(
            new UserError("git is not installed.", "Install it, or compare two folders."),
          );
        if (/not a git repository|dubious ownership/.test(said) || !existsSync(folder))
          return fail(
            new UserError(
              `${folder} lies in no repository of git${/dubious/.test(said) ? " that you own" : ""}.`,
              "Compare two folders or files: paconn diff OLD NEW",
            ),
          );
        fail(new GitError(said));
      },
    );
  });
}
