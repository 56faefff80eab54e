import { commands } from "vscode";
import type { Location, Position } from "vscode-languageclient";
import type { LanguageServer } from "./server.js";

/** Shows the places that a lens counts, told by the server as the protocol tells them. */
export async function showReferences(
  { converter }: LanguageServer,
  uri: string,
  position: Position,
  locations: readonly Location[],
): Promise<void> {
  await commands.executeCommand(
    "editor.action.showReferences",
    converter.asUri(uri),
    converter.asPosition(position),
    locations.map((each) => converter.asLocation(each)),
  );
}
