import type { ApiDefinition, Operation } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";
import type { Policy } from "../connector/policy.js";
import { asString } from "../connector/values.js";

/** Whether a text can be the `host` of a definition: a name with a port at most, or an environment variable. */
export function isHost(text: string): boolean {
  if (isEnvironmentVariable(text)) return true;
  const [, name, port] = /^([^{}/\s:\\?#@]+)(?::(\d+))?$/.exec(text) ?? [];
  return name !== undefined && !/^\.|\.\./.test(name) && Number(port ?? 0) <= 65535;
}

/** The labels of the name of a host, in small letters; none where the name is known only at run time. */
export function labelsOf(host: string): string[] {
  if (!isHost(host) || isEnvironmentVariable(host)) return [];
  return host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "").split(".");
}

/** Whether a policy puts another host in the place of that of the definition. */
export function isHostPolicy({ template }: Policy): boolean {
  return template === "dynamichosturl" || template === "dynamicsubdomain";
}

/** Whether there is such a policy. */
export function isHostReplaced(properties: ApiProperties | undefined): boolean {
  return properties?.policies.some(isHostPolicy) ?? false;
}

/** The operations of which no policy replaces the host. */
export function operationsWithOwnHost(
  definition: ApiDefinition,
  properties: ApiProperties,
): readonly Operation[] {
  const policies = properties.policies.filter(
    (policy) =>
      isHostPolicy(policy) ||
      // A route to a whole address leaves the host behind, too.
      (policy.template === "routerequesttoendpoint" &&
        /^\s*(?:https?:|\{?@)/i.test(asString(policy.parameter("newPath")) ?? "")),
  );
  return definition.operations.filter(
    (operation) => !policies.some((policy) => policy.appliesTo(operation)),
  );
}

/** Whether connections go through an on-premises data gateway, where hosts have names of their own. */
export function hasGateway(properties: ApiProperties | undefined): boolean {
  return (
    properties?.connectionParameters.some(
      ({ value }) => String(value.type).toLowerCase() === "gatewaysetting",
    ) ?? false
  );
}

function isEnvironmentVariable(text: string): boolean {
  return /^@environmentVariables\(.*\)$/.test(text);
}
