import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { ConnectionParameter } from "../connector/apiProperties.js";
import { asObject, asString } from "../connector/values.js";

/** What a security definition takes from the connection, and by which names. */
export interface SecurityNeed {
  scheme: string;
  type: "apiKey" | "basic";
  /** The names of the parameters; one of each group is needed. In lower case. */
  names: readonly (readonly string[])[];
}

/** How the service finds the parameters of a scheme: by the names that all published connectors have. */
export function securityNeeds(definition: ApiDefinition | undefined): SecurityNeed[] {
  const schemes = Object.entries(asObject(definition?.value.securityDefinitions));
  return schemes.flatMap(([scheme, value]): SecurityNeed[] => {
    const { type, name } = asObject(value);
    if (type === "basic") return [{ scheme, type, names: [["username"], ["password"]] }];
    if (type !== "apiKey") return [];
    const header = asString(name)?.toLowerCase();
    const names = [
      "api_key",
      "apikey",
      scheme.toLowerCase(),
      ...(header === undefined ? [] : [header]),
    ];
    return [{ scheme, type, names: [names] }];
  });
}

export function isText({ value: { type } }: ConnectionParameter): boolean {
  return /^(?:secure)?string$/i.test(String(type));
}
