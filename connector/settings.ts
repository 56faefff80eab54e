import type { Exact, ExactObject } from "./exactJson.js";
import type { JsonText } from "./json.js";
import { asObject, asString, isObject, type JsonObject } from "./values.js";

const fileKeys = ["apiDefinition", "apiProperties", "icon", "script"] as const;

/** The files that a `settings.json` may name, as it names them. */
export type NamedFiles = { [key in (typeof fileKeys)[number]]?: string };

/**
 * Whether a `settings.json` belongs to a connector. Editors and frameworks have files of that name,
 * too; those of a connector have nothing but paconn's keys, and at least one that names a file.
 */
export function isConnectorSettings(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    ("apiDefinition" in value || "apiProperties" in value || "connectorId" in value)
  );
}

/** Whether the text of a `settings.json` beside a connector may become its settings: it says nothing else yet. */
export function mayBecomeSettings({ value, isComplete }: JsonText): boolean {
  const isEmpty = !isComplete && Object.keys(asObject(value)).length === 0;
  return isEmpty || (isObject(value) && Object.keys(value).every((key) => ownKeys.has(key)));
}

const ownKeys: ReadonlySet<string> = new Set<keyof SettingsContent>([
  ...fileKeys,
  "connectorId",
  "environment",
  "powerAppsUrl",
  "powerAppsApiVersion",
]);

export function namedFiles(value: unknown): NamedFiles {
  if (!isConnectorSettings(value)) return {};
  const named: NamedFiles = {};
  for (const key of fileKeys) {
    const name = asString(value[key]);
    if (name !== undefined && name !== "") named[key] = name;
  }
  return named;
}

export interface SettingsContent extends NamedFiles {
  connectorId: string;
  environment: string;
  powerAppsUrl: string;
  powerAppsApiVersion: string;
}

/**
 * A `settings.json` as paconn writes it: its keys in its order, `null` without an icon, and no `script` without one.
 * @param existing what the file holds already; keys of which nothing is known here stay
 */
export function settingsFile(content: SettingsContent, existing?: Exact): Exact {
  const settings: ExactObject = existing instanceof Map ? new Map(existing) : new Map();
  settings.set("connectorId", content.connectorId);
  settings.set("environment", content.environment);
  settings.set("apiProperties", content.apiProperties ?? null);
  settings.set("apiDefinition", content.apiDefinition ?? null);
  settings.set("icon", content.icon ?? null);
  settings.set("powerAppsUrl", content.powerAppsUrl);
  settings.set("powerAppsApiVersion", content.powerAppsApiVersion);
  if (content.script !== undefined) settings.set("script", content.script);
  else settings.delete("script");
  return settings;
}
