/** What an editor is told of how a connector stands: `paconn.status`. */
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { ExecuteCommandRequest } from "vscode-languageserver/node";
import { contoso } from "./contoso.js";
import { Editor, pulling, uriOf } from "./editor.js";

vi.setConfig({ testTimeout: 30_000 });

const statusOf = (editor: Editor, uri: unknown) =>
  editor.connection.sendRequest(ExecuteCommandRequest.type, {
    command: "paconn.status",
    arguments: [uri],
  });

test("the findings of all files of the connector count, as the texts are now", async () => {
  const { folder, definition, properties } = contoso();
  const editor = await Editor.start({ capabilities: pulling, folders: [folder] });
  editor.open(definition);
  const status = { folder: uriOf(folder), profile: "certified", ruleset: null };
  expect(await statusOf(editor, uriOf(definition))).toEqual({ ...status, errors: 7, warnings: 4 });
  editor.edit(definition, '"Contoso Tickets API"', '"Contoso Tickets"');
  expect(await statusOf(editor, uriOf(definition))).toEqual({ ...status, errors: 6, warnings: 4 });
  editor.open(properties);
  expect(await statusOf(editor, uriOf(properties))).toEqual({ ...status, errors: 6, warnings: 4 });
});

test("the profile and the configuration are those in force", async () => {
  const { folder, definition } = contoso({ ".spectral.yaml": "extends: paconn\n" });
  const configuration = () => ({ profile: "custom" });
  const editor = await Editor.start({ capabilities: pulling, folders: [folder], configuration });
  editor.open(definition);
  expect(await statusOf(editor, uriOf(definition))).toMatchObject({
    profile: "custom",
    ruleset: uriOf(join(folder, ".spectral.yaml")),
  });
});

test("there is none of files that belong to no connector, are not open or are no files", async () => {
  const { folder, definition } = contoso();
  const editor = await Editor.start({ capabilities: pulling, folders: [folder] });
  const other = join(folder, "..", "other", "settings.json");
  editor.open(other, '{ "editor.tabSize": 2 }');
  for (const uri of [uriOf(other), uriOf(definition), "untitled:Untitled-1", "", 1, null])
    expect(await statusOf(editor, uri)).toBeNull();
});
