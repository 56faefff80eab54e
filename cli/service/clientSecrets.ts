import { text } from "node:stream/consumers";
import { textOf } from "../../connector/exactJson.js";
import { nameOf, type OAuthParameter } from "../../connector/registration.js";
import { UserError } from "../../host/errors.js";
import type { World } from "../command.js";
import { askSecret, isInteractive } from "../prompts.js";

export interface SecretOptions {
  secret?: string[];
  secretEnv?: string[];
  secretStdin?: true;
}

/** Identity providers that need no client secret. */
const withoutSecret = /pkce|certificate/i;

/**
 * The client secrets of OAuth parameters by their names, `token` or `set.token`.
 * @param isRequired whether every parameter needs one, as when a connector is created
 * @throws UserError, Interrupted
 */
export async function readSecrets(
  options: SecretOptions,
  parameters: readonly OAuthParameter[],
  isRequired: boolean,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  const names = parameters.map(nameOf);
  const secrets = new Map<string, string>();
  let common: string | undefined;
  /** `set.parameter=rest` for a parameter that there is; else the whole text is for all. */
  const assign = (given: string, secretOf: (text: string) => string) => {
    const name = names.find((each) => given.startsWith(`${each}=`));
    if (name !== undefined) secrets.set(name, secretOf(given.slice(name.length + 1)));
    else common = secretOf(given);
  };
  for (const given of options.secret ?? []) assign(given, (value) => value);
  for (const given of options.secretEnv ?? [])
    assign(given, (variable) => {
      const value = world.env[variable];
      if (value) return value;
      throw new UserError(
        `The secret is not there: $${variable} is not set.`,
        names.length > 0
          ? `--secret-env takes the name of a variable, or one of ${names.map((name) => `${name}=NAME`).join(", ")}.`
          : undefined,
      );
    });
  if (options.secretStdin) common = (await text(world.stdin)).replace(/\r?\n$/, "");
  if (common === "" || [...secrets.values()].includes(""))
    throw new UserError(
      "The secret is empty. Nothing was sent.",
      "Look whether what should give it did; without a secret, leave the option out.",
    );
  for (const parameter of parameters) {
    const name = nameOf(parameter);
    if (secrets.has(name)) continue;
    if (common !== undefined) secrets.set(name, common);
    else if (
      isRequired &&
      !withoutSecret.test(textOf(parameter.settings, "identityProvider") ?? "")
    ) {
      if (!isInteractive(world))
        throw new UserError(
          `The connection parameter "${name}" signs in by OAuth and needs the client secret of its application.`,
          `Use --secret-env ${names.length > 1 ? `${name}=` : ""}NAME or --secret-stdin.`,
        );
      secrets.set(name, await askSecret(world, `Client secret of "${name}"`));
    }
  }
  return secrets;
}
