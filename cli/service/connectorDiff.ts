import { basename } from "node:path";
import { type Exact, inOrderOf, memberOf, printExact } from "../../connector/exactJson.js";
import { maskedProperties, propertiesFile } from "../../connector/registration.js";
import type { LocalConnector } from "./localConnector.js";
import type { RemoteConnector } from "./remoteConnector.js";

/** How a file differs: lines with `-` are on the server, lines with `+` on this machine. */
export interface FileDifference {
  file: string;
  /** A unified diff, or a sentence about what is no text. */
  text: string;
}

/**
 * How long the differences of a file may be looked for, in milliseconds: for large files that have little in common it
 * takes minutes.
 */
const patience = 2_000;

/** Compares what both sides say, not how it is written. */
export async function differences(
  local: LocalConnector,
  remote: RemoteConnector,
): Promise<FileDifference[]> {
  const { createTwoFilesPatch } = await import("diff");
  const found: FileDifference[] = [];
  const compare = (path: string, onServer: string, here: string) => {
    if (onServer === here) return;
    const file = local.shown(path);
    const patch = createTwoFilesPatch(file, file, onServer, here, "on the server", "here", {
      context: 3,
      timeout: patience,
    });
    // Without the lines that only programs that apply patches expect.
    const text = patch?.replace(/^Index: .*\n=+\n/, "").replace(/^=+\n/, "");
    found.push({ file, text: text ?? `${file} differs in most of its lines.\n` });
  };
  const { definitionFile, propertiesFile: ownProperties, properties, icon, script } = local;
  compare(definitionFile.path, lines(remote.definition), lines(local.definition));
  const stackOwner = memberOf(properties, "stackOwner");
  const onServer = memberOf(propertiesFile(remote.told, stackOwner), "properties") ?? null;
  // In what order the properties stand says nothing.
  const here = properties ?? null;
  compare(ownProperties.path, propertyLines(inOrderOf(onServer, here)), propertyLines(here));
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  if (script !== undefined && remote.script !== undefined)
    compare(script.path, text(remote.script), text(script.bytes));
  else if (script !== undefined || remote.script !== undefined)
    found.push(onOneSide(script?.path ?? "script.csx", script !== undefined));
  if (icon !== undefined && remote.icon !== undefined) {
    if (!Buffer.from(icon.bytes).equals(remote.icon))
      found.push({
        file: local.shown(icon.path),
        text: `${local.shown(icon.path)} is another image on the server.\n`,
      });
  } else if (icon !== undefined || remote.icon !== undefined)
    found.push(onOneSide(icon?.path ?? "icon.png", icon !== undefined));
  return found;
}

function onOneSide(path: string, isHere: boolean): FileDifference {
  const file = basename(path);
  return { file, text: `${file} is only ${isHere ? "here" : "on the server"}.\n` };
}

function propertyLines(properties: Exact): string {
  return lines(new Map([["properties", maskedProperties(properties)]]));
}

function lines(value: Exact): string {
  return `${printExact(value, 2)}\n`;
}
