import type { Archive, Location } from "./archive.js";
import { child, type Pointer } from "./pointer.js";
import { decode } from "./text.js";
import { member } from "./values.js";

/** A solution of Power Platform, as it is exported. */
export interface Solution {
  location: Location;
  archive: Archive;
  /** What `customizations.xml` and `solution.xml` say; `undefined` when they are missing or no XML. */
  parts: SolutionParts | undefined;
}

export interface SolutionParts {
  /** Whether `solution.xml` is XML. */
  hasManifest: boolean;
  isManaged: boolean;
  connectors: readonly SolutionConnector[];
  /** The paths of the flows, as `customizations.xml` names them; the list of flows may be empty and there. */
  workflows: readonly string[] | undefined;
  hasPlugin: boolean;
}

/** A connector in a solution: what it is called, and the paths of its files. */
export interface SolutionConnector {
  name: string;
  displayName: string;
  iconBrandColor: string | undefined;
  files: { [Key in SolutionFileKey]?: string };
}

/** The elements of a connector in `customizations.xml` that name a file. */
export const solutionFileKeys = [
  "openapidefinition",
  "connectionparameters",
  "policytemplateinstances",
  "scriptoperations",
  "customcodeblobcontent",
  "iconblob",
] as const;
export type SolutionFileKey = (typeof solutionFileKeys)[number];

/**
 * The files that together are what `properties` of an apiProperties.json holds: each has the value of one key and nothing around
 * it.
 */
export const bareFiles: readonly { file: SolutionFileKey; key: string }[] = [
  { file: "connectionparameters", key: "connectionParameters" },
  { file: "policytemplateinstances", key: "policyTemplateInstances" },
  { file: "scriptoperations", key: "scriptOperations" },
];

/**
 * Where the value of a key is in what such a file holds: at its root, unless a whole apiProperties.json, or the key, was put around
 * it. A connection parameter of that name has a type.
 */
export function placeInBareFile(value: unknown, key: string): Pointer {
  const isAround = (name: string) => {
    const inner = member(value, name);
    return typeof inner === "object" && inner !== null && member(inner, "type") === undefined;
  };
  if (isAround("properties")) return child("/properties", key);
  return isAround(key) ? child("", key) : "";
}

/** What a solution is there for, told by its description. */
export function roleOf({ parts }: Solution): "connector" | "flow" | "plugin" | undefined {
  if (parts === undefined || parts.connectors.length === 0) return undefined;
  const hasWorkflows = (parts.workflows?.length ?? 0) > 0;
  if (parts.hasPlugin) return hasWorkflows ? undefined : "plugin";
  return hasWorkflows ? "flow" : "connector";
}

/** Tells what the description of a solution says; `undefined` when it is no XML. */
export type ReadSolution = (customizations: string, solution: string) => SolutionParts | undefined;

/** A solution, and what its description says of it. */
export function solutionOf(
  archive: Archive,
  location: Location,
  readSolution: ReadSolution,
): Solution {
  const text = (name: string) => {
    const path = [...archive.files.keys()].find((each) => each.toLowerCase() === name);
    const content = path === undefined ? undefined : archive.files.get(path)?.content;
    return content === undefined ? undefined : new TextDecoder().decode(content);
  };
  const customizations = text("customizations.xml");
  return {
    location,
    archive,
    parts:
      customizations === undefined
        ? undefined
        : readSolution(customizations, text("solution.xml") ?? ""),
  };
}

/** The flows in a solution. */
export function flowsOf({ files }: Archive): { path: string; text: string }[] {
  return [...files].flatMap(([path, { content }]) =>
    /^Workflows\/[^/]+\.json$/i.test(path)
      ? [{ path, text: content === undefined ? "" : decode(content).text }]
      : [],
  );
}

/** Whether an archive is a single solution, as it is exported. */
export function isSolution({ files }: Archive): boolean {
  return [...files.keys()].some((path) => path.toLowerCase() === "customizations.xml");
}
