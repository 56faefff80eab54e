import type { Operation } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";
import type { Connector } from "../connector/connector.js";

/** Whether a policy says what is new in the answers of a polling trigger. */
export function hasPollingPolicy(operation: Operation, { policies }: ApiProperties): boolean {
  return policies.some(
    (policy) => policy.template === "pollingtrigger" && policy.appliesTo(operation),
  );
}

/** Whether nothing says what is new in the answers of a polling trigger. */
export function lacksPollingPolicy(operation: Operation, connector: Connector): boolean {
  const properties = connector.apiProperties;
  if (operation.trigger !== "batch" || operation.isWebhook || properties === undefined)
    return false;
  const { id, value } = operation;
  // The service keeps track itself, or a script may do it.
  if (id === undefined || "x-ms-trigger-metadata" in value || connector.file("script"))
    return false;
  if (operation.responseCodes.includes("202")) return false;
  if (operation.parameters.some((parameter) => "x-ms-trigger-value" in parameter.value))
    return false;
  return !hasPollingPolicy(operation, properties);
}
