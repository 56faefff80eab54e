import type { World } from "./command.js";

/** An explicit option wins, then the environment, then whether a person is looking. */
export function usesColor(
  { color }: { color?: boolean },
  { env, stdout }: World,
  stream: { isTTY?: boolean } = stdout,
): boolean {
  if (color !== undefined) return color;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== "dumb";
}
