import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import {
  type Connector,
  type ConnectorFile,
  type Profile,
  profiles,
} from "../connector/connector.js";
import { asArray, isObject, type JsonObject } from "../connector/values.js";
import { rules } from "../rulesets/index.js";
import { type Course, type Judgement, judgeInSteps } from "../rulesets/judge.js";
import { nearest } from "../rulesets/nearest.js";
import type { SpectralRuleset } from "../rulesets/spectralRuleset.js";
import { toSpectral } from "../rulesets/toSpectral.js";
import { reasonOf, UserError } from "./errors.js";
import type { Overlay } from "./readConnector.js";
import type { YamlPath } from "./yamlFile.js";

/** The names that Spectral looks for, in its order. */
const names = [
  ".spectral.yaml",
  ".spectral.yml",
  ".spectral.json",
  ".spectral.js",
  ".spectral.mjs",
] as const;

/** What a ruleset of Spectral may say. */
const keys: readonly string[] = [
  "extends",
  "rules",
  "overrides",
  "aliases",
  "formats",
  "functions",
  "functionsDir",
  "parserOptions",
  "documentationUrl",
  "description",
];

const severities: readonly string[] = ["error", "warn", "info", "hint", "off"];

/** What connectors are judged by. */
export interface Judge {
  /** Whether it is our rules as they are, without configuration. */
  isOwn?: true;
  judge(connector: Connector, files: readonly ConnectorFile[], course?: Course): Promise<Judgement>;
}

/** A function of a user's ruleset that threw while it judged. */
interface UserRuleFailure {
  rule: string;
  error: unknown;
}

/**
 * The nearest configuration from a folder upwards, as far as the root of its repository or the
 * home folder, or the root of the file system when it lies in neither.
 */
export function findRuleset(folder: string, overlay?: Overlay): string | undefined {
  for (const at of foldersForRuleset(folder))
    for (const name of names) {
      const path = join(at, name);
      if (overlay?.has(path) || existsSync(path)) return path;
    }
  return undefined;
}

/** Where the configuration of a connector may be, the nearest folder first. */
function* foldersForRuleset(folder: string): Generator<string> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    yield at;
    if (existsSync(join(at, ".git")) || at === homedir() || at === dirname(at)) return;
  }
}

/** Where a first configuration of a connector is best: as high as one of the folders that hold it. */
export function placeForRuleset(folder: string, roots: readonly string[]): string {
  const within = [...foldersForRuleset(folder)].filter((each) => roots.includes(each));
  return join(within.at(-1) ?? folder, ".spectral.yaml");
}

export interface LoadOptions {
  overlay?: Overlay;
  /**
   * Whether code of the ruleset may be run (default: yes): JavaScript files, and the expressions in
   * paths and messages, which Spectral compiles to JavaScript without holding them in.
   */
  allowsCode?: boolean;
  /** Takes the absolute path of each file that the ruleset consists of, also of a missing one. */
  onFile?(path: string): void;
}

/** The ruleset of a configuration file, for connectors of a profile. @throws UserError */
export async function loadRuleset(
  path: string,
  profile: Profile,
  options: LoadOptions = {},
): Promise<Judge> {
  const { Ruleset, judgeBySpectral } = await import("../rulesets/spectral.js");
  // Filled while judging; the faulty rule finds nothing and the others go on.
  const failures: UserRuleFailure[] = [];
  const loader = new Loader(profile, failures, options);
  const { definition, located } = await loader.load(resolve(path));
  if (!loader.hasPaconn) {
    // Wrapping the file instead would lose its overrides: Spectral takes those of the outermost only.
    definition.extends = [toSpectral(rules, profile), ...extensionsOf(definition)];
  }
  try {
    const ruleset = new Ruleset(definition as never, {
      severity: "recommended",
      source: resolve(path),
    });
    return {
      async judge(connector, files, course) {
        const judgement = await judgeBySpectral(connector, files, ruleset, course);
        for (const { rule, error } of failures.splice(0))
          judgement.failures.push({ rule, isOurs: false, path: resolve(path), error });
        return judgement;
      },
    };
  } catch (error) {
    throw located(error);
  }
}

/** Judges connectors without configuration: by our rules alone, which need no Spectral. */
export const ownRules: Judge = {
  isOwn: true,
  judge: (connector, files, course = {}) => judgeInSteps(connector, files, course),
};

interface Loaded {
  /** As Spectral takes it in JavaScript: functions, formats and extended rulesets are values. */
  definition: JsonObject;
  /** Makes an error of Spectral's own check one that names file, line and column. */
  located(error: unknown): unknown;
}

class Loader {
  /** Whether the configuration extends our rules somewhere. */
  hasPaconn = false;
  constructor(
    private readonly profile: Profile,
    private readonly failures: UserRuleFailure[],
    private readonly options: LoadOptions,
  ) {}

  /** @param chain the files that led to this one */
  async load(path: string, chain: readonly string[] = []): Promise<Loaded> {
    if (chain.includes(path))
      throw new UserError(
        `${shown(path)} extends itself: ${[...chain, path].map(shown).join(" -> ")}.`,
        "Remove one of these extends.",
      );
    this.options.onFile?.(path);
    return /\.m?js$|\.cjs$/.test(path)
      ? this.loadScript(path)
      : this.loadData(path, [...chain, path]);
  }

  /** YAML and JSON are read here, so that every error has its place. */
  private async loadData(path: string, chain: readonly string[]): Promise<Loaded> {
    let text: string;
    try {
      const open = textOf(this.options.overlay?.get(path));
      // To read from a pipe or a device could take for ever.
      if (open === undefined && !statSync(path).isFile()) throw new Error("it is no file");
      text = open ?? readFileSync(path, "utf8");
    } catch (error) {
      throw new UserError(`${shown(path)} cannot be read: ${reasonOf(error)}.`);
    }
    const { YamlFile } = await import("./yamlFile.js");
    const file = new YamlFile(path, shown(path), text);
    const fail: Fail = (at, reason, todo) => file.fail(at, reason, todo);
    const raw = file.value;
    if (!isObject(raw))
      return fail([], "A ruleset is an object with extends, rules or overrides.") as never;
    for (const key of Object.keys(raw))
      if (!keys.includes(key)) {
        const proposal = nearest(key, keys);
        fail(
          [key],
          `A ruleset has no "${key}".`,
          proposal === undefined ? `It has ${keys.join(", ")}.` : `Did you mean "${proposal}"?`,
        );
      }
    if (this.options.allowsCode === false) refuseExpressions(raw, [], fail);
    const { functions, functionsDir, ...definition } = raw;
    const own = await this.loadFunctions(path, functions, functionsDir, fail);

    definition.extends = await this.extend(chain, extensionsOf(raw), fail, ["extends"]);
    if (!("extends" in raw)) delete definition.extends;
    await this.complete(definition, [], own, fail);
    for (const [index, override] of asArray(definition.overrides).entries()) {
      if (!isObject(override)) continue;
      if ("extends" in override)
        override.extends = await this.extend(chain, extensionsOf(override), fail, [
          "overrides",
          index,
          "extends",
        ]);
      await this.complete(override, ["overrides", index], own, fail);
    }
    this.checkNames(definition, fail);
    return {
      definition,
      located: (error) => {
        const [first] = (error as AggregateError).errors ?? [error];
        const { path: at, message } = first as { path?: string[]; message: string };
        return errorOf(() => fail(at ?? [], sentence(message)));
      },
    };
  }

  /** Puts functions and formats in the place of their names. */
  private async complete(
    part: JsonObject,
    at: YamlPath,
    own: ReadonlyMap<string, unknown>,
    fail: Fail,
  ): Promise<void> {
    const formats = async (value: unknown, at: YamlPath) =>
      Array.isArray(value)
        ? Promise.all(
            value.map((name, index) =>
              findFormat(String(name)).then(
                (found) => found ?? fail([...at, index], `There is no format "${name}".`),
              ),
            ),
          )
        : value;
    if ("formats" in part) part.formats = await formats(part.formats, [...at, "formats"]);
    for (const [name, alias] of Object.entries(isObject(part.aliases) ? part.aliases : {}))
      if (isObject(alias))
        for (const [index, target] of asArray(alias.targets).entries())
          if (isObject(target))
            target.formats = await formats(target.formats, [
              ...at,
              "aliases",
              name,
              "targets",
              index,
              "formats",
            ]);
    for (const [name, rule] of Object.entries(isObject(part.rules) ? part.rules : {})) {
      if (!isObject(rule)) continue;
      const ruleAt = [...at, "rules", name];
      if ("formats" in rule) rule.formats = await formats(rule.formats, [...ruleAt, "formats"]);
      const isList = Array.isArray(rule.then);
      for (const [index, then] of (isList ? asArray(rule.then) : [rule.then]).entries()) {
        if (!isObject(then) || typeof then.function !== "string") continue;
        const thenAt = isList ? [...ruleAt, "then", index] : [...ruleAt, "then"];
        const found = own.get(then.function) ?? (await coreFunction(then.function));
        if (found === undefined)
          fail(
            [...thenAt, "function"],
            `There is no function "${then.function}".`,
            "Name one of Spectral's functions, or list your own under functions.",
          );
        then.function = this.guard(name, found);
      }
    }
  }

  /** Loads what a file extends. */
  private async extend(
    chain: readonly string[],
    extensions: readonly unknown[],
    fail: Fail,
    at: YamlPath,
  ): Promise<unknown[]> {
    const isList = extensions.length > 1;
    return Promise.all(
      extensions.map(async (extension, index) => {
        const where = isList ? [...at, index] : at;
        const [name, severity] = Array.isArray(extension) ? extension : [extension];
        if (typeof name !== "string")
          return fail(where, "A ruleset is extended by its name or path.") as never;
        if (severity !== undefined && !/^(off|recommended|all)$/.test(String(severity)))
          fail(
            where,
            `A ruleset is extended as "off", "recommended" or "all", not as "${severity}".`,
          );
        const ruleset = await this.findExtension(chain, name, (reason, todo) =>
          fail(where, reason, todo),
        );
        return severity === undefined ? ruleset : [ruleset, severity];
      }),
    );
  }

  private async findExtension(
    chain: readonly string[],
    name: string,
    fail: (reason: string, todo?: string) => never,
  ): Promise<unknown> {
    const path = chain.at(-1)!;
    const own = this.ownRuleset(name);
    if (own !== undefined) return own;
    if (name.startsWith("paconn/"))
      return fail(
        `There is no ruleset "${name}".`,
        `Use paconn, ${profiles.map((profile) => `paconn/${profile}`).join(", ")}.`,
      );
    if (name.startsWith("spectral:")) {
      const stock = await membersOf(import("@stoplight/spectral-rulesets"));
      return (
        stock[name.slice("spectral:".length)] ??
        fail(
          `There is no ruleset "${name}".`,
          "Spectral has spectral:oas, spectral:asyncapi and spectral:arazzo.",
        )
      );
    }
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(name))
      return fail(
        `"${name}" would have to be fetched, and nothing is fetched.`,
        "Save the ruleset beside this file, or install it as a package.",
      );
    try {
      const found =
        /^\.{0,2}[\\/]/.test(name) || existsSync(resolve(dirname(path), name))
          ? resolve(dirname(path), name)
          : createRequire(path).resolve(name);
      return (await this.load(found, chain)).definition;
    } catch (error) {
      if (error instanceof UserError && !existsSync(resolve(dirname(path), name)))
        return fail(`There is no ruleset "${name}".`);
      const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
      if (code === "MODULE_NOT_FOUND")
        return fail(
          `There is no ruleset and no installed package "${name}".`,
          `Install it with npm, or check its name.`,
        );
      if (/^ERR_(PACKAGE|INVALID_PACKAGE|UNSUPPORTED)/.test(code))
        return fail(
          `The package "${name}" cannot be loaded: ${sentence(reasonOf(error))}`,
          "Extend the path of its ruleset instead.",
        );
      throw error;
    }
  }

  /** Our rules: `paconn` for the profile in force, `paconn/<profile>` for a certain one. */
  ownRuleset(name: string): SpectralRuleset | undefined {
    const profile =
      name === "paconn" ? this.profile : profiles.find((each) => name === `paconn/${each}`);
    if (profile === undefined) return undefined;
    this.hasPaconn = true;
    return toSpectral(rules, profile);
  }

  private async loadFunctions(
    path: string,
    functions: unknown,
    folder: unknown,
    fail: Fail,
  ): Promise<Map<string, unknown>> {
    const own = new Map<string, unknown>();
    for (const [index, entry] of asArray(functions).entries()) {
      const [name] = Array.isArray(entry) ? entry : [entry];
      if (typeof name !== "string" || !/^[\w-]+$/.test(name))
        fail(["functions", index], "A function is listed by its name.");
      const file = join(
        dirname(path),
        typeof folder === "string" ? folder : "functions",
        `${name}.js`,
      );
      this.options.onFile?.(file);
      if (!existsSync(file)) fail(["functions", index], `${shown(file)} does not exist.`);
      own.set(name, await this.loadModule(file));
    }
    return own;
  }

  private async loadScript(path: string): Promise<Loaded> {
    if (!existsSync(path)) throw new UserError(`${shown(path)} does not exist.`);
    const definition = await this.loadModule(path);
    if (!isObject(definition))
      throw new UserError(
        `${shown(path)} exports no ruleset.`,
        "Export an object with extends, rules or overrides.",
      );
    const guarded = this.guardAll(definition);
    return {
      definition: guarded,
      located: (error) => {
        const [first] = (error as AggregateError).errors ?? [error];
        const { path: at, message } = first as { path?: string[]; message: string };
        return new UserError(
          `${shown(path)}: ${at?.length ? `${at.join(".")}: ` : ""}${sentence(message)}`,
        );
      },
    };
  }

  private async loadModule(path: string): Promise<unknown> {
    if (this.options.allowsCode === false)
      throw new UserError(
        `${shown(path)} is JavaScript, which is run only in a folder that you trust.`,
        "Trust the folder in your editor, or write the ruleset in YAML.",
      );
    const { loadModule } = await import("./loadModule.js");
    try {
      return await loadModule(
        path,
        (name) => this.ownRuleset(name),
        (file) => this.options.onFile?.(file),
      );
    } catch (error) {
      // The bundler knows the place of a fault, also in a file that this one imports.
      const { loc } = (error ?? {}) as { loc?: { file?: string; line: number; column: number } };
      const place = loc
        ? `${shown(loc.file ?? path)}:${loc.line}:${loc.column + 1}: This`
        : `${shown(path)}`;
      const reason = reasonOf(error).replace(
        / \(Note that you need plugins.*\)| \(\d+:\d+\) in .*$/g,
        "",
      );
      throw new UserError(`${place} cannot be loaded: ${sentence(reason)}`);
    }
  }

  /** A function that throws costs its own findings only; what it threw is kept for the report. */
  private guard(rule: string, check: unknown): unknown {
    if (typeof check !== "function") return check;
    return new Proxy(check, {
      apply: (target, self, args) => {
        try {
          const results: unknown = Reflect.apply(target, self, args);
          return results instanceof Promise
            ? results
                .then((settled) => this.checked(rule, settled))
                .catch((error) => this.keep(rule, error))
            : this.checked(rule, results);
        } catch (error) {
          return this.keep(rule, error);
        }
      },
    });
  }

  /** What a function may return: nothing, or a list of findings. */
  private checked(rule: string, results: unknown): unknown {
    const isRight =
      results === undefined ||
      (Array.isArray(results) &&
        results.every((result) => isObject(result) && typeof result.message === "string"));
    return isRight
      ? results
      : this.keep(rule, new Error("its function returns something else than a list of findings"));
  }

  private keep(rule: string, error: unknown): never[] {
    if (!this.failures.some((failure) => failure.rule === rule))
      this.failures.push({ rule, error });
    return [];
  }

  /** A copy of a ruleset whose functions are guarded. Stock rulesets are shared and stay as they are. */
  private guardAll(definition: JsonObject): JsonObject {
    const rules = Object.fromEntries(
      Object.entries(isObject(definition.rules) ? definition.rules : {}).map(([name, rule]) => {
        if (!isObject(rule)) return [name, rule];
        const guardThen = (then: unknown) =>
          isObject(then) ? { ...then, function: this.guard(name, then.function) } : then;
        const then = Array.isArray(rule.then) ? rule.then.map(guardThen) : guardThen(rule.then);
        return [name, "then" in rule ? { ...rule, then } : rule];
      }),
    );
    const guarded = { ...definition };
    if ("rules" in definition) guarded.rules = rules;
    // Only what is written in the file itself: what it imports may be a stock ruleset, known by its identity.
    if (Array.isArray(definition.overrides))
      guarded.overrides = definition.overrides.map((override) =>
        isObject(override) ? this.guardAll(override) : override,
      );
    return guarded;
  }

  /** A severity for a rule that does not exist is a slip of the pen. */
  private checkNames(definition: JsonObject, fail: Fail): void {
    const known = new Set(rules.map(({ name }) => name));
    const collect = (value: unknown) => {
      const ruleset = Array.isArray(value) ? value[0] : value;
      if (!isObject(ruleset)) return;
      for (const name of Object.keys(isObject(ruleset.rules) ? ruleset.rules : {})) known.add(name);
      for (const extension of extensionsOf(ruleset)) collect(extension);
      for (const override of asArray(ruleset.overrides)) collect(override);
    };
    for (const extension of extensionsOf(definition)) collect(extension);
    const parts: [JsonObject, (string | number)[]][] = [
      [definition, []],
      ...asArray(definition.overrides).flatMap(
        (override, index): [JsonObject, (string | number)[]][] =>
          isObject(override) ? [[override, ["overrides", index]]] : [],
      ),
    ];
    for (const [part] of parts)
      for (const [name, rule] of Object.entries(isObject(part.rules) ? part.rules : {}))
        if (isObject(rule)) known.add(name);
    for (const [part, at] of parts) {
      for (const extension of extensionsOf(part)) collect(extension);
      for (const [name, rule] of Object.entries(isObject(part.rules) ? part.rules : {})) {
        if (typeof rule === "string" && !severities.includes(rule))
          fail([...at, "rules", name], `A severity is ${severities.join(", ")}, not "${rule}".`);
        if (known.has(name)) continue;
        const proposal = nearest(name, [...known]);
        fail(
          [...at, "rules", name],
          `There is no rule "${name}".`,
          proposal === undefined ? "`paconn rules` lists them all." : `Did you mean "${proposal}"?`,
        );
      }
    }
  }
}

/** Tells what is wrong at a place of a file. @throws UserError always */
type Fail = (at: YamlPath, reason: string, todo?: string) => never;

/**
 * Refuses what Spectral would run as code: filters and scripts in paths, which have parentheses, and
 * expressions in messages.
 */
function refuseExpressions(value: unknown, at: YamlPath, fail: Fail): void {
  if (typeof value === "string") {
    const keys = at.filter((key) => typeof key === "string");
    const isPath = keys.at(-1) === "given" || keys.at(-1) === "field" || keys.includes("aliases");
    if ((isPath && value.includes("(")) || value.includes("#{{"))
      fail(
        at,
        "Expressions in paths and messages are run only in a folder that you trust.",
        "Trust the folder in your editor, or write the path without parentheses.",
      );
  } else if (Array.isArray(value))
    for (const [index, item] of value.entries()) refuseExpressions(item, [...at, index], fail);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) refuseExpressions(item, [...at, key], fail);
}

function errorOf(fail: () => never): unknown {
  try {
    return fail();
  } catch (error) {
    return error;
  }
}

function extensionsOf(definition: JsonObject): unknown[] {
  const { extends: extended } = definition;
  if (extended === undefined) return [];
  // A list of names, a list of [name, severity], one name, or one [name, severity].
  if (!Array.isArray(extended)) return [extended];
  const isPair =
    extended.length === 2 &&
    /^(off|recommended|all)$/.test(String(extended[1])) &&
    !Array.isArray(extended[0]);
  return isPair ? [extended] : extended;
}

/** The members of a CommonJS package, however the module system in use hands them out. */
async function membersOf(imported: Promise<object>): Promise<Record<string, unknown>> {
  const module = (await imported) as Record<string, unknown>;
  return isObject(module.default) ? module.default : module;
}

async function coreFunction(name: string): Promise<unknown> {
  const functions = await membersOf(import("@stoplight/spectral-functions"));
  const found = functions[name];
  return typeof found === "function" ? found : undefined;
}

async function findFormat(name: string): Promise<unknown> {
  const formats = await membersOf(import("@stoplight/spectral-formats"));
  const draft = name.replace(/^json-schema-(?=20\d\d)/, "json-schema-draft-");
  const member = draft
    .replace(/\.|(?<=\d)-(?=\d)/g, "_")
    .replace(/-([\da-z])/g, (_, letter: string) => letter.toUpperCase());
  const found = formats[member];
  return typeof found === "function" ? found : undefined;
}

function textOf(content: Uint8Array | string | undefined): string | undefined {
  return content === undefined || typeof content === "string"
    ? content
    : new TextDecoder().decode(content);
}

function sentence(message: string): string {
  const text = message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A path as people read it: from the current folder when it lies below. */
function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === "" || fromHere.startsWith("..") ? path : fromHere;
}
