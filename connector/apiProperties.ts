import { type Expressions, readExpressions } from "./expression.js";
import { keep } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import { asArray, asObject, asString, isObject, type JsonObject, strings } from "./values.js";

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
              template: (asString(value.templateId) ?? "").toLowerCase(),
              parameters: asObject(value.parameters),
              operationNames: namesOf(asObject(value.parameters)[policyOperationKey]),
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

  /** Every text of the policies that holds an expression. */
  get policyExpressions(): readonly PolicyExpression[] {
    const found: PolicyExpression[] = [];
    for (const policy of this.policies) {
      const visit = (pointer: Pointer, value: unknown) => {
        if (typeof value === "string") {
          const { calls, problems } = readExpressions(value);
          if (calls.length > 0 || problems.length > 0)
            found.push({ policy, pointer, text: value, calls, problems });
        } else if (typeof value === "object" && value !== null)
          for (const [key, item] of Object.entries(value)) visit(child(pointer, key), item);
      };
      visit(policy.pointer, policy.value);
    }
    return keep(this, "policyExpressions", found);
  }

  /** Every `@connectionParameters('name')` in the texts of the policies. */
  get connectionParameterUses(): readonly ConnectionParameterUse[] {
    const uses = this.policyExpressions.flatMap(({ pointer, calls }) =>
      calls.flatMap(({ name, arguments: [parameter, standIn] }) =>
        name.toLowerCase() === "connectionparameters" && parameter?.value !== undefined
          ? [
              {
                name: parameter.value,
                hasDefault: standIn !== undefined,
                pointer,
                place: parameter,
              },
            ]
          : [],
      ),
    );
    return keep(this, "connectionParameterUses", uses);
  }
}

/** The key by which a policy says to which operations it applies; all of them without it. */
export const policyOperationKey = "x-ms-apimTemplate-operationName";

/** An empty list means every operation, as none does. */
function namesOf(list: unknown): readonly string[] | undefined {
  const names = strings(list);
  return names.length === 0 ? undefined : names;
}

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
  /** The id as the schema spells it, for comparing: case does not count. */
  template: string;
  parameters: JsonObject;
  /** The operations it applies to by name; `undefined` for all of them. */
  operationNames: readonly string[] | undefined;
}

/** The prefix of the settings of a template. */
export const policyParameterPrefix = "x-ms-apimTemplateParameter.";

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
  /** The name in that text. */
  place: { offset: number; length: number };
}

/** A text of a policy with the expressions in it. */
export interface PolicyExpression extends Expressions {
  policy: Policy;
  pointer: Pointer;
  text: string;
}
