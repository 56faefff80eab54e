import { CodeActionKind } from "vscode-languageserver-types";
import type { Operation } from "../../connector/apiDefinition.js";
import type { ApiProperties } from "../../connector/apiProperties.js";
import { child } from "../../connector/pointer.js";
import { type Policy, policyOperationKey } from "../../connector/policy.js";
import { asString, strings } from "../../connector/values.js";
import { isAtHead, type Refactoring, type RefactoringSource } from "./refactoring.js";

/** More policies than these make a menu that nobody reads. */
const mostPolicies = 8;

/** Adds an operation to the lists of `apiProperties.json` by which policies and the script know theirs. */
export const lists: RefactoringSource = (situation) => {
  const { connector, file } = situation;
  const { apiDefinition: definition, apiProperties: properties } = connector;
  if (file.kind !== "apiDefinition" || definition === undefined || properties === undefined)
    return [];
  const operation = definition.operations.find(({ pointer }) => isAtHead(situation, pointer));
  const { id } = operation ?? {};
  if (operation === undefined || !id || definition.operationsById(id).length > 1) return [];
  const refactorings = properties.policies
    .filter((policy) => isFit(policy, operation, properties))
    .slice(0, mostPolicies)
    .map(
      (policy): Refactoring => ({
        title: `Add "${id}" to ${nameOf(policy, properties)}`,
        kind: CodeActionKind.RefactorRewrite,
        file: "apiProperties",
        edits: [{ set: child(policy.pointer, "parameters", policyOperationKey, "-"), value: id }],
      }),
    );
  const listed = strings(properties.properties.scriptOperations);
  // Without a list the script is run for all of them.
  if (connector.file("script") !== undefined && listed.length > 0 && !listed.includes(id))
    refactorings.push({
      title: `Add "${id}" to scriptOperations`,
      kind: CodeActionKind.RefactorRewrite,
      file: "apiProperties",
      edits: [{ set: "/properties/scriptOperations/-", value: id }],
    });
  return refactorings;
};

/** Those of which a second one for the same operation would undo or repeat the first one. */
const single: ReadonlySet<string | undefined> = new Set([
  "dynamichosturl",
  "dynamicsubdomain",
  "pollingtrigger",
  "routerequesttoendpoint",
  "updatenextlink",
]);

/** Whether a policy has a list in which an operation could stand. */
function isFit(policy: Policy, operation: Operation, { policies }: ApiProperties): boolean {
  const { template, namedOperations } = policy;
  if (namedOperations.length === 0 || policy.appliesTo(operation)) return false;
  if (template === "pollingtrigger" && operation.trigger !== "batch") return false;
  const { templateNames } = operation.pathItem;
  if (!policy.routeVariables.every(({ name }) => templateNames.includes(name))) return false;
  if (template === "updatenextlink" && !("x-ms-pageable" in operation.value)) return false;
  return (
    !single.has(template) ||
    !policies.some(
      (other) => other.template === template && !other.isForAll && other.appliesTo(operation),
    )
  );
}

/** What a policy is called, with its number where others are called the same. */
function nameOf(policy: Policy, { policies }: ApiProperties): string {
  const name = ({ value, templateId }: Policy) => {
    const title = asString(value.title)?.trim();
    return title ? `the policy "${title}"` : `the policy of template "${templateId ?? ""}"`;
  };
  const own = name(policy);
  const isUnique = policies.every((other) => other === policy || name(other) !== own);
  return isUnique ? own : `${own} (number ${policies.indexOf(policy) + 1} of all)`;
}
