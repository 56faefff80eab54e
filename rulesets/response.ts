import type { Operation, OperationResponse } from "../connector/apiDefinition.js";

/** The operations that share a response, as a message names them. */
export function userOf(uses: readonly OperationResponse[]): string {
  const [first, ...others] = new Set(uses.map(({ operation }) => operation));
  const rest = others.length === 1 ? "1 other operation" : `${others.length} other operations`;
  return others.length === 0 ? first!.label : `${first!.label} and ${rest}`;
}

/** Whether HTTP allows no content in a response of the code. */
export function isWithoutContent(code: string): boolean {
  return code === "204" || code === "304";
}

/** Whether makers expect to see what an operation returns: a GET that they see does nothing else. */
export function needsResult(operation: Operation): boolean {
  return operation.method === "get" && returnsToMakers(operation);
}

/** Whether a response of success is asked for a schema, if only by a hint. */
export function wantsSchema(operation: Operation): boolean {
  return ["get", "post", "put", "patch"].includes(operation.method) && returnsToMakers(operation);
}

function returnsToMakers({ isInternal, isMcpServer, pathItem }: Operation): boolean {
  // An MCP server answers assistants, and what a webhook brings stands in the path.
  return !isInternal && !isMcpServer && pathItem.notificationContent === undefined;
}

/**
 * The response 200 or 201 of an operation of which no response for success has a schema. One with an empty schema has
 * one: that is told by another rule.
 */
export function undescribedResult(operation: Operation): OperationResponse | undefined {
  const { responses, responseCodes } = operation;
  // What a broken reference leaves unknown may have a schema, and what a webhook brings stands in the path.
  if (responses.length < responseCodes.length || operation.isWebhook) return undefined;
  const results = responses.filter(({ code }) => /^2\d\d$/.test(code) && !isWithoutContent(code));
  if (results.some(({ declared }) => "schema" in declared.value)) return undefined;
  return results.find(({ code }) => code === "200" || code === "201");
}
