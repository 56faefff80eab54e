import { Connector, type ConnectorFile } from "../connector/connector.js";
import { Draft, type Place, type Sight } from "../language/draft.js";
import type { Support } from "../language/support.js";
import { connectorOf, readFixture } from "./fixture.js";

/** An editor of today, which can show everything. */
export const able: Support = {
  markdown: true,
  snippets: true,
  overwrites: true,
  commitCharacters: true,
  labelDetails: true,
  hierarchicalSymbols: true,
  definitionLinks: false,
  changeAnnotations: true,
  documentChanges: true,
  foldsLines: false,
};

/** An editor that can show only what every editor can. */
export const plain: Support = {
  markdown: false,
  snippets: false,
  overwrites: false,
  commitCharacters: false,
  labelDetails: false,
  hierarchicalSymbols: false,
  definitionLinks: false,
  changeAnnotations: false,
  documentChanges: false,
  foldsLines: false,
};

const cursor = "$0";

/**
 * A connector in which an editor asks about a place: a fixture (see `fixture.ts`) with `$0` at the place.
 * @param before the file with the cursor as it could be read last, for texts that are broken
 */
export function placeIn(text: string, firstName: string, before?: string): Place {
  const { files } = readFixture(text, firstName);
  const asked = files.find((file) => file.text.includes(cursor));
  if (asked === undefined) throw new Error(`There is no ${cursor} in the fixture.`);
  const offset = asked.text.indexOf(cursor);
  asked.text = asked.text.replace(cursor, "");
  const read = files.map((file) =>
    file === asked && before !== undefined ? { ...file, text: before } : file,
  );
  const { all, profile, surroundings } = connectorOf(read);
  const connector = new Connector(all, profile, { ...surroundings, isTolerant: true });
  const path = `/connector/${asked.name}`;
  const draft = new Draft(connector.all.find((file) => file.path === path)!, asked.text);
  const sight: Sight = {
    connector,
    draft: (file: ConnectorFile) => (file === draft.file ? draft : new Draft(file)),
    uriOf: (each) => `file://${each}`,
  };
  return { sight, draft, offset };
}
