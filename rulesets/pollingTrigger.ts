import type { Operation } from "../connector/apiDefinition.js";
import { type ApiProperties, policyOperationKey } from "../connector/apiProperties.js";
import { strings } from "../connector/values.js";

/** Whether a policy says what is new in the answers of a polling trigger. */
export function hasPollingPolicy({ id }: Operation, { policies }: ApiProperties): boolean {
  return policies.some(({ templateId, parameters }) => {
    if (templateId?.toLowerCase() !== "pollingtrigger") return false;
    const names = parameters[policyOperationKey];
    return names === undefined || (id !== undefined && strings(names).includes(id));
  });
}
