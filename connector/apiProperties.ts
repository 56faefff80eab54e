import { keep } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import { type NamedUse, Policy, readNamedUses } from "./policy.js";
import { asArray, asObject, asString, isObject, type JsonObject } from "./values.js";

/** The model of an `apiProperties.json`: how a connector is connected to, shown and routed. */
export class ApiProperties {
  /** The whole file; empty when the file is no object. */
  readonly value: JsonObject;

  constructor(root: unknown) {
    this.value = asObject(root);
  }

  /** The member `properties`, which holds everything. */
  get properties(): JsonObject {
    return asObject(this.value.properties);
  }

  get iconBrandColor(): string | undefined {
    return asString(this.properties.iconBrandColor);
  }

  /** The parameters of every way to connect: `connectionParameters` and each set of `connectionParameterSets`. */
  get connectionParameters(): readonly ConnectionParameter[] {
    const read = (pointer: Pointer, value: unknown, set?: string) =>
      Object.entries(asObject(value)).map(
        ([name, parameter]): ConnectionParameter => ({
          name,
          pointer: child(pointer, name),
          value: asObject(parameter),
          ...(set !== undefined && { set }),
        }),
      );
    const parameters = read(
      "/properties/connectionParameters",
      this.properties.connectionParameters,
    );
    const sets = asObject(this.properties.connectionParameterSets);
    for (const [index, set] of asArray(sets.values).entries())
      if (isObject(set))
        parameters.push(
          ...read(
            child("/properties/connectionParameterSets/values", index, "parameters"),
            set.parameters,
            asString(set.name) ?? "",
          ),
        );
    return keep(this, "connectionParameters", parameters);
  }

  get policies(): readonly Policy[] {
    const policies = asArray(this.properties.policyTemplateInstances).flatMap((value, index) =>
      isObject(value)
        ? [new Policy(child("/properties/policyTemplateInstances", index), value)]
        : [],
    );
    return keep(this, "policies", policies);
  }

  /** Every place that names an operation of the definition. */
  get operationNames(): readonly NamedOperation[] {
    const names: NamedOperation[] = [];
    for (const [index, name] of asArray(this.properties.scriptOperations).entries())
      if (typeof name === "string")
        names.push({
          by: "scriptOperations",
          name,
          pointer: child("/properties/scriptOperations", index),
        });
    for (const { namedOperations } of this.policies)
      for (const named of namedOperations) names.push({ by: "policy", ...named });
    return keep(this, "operationNames", names);
  }

  /** Every place in which an expression of a policy reads something by its name. */
  get namedUses(): readonly NamedUse[] {
    return keep(this, "namedUses", readNamedUses(this.policies));
  }

  /** Every `@connectionParameters('name')` in the policies. */
  get connectionParameterUses(): readonly NamedUse[] {
    const uses = this.namedUses.filter(({ by }) => by === "connectionParameters");
    return keep(this, "connectionParameterUses", uses);
  }
}

/** Whether expressions, scripts and the service can call a connection parameter so: `api_key`, `token:TenantId`. */
export function isConnectionParameterName(name: string): boolean {
  return /^\w+(?::\w+)?$/.test(name);
}

export interface ConnectionParameter {
  name: string;
  pointer: Pointer;
  value: JsonObject;
  /** The name of its set, when the connector has several ways to connect. */
  set?: string;
}

export interface NamedOperation {
  by: "scriptOperations" | "policy";
  name: string;
  pointer: Pointer;
}
