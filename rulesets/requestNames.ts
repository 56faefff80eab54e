import type { ApiDefinition, Operation, Parameter } from "../connector/apiDefinition.js";
import type { ApiProperties } from "../connector/apiProperties.js";
import type { NamedUse } from "../connector/policy.js";
import { asObject, asString } from "../connector/values.js";

/** By which function an expression of a policy reads something by its name. */
export type Reader = NamedUse["by"];

/** The parameters of an operation that expressions read by a function. */
export function parametersRead({ parameters }: Operation, by: Reader): readonly Parameter[] {
  const place = by === "headers" ? "header" : "query";
  return parameters.filter((parameter) => parameter.in === place && parameter.name !== undefined);
}

/** What connections and every HTTP request bring. */
export function namesOfConnection({ value }: ApiDefinition, by: Reader): string[] {
  const keys = Object.values(asObject(value.securityDefinitions)).flatMap((scheme) => {
    const { name, in: place } = asObject(scheme);
    return (place === "query") === (by === "queryParameters") ? [asString(name) ?? ""] : [];
  });
  return by === "headers" ? [...keys, ...requestHeaders] : keys;
}

const requestHeaders = ["Accept", "Authorization", "Content-Type", "Host", "User-Agent"];

/** What policies set. */
export function namesOfPolicies({ policies, namedUses }: ApiProperties, by: Reader): string[] {
  const template = by === "headers" ? "setheader" : "setqueryparameter";
  const set = policies
    .filter((policy) => policy.template === template)
    .map((policy) => asString(policy.parameter("name")) ?? "");
  const fromUrl = namedUses
    .filter((use) => use.by === by && use.pointer === use.in.policy.at("parameterTemplate"))
    .map((use) => use.name);
  return [...set, ...fromUrl];
}
