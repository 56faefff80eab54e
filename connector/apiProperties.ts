import { keep } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
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
        ? [
            {
              pointer: child("/properties/policyTemplateInstances", index),
              value,
              templateId: asString(value.templateId),
              parameters: asObject(value.parameters),
            },
          ]
        : [],
    );
    return keep(this, "policies", policies);
  }

  /** Every place that names an operation of the definition. */
  get operationNames(): readonly NamedOperation[] {
    const names: NamedOperation[] = [];
    const addAll = (by: NamedOperation["by"], pointer: Pointer, list: unknown) => {
      for (const [index, name] of asArray(list).entries())
        if (typeof name === "string") names.push({ by, name, pointer: child(pointer, index) });
    };
    addAll("scriptOperations", "/properties/scriptOperations", this.properties.scriptOperations);
    for (const { pointer, parameters } of this.policies)
      addAll(
        "policy",
        child(pointer, "parameters", policyOperationKey),
        parameters[policyOperationKey],
      );
    return keep(this, "operationNames", names);
  }

  /** Every `@connectionParameters('name')` in the texts of the policies. */
  get connectionParameterUses(): readonly ConnectionParameterUse[] {
    const uses: ConnectionParameterUse[] = [];
    const visit = (pointer: Pointer, value: unknown) => {
      if (typeof value === "string")
        for (const [, , name, comma] of value.matchAll(useOfConnectionParameter))
          uses.push({ name: name!, hasDefault: comma === ",", pointer });
      if (typeof value === "object" && value !== null)
        for (const [key, item] of Object.entries(value)) visit(child(pointer, key), item);
    };
    for (const { pointer, value } of this.policies) visit(pointer, value);
    return keep(this, "connectionParameterUses", uses);
  }
}

/** `connectionParameters('name')` or `connectionParameters('name', 'default')` in an expression. */
const useOfConnectionParameter = /\bconnectionParameters\(\s*(['"])(.*?)\1\s*([,)])/g;

/** The key by which a policy says to which operations it applies; all of them without it. */
export const policyOperationKey = "x-ms-apimTemplate-operationName";

export interface ConnectionParameter {
  name: string;
  pointer: Pointer;
  value: JsonObject;
  /** The name of its set, when the connector has several ways to connect. */
  set?: string;
}

export interface Policy {
  pointer: Pointer;
  value: JsonObject;
  templateId: string | undefined;
  parameters: JsonObject;
}

export interface NamedOperation {
  by: "scriptOperations" | "policy";
  name: string;
  pointer: Pointer;
}

export interface ConnectionParameterUse {
  name: string;
  /** Whether it says what counts when there is no such parameter or it has no value. */
  hasDefault: boolean;
  /** The text that holds it. */
  pointer: Pointer;
}
