import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { Interrupted, stackOf, UserError } from "../host/errors.js";
import { version } from "../host/version.js";
import { asUserError } from "./asUserError.js";
import { type CommandSpec, ExitCode, type World } from "./command.js";
import { printable } from "./printable.js";
import { commands } from "./specs/index.js";

/**
 * Runs the command line and answers with its exit code.
 * @param args what the user typed after the program's name
 */
export async function main(args: readonly string[], world: World): Promise<ExitCode> {
  let exitCode = ExitCode.Done;
  const program = new Command("paconn")
    .description("Everything for makers of Power Platform connectors.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("(`paconn --help` tells more)")
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
    })
    .exitOverride();
  for (const spec of commands)
    register(
      program,
      spec,
      async (run) => {
        exitCode = await run();
      },
      world,
    );
  try {
    if (args.length === 0) {
      program.outputHelp();
      return ExitCode.Done;
    }
    await program.parseAsync(withHelpAsOption(program, args), { from: "user" });
    return exitCode;
  } catch (error) {
    return explainFailure(asUserError(error), world);
  }
}

function register(
  program: Command,
  spec: CommandSpec,
  execute: (run: () => Promise<ExitCode>) => Promise<void>,
  world: World,
) {
  const words = spec.name.split(" ");
  const command = groupOf(program, words.slice(0, -1))
    .command(words.at(-1)!)
    .summary(spec.summary)
    .description(`${spec.summary}.${spec.description ? `\n${spec.description}` : ""}`)
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError(`(\`paconn ${spec.name} --help\` tells more)`)
    .addHelpText("after", () => {
      const width = Math.max(...spec.examples.map((example) => example.command.length));
      return `\nExamples:\n${spec.examples
        .map((example) => `  ${example.command.padEnd(width)}  # ${example.does}`)
        .join("\n")}\n`;
    })
    .exitOverride();
  for (const { name, description } of spec.arguments) command.argument(name, description);
  for (const {
    flags,
    description,
    choices,
    default: value,
    parse,
    alias,
    isRepeatable,
  } of spec.options) {
    const option = new Option(flags, description);
    if (choices !== undefined) option.choices(choices);
    if (value !== undefined) option.default(value);
    if (parse !== undefined)
      option.argParser((text) => {
        try {
          return parse(text);
        } catch (error) {
          throw new InvalidArgumentError((error as Error).message);
        }
      });
    if (isRepeatable)
      option.argParser((text, earlier: string[] | undefined) => [...(earlier ?? []), text]);
    command.addOption(option);
    if (alias !== undefined) {
      const other = new Option(flags.replace(/^.*--[\w-]+/, `--${alias}`)).hideHelp();
      command.addOption(other);
      command.on(`option:${other.name()}`, (text: string) =>
        command.setOptionValue(option.attributeName(), text),
      );
    }
  }
  command.action(async (...parameters: unknown[]) => {
    const options = command.opts();
    const given = parameters.slice(0, spec.arguments.length).flat() as string[];
    await execute(async () => {
      const { run } = await spec.load();
      return run(options as never, given, world);
    });
  });
}

/**
 * `help package check` as `package check --help`: the command `help` of the library knows single words only, and says nothing of
 * unknown ones. Of those it is asked as of commands, which it refuses.
 */
function withHelpAsOption(program: Command, args: readonly string[]): readonly string[] {
  if (args[0] !== "help") return args;
  const known: string[] = [];
  let command = program;
  for (const word of args.slice(1)) {
    if (command.commands.length === 0) break;
    const next = command.commands.find((each) => each.name() === word);
    if (next === undefined) return [...known, word];
    known.push(word);
    command = next;
  }
  return [...known, "--help"];
}

/** The command that others belong to, as `package` of `package check`. */
function groupOf(program: Command, words: readonly string[]): Command {
  let group = program;
  for (const [index, word] of words.entries()) {
    const known = group.commands.find((each) => each.name() === word);
    group =
      known ??
      group
        .command(word)
        .summary(groups[word] ?? "")
        .helpOption("-h, --help", "print this help")
        .showHelpAfterError(`(\`paconn ${words.slice(0, index + 1).join(" ")} --help\` tells more)`)
        .exitOverride();
  }
  return group;
}

/** What commands of several words have in common. */
const groups: Readonly<Record<string, string>> = { package: "Work with certification packages" };

function explainFailure(error: unknown, { stderr }: World): ExitCode {
  if (error instanceof CommanderError)
    // Help and version were asked for and printed; anything else is wrong usage, told by commander.
    return error.exitCode === 0 ? ExitCode.Done : ExitCode.Usage;
  if (error instanceof UserError) {
    stderr.write(
      printable(`paconn: ${error.message}\n${error.todo ? `${error.todo}\n` : ""}`, "\t\n"),
    );
    return error.exitCode;
  }
  if (error instanceof Interrupted) return ExitCode.Interrupted;
  stderr.write(
    `paconn: This is a bug of paconn; please report it with the lines below.\n${stackOf(error)}\n`,
  );
  return ExitCode.Failed;
}
