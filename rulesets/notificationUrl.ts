import type { Operation } from "../connector/apiDefinition.js";
import { once } from "../connector/keep.js";
import type { Schema } from "../connector/schema.js";

const likelyName = /^(call_?back|web_?hook|hook|notification|target|notify)?_?ur[il]$/i;

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

/** Whether a webhook marks no property of its body as the callback address, not even in a wrong way. */
export function isMarkMissing(operation: Operation): boolean {
  if (!operation.isWebhook || operation.notificationUrls.length > 0) return false;
  // Marks in a wrong place or of a wrong type are told where they are.
  if (operation.parameters.some(({ value }) => isTold(value["x-ms-notification-url"])))
    return false;
  const marked = operation.body?.schema?.chainsTo(({ value }) =>
    isTold(value["x-ms-notification-url"]),
  );
  return (marked ?? []).length === 0;
}

/** The one property that takes the callback address by its name, of a webhook that marks none. */
export const propertyToMark = once((operation: Operation): readonly Schema[] | undefined => {
  const schema = isMarkMissing(operation) ? operation.body?.schema : undefined;
  const isText = ({ resolved }: Schema) => resolved?.type === "string";
  // One that says that it is not the address was meant to say that it is.
  let chains = schema?.chainsTo((each) => "x-ms-notification-url" in each.value && isText(each));
  if (chains?.length !== 1)
    chains = schema?.chainsTo((each) => likelyName.test(each.propertyName ?? "") && isText(each));
  return chains?.length === 1 ? chains[0] : undefined;
});

/** Whether a property is what a webhook should mark as the callback address, but does not. */
export function lacksMark(property: Schema): boolean {
  const { resolved } = property;
  return property.operations.some(
    (operation) => propertyToMark(operation)?.at(-1)?.resolved === resolved,
  );
}

function isTold(mark: unknown): boolean {
  return mark !== undefined && mark !== false;
}
