import { CodeActionKind } from "vscode-languageserver-types";
import type { DynamicReference } from "../../connector/dynamicReference.js";
import { fullName } from "../../connector/dynamicReference.js";
import { inputOf, isSound, newerFormOf, sourcesOf } from "../../rulesets/dynamicCall.js";
import { isAtHead, isIn, type RefactoringSource } from "./refactoring.js";

const newerForms = {
  "x-ms-dynamic-values": "x-ms-dynamic-list",
  "x-ms-dynamic-schema": "x-ms-dynamic-properties",
} as const;

/** Puts the newer form of a dynamic extension beside the older one. */
export const dynamicForms: RefactoringSource = (situation) => {
  const { connector, file } = situation;
  if (file.kind !== "apiDefinition") return [];
  return (connector.apiDefinition?.dynamicReferences ?? []).flatMap((reference) => {
    const { kind, owner, pointer } = reference;
    const newer = newerForms[kind as keyof typeof newerForms];
    if (newer === undefined || owner === undefined || newer in owner.value) return [];
    if (!isIn(situation, pointer) && !isAtHead(situation, owner.pointer)) return [];
    if ("enum" in owner.value || !canTranslate(reference)) return [];
    const name = owner.propertyName ?? owner.value.name;
    return [
      {
        title: `Add ${newer} beside ${kind}${typeof name === "string" ? ` of "${name}"` : ""}`,
        kind: CodeActionKind.RefactorRewrite,
        file: "apiDefinition",
        edits: [{ set: owner.at(newer), value: newerFormOf(reference) }],
      },
    ];
  });
};

/** Whether everything that is passed is called the same in all operations in which the extension stands. */
function canTranslate(reference: DynamicReference): boolean {
  const { parameters, target, kind, sources } = reference;
  return (
    isSound(reference) &&
    parameters.every((passed) => {
      if (passed.passes.what === "selectedItem") return false;
      if (inputOf(target, passed.name, kind) === undefined) return false;
      if (passed.passes.what === "literal") return true;
      const found = sourcesOf(reference, passed);
      const names = found.flatMap(({ inputs }) => inputs.map(fullName));
      return found.length === sources.length && new Set(names).size === 1;
    })
  );
}
