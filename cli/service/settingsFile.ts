import { readFile } from "node:fs/promises";
import { JsonText } from "../../connector/json.js";
import { decode } from "../../connector/text.js";
import { asString, isObject, type JsonObject } from "../../connector/values.js";
import { reasonOf, UserError } from "../../host/errors.js";

/** A `settings.json` that fills what the command line leaves open. */
export interface SettingsFile {
  /** As the user gave it. */
  path: string;
  value: JsonObject;
}

/** @throws UserError when it cannot be read or is no JSON object */
export async function readSettings(path: string): Promise<SettingsFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${reasonOf(error)}.`);
  }
  const json = new JsonText(decode(bytes).text);
  const problem = json.problems.find(({ type }) => type === "syntax" || type === "tooDeep");
  if (problem !== undefined) {
    const { line, character } = json.lines.position(problem.offset);
    const reason = problem.type === "syntax" ? problem.expected : "it is nested too deeply";
    throw new UserError(`${path}:${line + 1}:${character + 1}: This is not valid JSON: ${reason}.`);
  }
  if (!isObject(json.value)) throw new UserError(`${path}: The settings must be a JSON object.`);
  return { path, value: json.value };
}

/** A setting that is a text and not empty. */
export function setting(settings: SettingsFile | undefined, key: string): string | undefined {
  return asString(settings?.value[key]) || undefined;
}
