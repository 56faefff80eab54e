import { readdirSync } from "node:fs";
import { join } from "node:path";
import { assignNames, usualNames } from "../../connector/connector.js";
import { reasonOf, UserError } from "../../host/errors.js";
import { finishWriting, writeTogether } from "../../host/writeTogether.js";
import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { askText, choose, confirm, isInteractive } from "../prompts.js";
import { auths } from "../templates/auth.js";
import { connectorFiles, type NewFile, newFiles } from "../templates/connectorFiles.js";
import { operations } from "../templates/operations.js";
import { type Placeholder, placeholder, placeholdersIn } from "../templates/placeholder.js";
import {
  type AuthKind,
  authKinds,
  hostProblem,
  type StartKind,
  startKinds,
  type Template,
} from "../templates/template.js";

interface Options {
  auth?: AuthKind;
  with?: StartKind;
  title?: string;
  host?: string;
  overwrite?: true;
  json?: true;
}

/** Makes a new connector from a template. */
export async function run(
  options: Options,
  [folder = "."]: string[],
  world: World,
): Promise<ExitCode> {
  finishWriting(folder);
  const existing = assignNames(namesIn(folder));
  const paths = newFiles.flatMap((kind) => existing[kind] ?? []);
  await askToOverwrite(
    paths.map((name) => join(folder, name)),
    options,
    world,
  );
  const template = await complete(options, world);
  // A file that is there keeps its spelling, so that there are never two of a kind.
  const names = { ...usualNames, ...existing };
  const texts = connectorFiles(template, names);
  await writeTogether(
    folder,
    new Map(newFiles.map((kind) => [names[kind], Buffer.from(texts[kind])])),
    world.writeFile,
  );
  tell(folder, names, texts, options, world);
  return ExitCode.Done;
}

/** What is in a folder; nothing when there is none yet. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new UserError(
      `${folder} cannot be read: ${reasonOf(error)}.`,
      "Name the folder that the connector shall be in.",
      3,
    );
  }
}

/** @throws UserError when files would be overwritten that must not */
async function askToOverwrite(
  paths: readonly string[],
  { overwrite }: Options,
  world: World,
): Promise<void> {
  if (overwrite || paths.length === 0) return;
  const what = `${paths.join(", ")} ${paths.length === 1 ? "is" : "are"} there already`;
  if (isInteractive(world) && (await confirm(world, `${what}. Overwrite?`))) return;
  throw new UserError(
    `${what}. Nothing was written.`,
    "Name another folder, or overwrite with --overwrite.",
  );
}

/** Fills what the options leave open: by asking on a terminal, else by defaults. */
async function complete(options: Options, world: World): Promise<Template> {
  const asks = isInteractive(world);
  const auth =
    options.auth ??
    (asks ? await choose(world, "How do users sign in?", choicesOf(authKinds, auths)) : "none");
  const start =
    options.with ??
    (asks
      ? await choose(world, "What does it begin with?", choicesOf(startKinds, operations))
      : "action");
  const title =
    options.title ??
    (asks ? await askText(world, "What is its title?", { placeholder: later, initial: "" }) : "");
  const host =
    options.host ??
    (asks
      ? await askText(world, "What is the host of the API, such as api.contoso.com?", {
          placeholder: later,
          initial: "",
          check: (text) => (text === "" ? undefined : hostProblem(text)),
        })
      : "");
  return {
    auth,
    start,
    title: title.replace(/\s+/g, " ").trim() || placeholder("title"),
    // The blank makes it no host, which `paconn validate` points at.
    host: host || placeholder("host name"),
  };
}

const later = "leave it empty to fill it in later";

function choicesOf<Kind extends string>(
  kinds: readonly Kind[],
  told: Readonly<Record<Kind, { label: string; hint?: string }>>,
) {
  return kinds.map((value) => {
    const { label, hint } = told[value];
    return { value, label, ...(hint !== undefined && { hint }) };
  });
}

function tell(
  folder: string,
  names: Readonly<Record<NewFile, string>>,
  texts: Readonly<Record<NewFile, string>>,
  { json }: Options,
  { stdout, stderr }: World,
): void {
  const files = newFiles.map((kind) => join(folder, names[kind]));
  const placeholders = newFiles.flatMap((kind) =>
    placeholdersIn(texts[kind]).map((found) => ({ file: join(folder, names[kind]), ...found })),
  );
  if (json) {
    stdout.write(`${JSON.stringify({ folder, files, placeholders })}\n`);
    return;
  }
  const place = ({ file, line, column }: Placeholder & { file: string }) =>
    `${file}:${line}:${column}`;
  const width = Math.max(...placeholders.map((found) => place(found).length));
  const lines = [
    "The new connector is written:",
    ...files.map((file) => `  ${file}`),
    "",
    "These placeholders are left to fill in:",
    ...placeholders.map((found) => `  ${place(found).padEnd(width)}  ${found.text}`),
  ];
  stdout.write(printable(`${lines.join("\n")}\n`, "\n"));
  const named =
    folder === "." ? "" : ` ${/^[\w./\\:-]+$/.test(folder) ? folder : JSON.stringify(folder)}`;
  stderr.write(
    printable(
      `\nFill them in and put your operations in the place of the examples. Then check it with\n\`paconn validate${named}\` and bring it to an environment with \`paconn create${named}\`.\n`,
      "\n",
    ),
  );
}
