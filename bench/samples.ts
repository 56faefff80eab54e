import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../host/packageFile.js";

/** The folder of the published connectors, which need not be there. */
export const corpus = process.env.CONNECTOR_CORPUS ?? packageFile("../shared/corpus");

/** A definition that is timed. */
export interface Sample {
  name: string;
  path: string;
}

/** The example, and three published definitions or ones made from the example in a folder. */
export function samples(folder: string): Sample[] {
  const published: [string, string][] = [
    ["34 KB", "independent-publisher-connectors/Shadify"],
    ["300 KB", "certified-connectors/Power Textor"],
    ["1.1 MB", "certified-connectors/Encodian"],
  ];
  const example = packageFile("examples/contoso-tickets/apiDefinition.swagger.json");
  const found = published.map(([name, connector]) => ({
    name,
    path: join(corpus, connector, "apiDefinition.swagger.json"),
  }));
  const tiny = { name: "tiny", path: example };
  if (found.every(({ path }) => existsSync(path))) return [tiny, ...found];
  console.error(
    "bench: The published connectors are not here; larger files are made from an example.",
  );
  const sizes: [string, number][] = [
    ["34 KB", 34_000],
    ["300 KB", 300_000],
    ["1.1 MB", 1_100_000],
  ];
  return [tiny, ...sizes.map(([name, size]) => ({ name, path: enlarged(example, size, folder) }))];
}

/** A definition with the operations and schemas of the example again and again. */
function enlarged(example: string, size: number, folder: string): string {
  const definition = JSON.parse(readFileSync(example, "utf8"));
  const { paths, definitions } = structuredClone(definition);
  for (let copy = 1; JSON.stringify(definition, null, 2).length < size; copy++) {
    const renamed = JSON.parse(
      JSON.stringify({ paths, definitions })
        .replace(/"operationId":"(\w+)"/g, `"operationId":"$1${copy}"`)
        .replace(/#\/definitions\/(\w+)/g, `#/definitions/$1${copy}`),
    );
    for (const [path, item] of Object.entries(renamed.paths))
      definition.paths[`/${copy}${path}`] = item;
    for (const [name, schema] of Object.entries(renamed.definitions))
      definition.definitions[`${name}${copy}`] = schema;
  }
  const to = join(folder, `${size}`);
  mkdirSync(to);
  const path = join(to, "apiDefinition.swagger.json");
  writeFileSync(path, JSON.stringify(definition, null, 2));
  return path;
}

export function median(times: number[]): number {
  const sorted = times.sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** What a part of the times is not above: `share(times, 0.95)` is the 95th percentile. */
export function share(times: number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1]!;
}

/** Prints a table in Markdown. */
export const table = (title: string, rows: string[][], head: string[]) =>
  console.log(
    `\n${title}\n\n| ${head.join(" | ")} |\n|${head.map(() => "---|").join("")}\n${rows
      .map((row) => `| ${row.join(" | ")} |`)
      .join("\n")}`,
  );
