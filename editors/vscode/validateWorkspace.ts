import { commands, ProgressLocation, window } from "vscode";
import { plural } from "./plural.js";
import type { LanguageServer } from "./server.js";

/** What the server answers. */
interface Result {
  connectors: number;
  errors: number;
  warnings: number;
  cancelled: boolean;
}

/** Judges all connectors of the open folders and tells what has come out. */
export async function validateWorkspace(server: LanguageServer): Promise<void> {
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Validating connectors", cancellable: true },
    async (progress, token) => {
      try {
        return await server.askWithProgress<Result>("paconn.validateWorkspace", progress, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    },
  );
  if (result === undefined || result.cancelled) return;
  const { connectors, errors, warnings } = result;
  if (connectors === 0) {
    await window.showInformationMessage("There is no connector in the folders that are open.");
    return;
  }
  const words = `${plural(connectors, "connector")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}.`;
  const show = "Show problems";
  const tell = errors > 0 ? window.showWarningMessage : window.showInformationMessage;
  if ((await tell(words, show)) === show)
    await commands.executeCommand("workbench.actions.view.problems");
}
