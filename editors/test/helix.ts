import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { newer, run, writeInHome } from "./program.js";
import { recipe } from "./recipe.js";
import { note, testSession } from "./session.js";
import type { Setup } from "./setup.js";
import { Terminal } from "./terminal.js";

const program = newer("helix");

export function missing(): string[] {
  return [
    ...(spawnSync(program, ["--version"]).status === 0 ? [] : ["helix"]),
    ...(spawnSync("tmux", ["-V"]).status === 0 ? [] : ["tmux"]),
  ];
}

export function test(setup: Setup): Promise<string> {
  writeInHome(setup, ".config/helix/languages.toml", recipe("Helix"));
  writeInHome(setup, ".config/helix/config.toml", recipe("Helix, hints"));
  // Its list of findings has no lines.
  return testSession(
    setup,
    () => drive(setup),
    ({ file, rule }) => `${file} ${rule}`,
  );
}

/** Types into Helix as a user does and notes what it shows; it runs no scripts. */
async function drive(setup: Setup): Promise<{ status: number; output: string }> {
  const { output: version } = await run(setup, program, ["--version"]);
  note(setup, `version ${version.trim().replace("helix", "Helix")}`);
  const files = ["apiDefinition.swagger.json", "apiProperties.json"];
  const terminal = await Terminal.start(setup, [
    program,
    ...files.map((name) => join(setup.connector, name)),
  ]);
  try {
    await terminal.until("findings of both files", /● \d+ ● \d+/);
    await terminal.type("Space", "D");
    await terminal.until("a list of all findings", / 11\/11 /);
    for (const [, rule, path] of terminal.screen.matchAll(/(?:ERROR|WARN) +(\S+) +(\S+\.json) /g))
      note(setup, `found ${basename(path!)} ${rule}`);
    await terminal.type("Escape");

    await terminal.type("Space", "s");
    await terminal.until(
      "the operations of the file are listed",
      /(?:method|function) .*CreateTicket/,
    );
    await terminal.type("Escape");
    await terminal.until("hints tell what is not written", /shown as “queue”/);

    await terminal.type("/", '"Contoso Tickets API', "Enter", "Space", "a");
    await terminal.until("fixes are offered", /Change the title to "Contoso Tickets"/);
    await terminal.type("Enter");
    await terminal.until("the title is changed", /"title": "Contoso Tickets",/);
    await terminal.until("its finding is gone", /● 2 ● 5/);

    await terminal.type("/", '"ListTickets"', "Enter", "c", '"ListAllTickets"', "Escape");
    await terminal.type(":buffer-next", "Enter");
    await terminal.until("the other file has a finding because of it", /● 3 ● 1/);

    await terminal.type("/", "ListTickets", "Enter", "c", "ListA");
    await terminal.until("the operation with these letters is offered", /ListAllTickets +method/);
    await terminal.type("Tab", "Escape");
    await terminal.until("the finding is gone with the name that was completed", /● 2 ● 1/);
    await terminal.until("the name is completed", /\["ListAllTickets", "CreateTickets"\]/);

    await terminal.type("b", "g", "d");
    await terminal.until("the cursor is where the operation is defined", /Definition.* 21:\d+/);
    await terminal.type("Space", "k");
    await terminal.until("the operation is described", /[^"]Returns the tickets that match/);
    await terminal.type("Escape", "g", "r");
    await terminal.until("all places of the operation are listed", / 2\/2 /);
    await terminal.type("Escape", "Space", "r");
    await terminal.until("a new name is asked for", /rename-to:/);
    await terminal.type("C-u", "FindTickets", "Enter");
    await terminal.until("the operation is renamed", /"operationId": "FindTickets"/);
    await terminal.type(":write-all", "Enter");
    await terminal.until("both files are saved", /written/);
    note(setup, "end");
    await terminal.type(":quit-all", "Enter");
    await terminal.ended();
    return { status: 0, output: "" };
  } catch (error) {
    note(setup, `failed ${error instanceof Error ? error.message : error}`);
    return { status: 1, output: terminal.screen };
  } finally {
    await terminal.stop();
  }
}
