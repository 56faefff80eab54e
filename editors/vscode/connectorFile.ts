import type { TextDocument } from "vscode";

/** The files by which a folder is most often known as that of a connector. */
export const connectorFiles = "**/{*.swagger.json,apiProperties.json}";

/** The folders in which there are none that anyone works on. */
export const otherFolders = "**/{node_modules,.git}/**";

/**
 * Whether a text is a reason to start the language server, which then knows what belongs to a connector.
 * Other JSON is no reason: it is written in every window.
 */
export function mayBelongToConnector(document: TextDocument): boolean {
  const { uri, languageId } = document;
  if (uri.scheme !== "file") return false;
  if (/(\.swagger|\/apiProperties)\.json$|\/script\.csx$|\/\.spectral\.[a-z]+$/i.test(uri.path))
    return true;
  // Settings say which files a connector consists of when these are called otherwise.
  const isSettings = languageId === "json" && /\/settings\.json$/i.test(uri.path);
  return isSettings && /"(apiDefinition|apiProperties)"\s*:/.test(document.getText());
}
