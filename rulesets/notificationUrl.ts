import type { Schema } from "../connector/schema.js";

/** What a message calls the property at the end of a chain from the body. */
export function nameOfUrl(chain: readonly Schema[]): string {
  const names = chain.flatMap(({ propertyName }) => propertyName ?? []);
  return names.length === 0 ? "The body" : `"${names.join("/")}"`;
}

/** With what a service answers a new subscription, beside 201. */
export const locationHeader = {
  description: "The address at which the webhook is deleted.",
  type: "string",
};
