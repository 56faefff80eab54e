import { type Exact, exactValue, memberOf, textOf, wholeValue } from "../../connector/exactJson.js";
import { JsonText } from "../../connector/json.js";
import { decode } from "../../connector/text.js";
import { UserError } from "../../host/errors.js";
import { ServiceError } from "../powerApps/serviceError.js";
import type { Service } from "./connect.js";

/** A connector as the server has it, fetched whole. */
export interface RemoteConnector {
  /** What the server says of it. */
  told: Exact;
  definition: Exact;
  icon?: Uint8Array;
  script?: Uint8Array;
  /** What could not be fetched, in full sentences. */
  warnings: string[];
  change: RemoteChange;
}

/** Who changed a connector last, and when. */
export interface RemoteChange {
  /** ISO 8601. */
  changedTime?: string;
  /** For people. */
  modifiedBy?: string;
  /** The object id of that person. */
  modifiedById?: string;
}

/**
 * Fetches a connector with its files.
 * @throws ServiceError, UserError
 */
export async function fetchConnector(
  { client }: Service,
  environment: string,
  id: string,
): Promise<RemoteConnector> {
  const told = readTold(await client.connector(environment, id), id);
  const properties = memberOf(told, "properties");
  const warnings: string[] = [];
  const address = textOf(memberOf(properties, "apiDefinitions"), "originalSwaggerUrl");
  if (address === undefined)
    throw new UserError(
      `The service does not tell where the definition of ${id} is.`,
      "It may be a connector of Microsoft, or made by another way than with a definition.",
      3,
    );
  const { bytes } = await client.file(address, "the definition");
  const json = new JsonText(decode(bytes).text);
  const definition = exactValue(json);
  if (!json.isComplete || !(definition instanceof Map))
    throw new UserError(`The definition of ${id} on the server is no JSON object.`, undefined, 3);
  const icon = await optional(textOf(properties, "iconUri"), "the icon", true);
  const script = await optional(textOf(properties, "scriptDefinitionUrl"), "the script", false);
  return {
    told,
    definition,
    warnings,
    change: changeIn(told),
    ...(icon !== undefined && { icon }),
    ...(script !== undefined && { script }),
  };

  async function optional(from: string | undefined, what: string, isImage: boolean) {
    if (from === undefined) return undefined;
    try {
      const file = await client.file(from, what);
      if (!isImage || looksLikeImage(file)) return file.bytes;
      warnings.push(`What the server has as ${what} is no image; it was left out.`);
    } catch (error) {
      // The script is a part of the connector; an icon that is gone is not worth losing the rest.
      if (!(error instanceof ServiceError) || !isImage || error.status !== 404) throw error;
      warnings.push(`The server does not have ${what} any more; it was left out.`);
    }
    return undefined;
  }
}

/** @throws UserError when the answer is no connector */
function readTold(answer: string, id: string): Exact {
  const told = wholeValue(answer);
  if (memberOf(told, "properties") instanceof Map) return told!;
  throw new UserError(
    `The answer of the service does not describe the connector ${id}.`,
    "Try again; `paconn doctor` tells what is in use.",
    3,
  );
}

/** Who changed the connector that an answer describes, and when; nothing when it does not say. */
export function changeIn(told: Exact | undefined): RemoteChange {
  const properties = memberOf(told, "properties");
  const metadata = memberOf(properties, "metadata");
  const inMetadata = textOf(metadata, "modifiedBy");
  const person =
    memberOf(properties, "modifiedBy") ??
    (inMetadata === undefined ? undefined : exactValue(new JsonText(inMetadata))) ??
    memberOf(properties, "createdBy");
  const changedTime = textOf(properties, "changedTime");
  const modifiedBy = textOf(person, "displayName") ?? textOf(person, "userPrincipalName");
  const modifiedById = textOf(person, "id");
  return {
    ...(changedTime !== undefined && { changedTime }),
    ...(modifiedBy !== undefined && { modifiedBy }),
    ...(modifiedById !== undefined && { modifiedById }),
  };
}

function looksLikeImage({
  bytes,
  contentType,
}: {
  bytes: Uint8Array;
  contentType: string;
}): boolean {
  if (/^image\//i.test(contentType)) return true;
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF....WEBP)/s.test(start);
}
