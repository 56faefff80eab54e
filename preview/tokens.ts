import type { Operation, Visibility } from "../connector/apiDefinition.js";
import { visibilityOf } from "../connector/apiDefinition.js";
import { child } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { asString } from "../connector/values.js";
import { type Call, dynamicFieldsOf } from "./calls.js";
import type { Mark } from "./places.js";
import { labelOfSchema, type Showing, said } from "./showing.js";

/** Something of a result that later steps of a flow can use: a piece of dynamic content. */
export interface Token {
  label: string;
  /** Its name in the definition; empty when it has none. */
  name: string;
  type: TokenType;
  description: string | undefined;
  visibility: Visibility | undefined;
  /** What an object or each item of a list holds. */
  tokens: readonly Token[];
  /** The call that tells what else there is. */
  call: Call | undefined;
  marks: readonly Mark[];
}

export type TokenType =
  | "text"
  | "number"
  | "yesNo"
  | "date"
  | "dateTime"
  | "file"
  | "list"
  | "object"
  | "unknown";

/** What an operation gives to the steps after it. */
export interface Tokens {
  /** Whose they are: of the result, of each item of a polled list, or of what the service sends. */
  of: "result" | "eachItem" | "notification";
  tokens: readonly Token[];
  /** The call that tells what else there is. */
  call: Call | undefined;
  /** Whether there are more than anybody would look at. */
  isCut: boolean;
  marks: readonly Mark[];
}

/** More are not shown: schemas that refer to one another have as many as one likes. */
const mostTokens = 300;
const mostDepth = 8;

/** The dynamic content of an operation: its result, or the payload of its webhook. */
export function tokensOf(operation: Operation, showing: Showing): Tokens {
  const { definition, places } = showing;
  const content = child(operation.pathItem.pointer, "x-ms-notification-content");
  const isNotified =
    operation.trigger !== undefined && operation.pathItem.notificationContent !== undefined;
  const schema = isNotified
    ? definition.schemaAt(child(content, "schema"))
    : operation.resultSchema;
  const marks = places.show(
    ...(isNotified ? [showing.inDefinition(content)] : []),
    showing.inDefinition(operation.at("responses")),
    ...operation.responses.map(({ declared }) => showing.inDefinition(declared.pointer)),
    ...(schema === undefined ? [] : showing.placesOf(schema)),
  );
  const reading = new Reading(operation, showing, marks);
  const items = schema && itemsOf(schema);
  const isPolled = operation.trigger === "batch" && !isNotified && items !== undefined;
  const of = isNotified ? "notification" : isPolled ? "eachItem" : "result";
  const whole = isPolled ? items : schema;
  if (isPolled) places.add(marks, ...showing.placesOf(items));
  const call = dynamicFieldsOf(whole, operation, showing);
  let tokens = whole === undefined ? [] : reading.propertiesOf(whole, []);
  // A list or a single value is a piece itself.
  if (whole?.resolved?.properties.size === 0 && call === undefined)
    tokens = reading.read(whole, "", [], isPolled ? "Item" : "Body");
  return { of, tokens, call, isCut: reading.isCut, marks };
}

class Reading {
  isCut = false;
  private count = 0;

  constructor(
    private readonly operation: Operation,
    private readonly showing: Showing,
    /** The marks of the whole result, which take what concerns pieces that nobody sees. */
    private readonly marks: Mark[],
  ) {}

  /** The pieces of an object. */
  propertiesOf(schema: Schema, around: readonly Schema[]): Token[] {
    const { resolved } = schema;
    if (resolved === undefined || around.includes(resolved) || around.length >= mostDepth)
      return [];
    return [...resolved.properties].flatMap(([name, property]) =>
      this.read(property, name, [...around, resolved]),
    );
  }

  /** A piece with those that it holds; none when it is hidden from makers. */
  read(schema: Schema, name: string, around: readonly Schema[], untitled = name): Token[] {
    const { showing } = this;
    const places = showing.placesOf(schema);
    const isOver = !isHidden(schema) && ++this.count > mostTokens;
    this.isCut ||= isOver;
    if (isHidden(schema) || isOver) {
      showing.places.add(this.marks, ...places);
      return [];
    }
    const marks = showing.places.show(...places);
    const items = itemsOf(schema);
    if (items !== undefined) showing.places.add(marks, ...showing.placesOf(items));
    // The items of a list in a list are reached by the same name.
    let held = items ?? schema;
    for (let depth = 0; depth < mostDepth; depth++) held = itemsOf(held) ?? held;
    return [
      {
        label: labelOfSchema(schema, untitled, showing),
        name,
        type: typeOf(schema, items),
        description: showing.text(said(schema, "description")),
        visibility: visibilityOf(schema.value) ?? visibilityOf(schema.resolved?.value ?? {}),
        tokens: this.propertiesOf(held, around),
        call: dynamicFieldsOf(held, this.operation, showing),
        marks,
      },
    ];
  }
}

/** The schema of the items of an array, as declared. */
function itemsOf(schema: Schema): Schema | undefined {
  const type = said(schema, "type");
  if (type !== undefined && type !== "array") return undefined;
  return schema.parts.flatMap((part) => part.children("items"))[0];
}

function isHidden(schema: Schema): boolean {
  return schema.isInternal || schema.resolved?.value["x-ms-visibility"] === "internal";
}

function typeOf(schema: Schema, items: Schema | undefined): TokenType {
  const type = asString(said(schema, "type"));
  if (type === "array" || items !== undefined) return "list";
  if (type === "boolean") return "yesNo";
  if (type === "integer" || type === "number") return "number";
  if (type === "file") return "file";
  if (type === "object" || (schema.resolved?.properties.size ?? 0) > 0) return "object";
  if (type !== "string") return "unknown";
  switch (said(schema, "format")) {
    case "date":
      return "date";
    case "date-time":
      return "dateTime";
    case "byte":
    case "binary":
      return "file";
    default:
      return "text";
  }
}
