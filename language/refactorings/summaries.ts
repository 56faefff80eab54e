import { CodeActionKind } from "vscode-languageserver-types";
import type { Operation } from "../../connector/apiDefinition.js";
import { child, type Pointer } from "../../connector/pointer.js";
import { hasValue } from "../../connector/values.js";
import { titleCase } from "../../rulesets/words.js";
import { isAtHead, isIn, type RefactoringSource } from "./refactoring.js";

/** Gives the inputs of an operation that have no title one that follows from their names. */
export const summaries: RefactoringSource = (situation) => {
  const { connector, file } = situation;
  if (file.kind !== "apiDefinition") return [];
  const operation = connector.apiDefinition?.operations.find(
    ({ pointer }) =>
      isIn(situation, pointer) &&
      (isAtHead(situation, pointer) || isIn(situation, child(pointer, "parameters"))),
  );
  if (operation === undefined || operation.isInternal) return [];
  const inputs = untitledInputs(operation).filter(({ title }) => title !== "");
  const [first] = inputs;
  if (first === undefined) return [];
  const title =
    inputs.length === 1
      ? `Add the x-ms-summary "${first.title}" to "${first.name}"`
      : `Add an x-ms-summary to ${inputs.length} inputs of ${operation.label}`;
  const edits = inputs.map(({ pointer, title }) => ({
    set: child(pointer, "x-ms-summary"),
    value: title,
  }));
  return [{ title, kind: CodeActionKind.RefactorRewrite, file: "apiDefinition", edits }];
};

/** The parameters and the properties of the body that makers see under the names that the API uses. */
function untitledInputs({ parameters }: Operation) {
  const inputs: { name: string; title: string; pointer: Pointer }[] = [];
  const add = (name: string, pointer: Pointer) =>
    inputs.push({ name, title: titleCase(name), pointer });
  for (const { name, in: location, value, visibility, pointer, schema } of parameters) {
    if (visibility === "internal") continue;
    if (location !== "body") {
      if (name !== undefined && !hasValue(value, "x-ms-summary")) add(name, pointer);
      continue;
    }
    const chains = schema?.chainsTo(
      ({ propertyName, isReference, value }) =>
        propertyName !== undefined &&
        !isReference &&
        !hasValue(value, "x-ms-summary") &&
        !hasValue(value, "title"),
    );
    for (const chain of chains ?? []) {
      const { propertyName, pointer, isReference } = chain.at(-1)!;
      const isShown = chain.every(
        ({ isInternal, resolved }) => !isInternal && resolved?.isInternal !== true,
      );
      // Nothing beside a reference counts.
      if (isShown && !isReference) add(propertyName!, pointer);
    }
  }
  return inputs;
}
