import { Connector, ConnectorFile, type FileKind, type Profile } from "../connector/connector.js";
import { escapeSegment, segments } from "../connector/pointer.js";
import { isObject, member } from "../connector/values.js";
import { checkFile, type OnChecked } from "./judge.js";
import { type Report, type Rule, severityIn } from "./rule.js";
import { sources } from "./sources.js";
import type { SpectralFunction, SpectralResult, SpectralRuleset } from "./spectralRuleset.js";

/** What our own documents say of themselves to the rules, under the key `judged`. */
export interface Judged {
  connector: Connector;
  file: ConnectorFile;
  /** Keeps a report whole, for which Spectral's results have no room, and returns its stand-in. */
  record(rule: Rule, report: Report): string;
  /** Takes an error of a rule, so that the other rules go on. */
  failed(rule: Rule, error: unknown): void;
  checked?: OnChecked | undefined;
  /** What the functions that stand for our rules return, as far as it was found ahead. */
  ahead: Map<StandsFor, SpectralResult[]>;
}

export const judged = Symbol.for("paconn.judged");

type SpectralDocument = Parameters<SpectralFunction>[2]["document"] & { [judged]?: Judged };

/**
 * Our rules as a ruleset of Spectral. Each becomes a rule on the root whose function walks the
 * ready list of the nodes it asks for: Spectral compiles and evaluates no path.
 */
export function toSpectral(rules: readonly Rule[], profile: Profile): SpectralRuleset {
  return {
    rules: Object.fromEntries(
      rules.map((rule) => {
        const severity = severityIn(rule, profile);
        return [
          rule.name,
          {
            description: rule.summary,
            message: "{{error}}",
            severity: severity === "warning" ? "warn" : (severity ?? "off"),
            given: "$",
            resolved: false,
            ...(rule.validatorCodes.length > 0 &&
              rule.on !== "change" && { documentationUrl: sources.validator.url }),
            // biome-ignore lint/suspicious/noThenProperty: Spectral's name of it.
            then: { function: functionOf(rule, profile) },
          },
        ];
      }),
    ),
  };
}

/** Which of our rules a function of Spectral stands for, and in which profile. */
export const standsFor: unique symbol = Symbol("paconn.rule");

export interface StandsFor {
  readonly rule: Rule;
  readonly profile: Profile;
}

export type StandIn = SpectralFunction & { readonly [standsFor]?: StandsFor };

function functionOf(rule: Rule, profile: Profile): StandIn {
  const meant: StandsFor = { rule, profile };
  const check: SpectralFunction = (_value, _options, context) => {
    const document: SpectralDocument = context.document;
    const own = document[judged];
    return own?.ahead.get(meant) ?? resultsOf(meant, own ?? foreign(document), own);
  };
  return Object.assign(check, { [standsFor]: meant });
}

/** What a rule of ours finds in a file, as Spectral takes it. */
export function resultsOf(
  { rule, profile }: StandsFor,
  { connector, file }: { connector: Connector; file: ConnectorFile | undefined },
  own: Judged | undefined,
): SpectralResult[] {
  const results: SpectralResult[] = [];
  if (file !== undefined)
    checkFile(
      rule,
      connector,
      file,
      profile,
      (report) =>
        results.push({
          message: own?.record(rule, report) ?? report.message.replaceAll("{{", "{ {"),
          // Spectral unescapes the segments of a path once more.
          path: segments(report.at).map(escapeSegment),
        }),
      (error) => {
        if (own === undefined) throw error;
        own.failed(rule, error);
      },
      own?.checked,
    );
  return results;
}

/** Documents of another program, such as Spectral's own command line: one file without siblings. */
function foreign(document: SpectralDocument): {
  connector: Connector;
  file: ConnectorFile | undefined;
} {
  const { data } = document;
  if (!isObject(data)) return { connector: new Connector([], "certified"), file: undefined };
  let known = foreignFiles.get(data);
  if (known === undefined) {
    const kind: FileKind | undefined =
      "swagger" in data || "openapi" in data || "paths" in data
        ? "apiDefinition"
        : isObject(member(data.properties, "connectionParameters")) ||
            "iconBrandColor" in ((data.properties as object | undefined) ?? {})
          ? "apiProperties"
          : undefined;
    // Spectral has read the text, whatever its format, and finds the places by their paths.
    const file = kind && new ConnectorFile(kind, document.source ?? "", JSON.stringify(data));
    known = { connector: new Connector(file ? [file] : [], "certified"), file };
    foreignFiles.set(data, known);
  }
  return known;
}

const foreignFiles = new WeakMap<object, ReturnType<typeof foreign>>();
