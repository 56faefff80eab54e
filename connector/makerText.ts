import type { ApiDefinition, Operation, Parameter } from "./apiDefinition.js";
import { child, type Pointer } from "./pointer.js";
import type { Schema } from "./schema.js";
import type { JsonObject } from "./values.js";

export type MakerTextKey =
  | "title"
  | "summary"
  | "x-ms-summary"
  | "description"
  | "x-ms-trigger-hint";

/** What a text is of. */
export type TextOwner =
  | { what: "connector"; node: ApiDefinition }
  | { what: "operation"; node: Operation }
  | { what: "parameter"; node: Parameter }
  | { what: "schema"; node: Schema };

/** A text that the designers show to makers; also of something that is hidden from them. */
export class MakerText {
  constructor(
    readonly owner: TextOwner,
    readonly key: MakerTextKey,
    readonly pointer: Pointer,
    readonly value: string,
  ) {}

  /** What a message calls it, as the beginning of a sentence: `The description of "ListTickets"`. */
  get label(): string {
    const { owner, key } = this;
    if (owner.what === "connector") return `The ${key} of the connector`;
    return `The ${key} of ${owner.what === "operation" ? "" : "the "}${owner.node.label}`;
  }

  /** Whether it names something, as a title does, instead of describing it. */
  get isName(): boolean {
    return this.key !== "description" && this.key !== "x-ms-trigger-hint";
  }

  get isVisible(): boolean {
    const { what, node } = this.owner;
    if (what === "connector") return true;
    if (what === "operation") return !node.isInternal;
    if (what === "parameter") return node.isVisible;
    return !node.isInternal && node.operations.some(({ isInternal }) => !isInternal);
  }
}

/** The texts of a definition in the order connector, operations, parameters, schemas. */
export function readMakerTexts(definition: ApiDefinition): MakerText[] {
  const texts: MakerText[] = [];
  const add = (owner: TextOwner, pointer: Pointer, value: JsonObject, ...keys: MakerTextKey[]) => {
    for (const key of keys) {
      const text = value[key];
      if (typeof text === "string")
        texts.push(new MakerText(owner, key, child(pointer, key), text));
    }
  };
  add({ what: "connector", node: definition }, "/info", definition.info, "title", "description");
  for (const node of definition.operations) {
    const owner = { what: "operation", node } as const;
    add(owner, node.pointer, node.value, "summary", "description", "x-ms-trigger-hint");
  }
  for (const node of definition.parameters)
    add({ what: "parameter", node }, node.pointer, node.value, "x-ms-summary", "description");
  for (const node of definition.schemas) {
    // What a parameter says itself is read above, and makers see no headers.
    const isParameter = node.kind === "parameter" && node.parent === undefined;
    if (node.isReference || isParameter || node.kind === "header") continue;
    const owner = { what: "schema", node } as const;
    add(owner, node.pointer, node.value, "title", "x-ms-summary", "description");
  }
  return texts;
}

/** A text that stands as the name of a field, and the schema that says it. */
export interface FieldLabel {
  key: "x-ms-summary" | "title";
  text: string;
  schema: Schema;
}

/** What makers see as the name of a property or a body: its summary, else its title; without both they see the name itself. */
export function fieldLabel(schema: Schema): FieldLabel | undefined {
  for (const key of ["x-ms-summary", "title"] as const) {
    const part = schema.parts.findLast(({ value }) => Object.hasOwn(value, key));
    const text = part?.value[key];
    if (typeof text === "string" && text.trim() !== "")
      return { key, text: text.trim(), schema: part! };
  }
  return undefined;
}
