import type { Operation } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";

/** Whether a policy says what is new in the answers of a polling trigger. */
export function hasPollingPolicy(operation: Operation, { policies }: ApiProperties): boolean {
  return policies.some(
    (policy) => policy.template === "pollingtrigger" && policy.appliesTo(operation),
  );
}
