import { Interrupted } from "../host/errors.js";
import type { World } from "./command.js";
import { printable } from "./printable.js";

/** Whether a person can be asked: both sides are a terminal, and it is no pipeline. */
export function isInteractive({ stdin, stderr, env }: World): boolean {
  const isPipeline = env.CI !== undefined && !/^(|0|false)$/i.test(env.CI);
  return stdin.isTTY === true && stderr.isTTY === true && !isPipeline;
}

export interface Choice<Value> {
  value: Value;
  label: string;
  hint?: string;
}

/**
 * Asks for one of several; typing searches.
 * @throws Interrupted when the user has had enough, as everything here does
 */
export async function choose<Value>(
  world: World,
  message: string,
  choices: readonly Choice<Value>[],
): Promise<Value> {
  const { autocomplete } = await import("@clack/prompts");
  // By number, since the library tells options of its own from values that are objects.
  const options = choices.map(({ label, hint }, value) => ({
    value,
    label: printable(label),
    ...(hint !== undefined && { hint: printable(hint) }),
  }));
  const index = answered(
    await autocomplete<number>({
      message,
      options,
      maxItems: 12,
      placeholder: "type to search",
      ...streams(world),
    }),
  );
  return choices[index]!.value;
}

export async function confirm(world: World, message: string, initial = false): Promise<boolean> {
  const { confirm: ask } = await import("@clack/prompts");
  return answered(
    await ask({ message: printable(message, "\n"), initialValue: initial, ...streams(world) }),
  );
}

export async function askText(
  world: World,
  message: string,
  options: {
    placeholder?: string;
    initial?: string;
    check?(text: string): string | undefined;
  } = {},
): Promise<string> {
  const { text } = await import("@clack/prompts");
  const { placeholder, initial, check } = options;
  return answered(
    await text({
      message,
      ...(placeholder !== undefined && { placeholder }),
      ...(initial !== undefined && { defaultValue: initial }),
      ...(check !== undefined && { validate: (value) => check(value || initial || "") }),
      ...streams(world),
    }),
  );
}

/** Asks for a secret, which is not shown. */
export async function askSecret(world: World, message: string): Promise<string> {
  const { password } = await import("@clack/prompts");
  return answered(
    await password({
      message: printable(message),
      validate: (value) => (value ? undefined : "It is empty."),
      ...streams(world),
    }),
  );
}

function streams({ stdin, stderr }: World) {
  // A terminal that does not know its size says 0, into which the library would wrap every letter.
  const output = stderr.columns
    ? stderr
    : Object.create(stderr, { columns: { value: 80 }, rows: { value: 24 } });
  return { input: stdin, output };
}

/** The library answers with a symbol when the prompt was left. */
function answered<Value>(answer: Value): Exclude<Value, symbol> {
  if (typeof answer === "symbol") throw new Interrupted();
  return answer as Exclude<Value, symbol>;
}
