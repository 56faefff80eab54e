import type { Operation, Parameter, Visibility } from "../connector/apiDefinition.js";
import { visibilityOf } from "../connector/apiDefinition.js";
import { enumValuesOf } from "../connector/enumValues.js";
import type { Schema } from "../connector/schema.js";
import { asArray, asString } from "../connector/values.js";
import { type Call, choicesOf, dynamicFieldsOf } from "./calls.js";
import type { Mark, Place } from "./places.js";
import { labelOfSchema, type Showing, said } from "./showing.js";

/** A field that a maker fills in. */
export interface Field {
  /** Tells it from the others of its operation: `query queue`, `body body/address/city`. */
  key: string;
  label: string;
  /** The labels of the objects that it is written in. */
  within: readonly string[];
  /** Its name in the definition, with those of the objects that it is written in: `body/address/city`. */
  name: string;
  /** Where the value is sent: `path`, `query`, `header`, `body` or `formData`. */
  sentIn: string;
  isRequired: boolean;
  visibility: Visibility | undefined;
  description: string | undefined;
  control: Control;
  /** What it holds before anybody fills it in. */
  default: string | undefined;
  marks: readonly Mark[];
}

/** What a field is filled in with. */
export type Control =
  | { kind: "text" | "number" | "yesNo" | "date" | "dateTime" | "file" | "object" }
  /** A drop-down of fixed values. */
  | { kind: "choice"; options: readonly Option[] }
  /** A drop-down, or a tree, that a call fills. */
  | { kind: "dynamicChoice"; call: Call; isTree: boolean }
  /** Fields that are known only after a call. */
  | { kind: "dynamicFields"; call: Call }
  /** A list to which items with these fields are added. */
  | { kind: "list"; fields: readonly Field[] };

export interface Option {
  value: string;
  text: string;
}

/** All that a maker fills in for an operation. */
export interface Fields {
  /** Those that are seen at once: the required ones, the important ones, then the others. */
  shown: readonly Field[];
  /** Those that are folded. */
  advanced: readonly Field[];
  /** Whether there are more than anybody would look at. */
  isCut: boolean;
}

/** More are not shown: schemas that refer to one another have as many as one likes. */
const mostFields = 300;
/** Objects in objects beyond this are shown as a whole. */
const mostDepth = 8;

/** The fields of an operation as the designer lists them. */
export function fieldsOf(operation: Operation, showing: Showing, marks: Mark[]): Fields {
  const reading = new Reading(operation, showing, marks);
  for (const { declared, pointer } of operation.effectiveParameters)
    reading.readParameter(declared, showing.inDefinition(pointer));
  const fields = reading.fields.sort((a, b) => rankOf(a) - rankOf(b));
  const isShown = (field: Field) => rankOf(field) < advanced;
  return {
    shown: fields.filter(isShown),
    advanced: fields.filter((field) => !isShown(field)),
    isCut: reading.isCut,
  };
}

const advanced = 3;

function rankOf({ isRequired, visibility }: Field): number {
  if (isRequired) return 0;
  return visibility === "important" ? 1 : visibility === "advanced" ? advanced : 2;
}

/** Where the reading of a body has come to. */
interface Position {
  parameter: Parameter;
  sentIn: string;
  name: string;
  within: readonly string[];
  /** Whether everything that it is written in is always sent. */
  isRequired: boolean;
  visibility: Visibility | undefined;
  /** Whether it is the body or an item itself, so that the fields in it need no other name before theirs. */
  isWhole: boolean;
  /** The schemas that it is written in: one that is among its own parts goes on for ever. */
  around: readonly Schema[];
  /** Where the objects around it stand of which nothing is shown yet. */
  places: readonly Place[];
  into: Field[];
}

class Reading {
  readonly fields: Field[] = [];
  isCut = false;
  private count = 0;
  private looks = 0;

  constructor(
    private readonly operation: Operation,
    private readonly showing: Showing,
    /** The marks of the operation, which takes what concerns fields that nobody sees. */
    private readonly marks: Mark[],
  ) {}

  readParameter(parameter: Parameter, place: Place): void {
    const { showing } = this;
    const { name, in: sentIn, visibility, isRequired } = parameter;
    const places = [place, showing.inDefinition(parameter.pointer)];
    if (name === undefined || sentIn === undefined || visibility === "internal") {
      showing.places.add(this.marks, ...places);
      return;
    }
    const { schema: body } = parameter;
    const schema = sentIn === "body" ? body : showing.definition.schemaAt(parameter.pointer);
    const at: Position = {
      parameter,
      sentIn,
      name,
      within: [],
      isRequired,
      visibility,
      isWhole: true,
      around: [],
      places,
      into: this.fields,
    };
    const label = showing.text(parameter.value["x-ms-summary"]);
    const before = this.count;
    if (sentIn === "body")
      this.readSchema(schema, at, label ?? labelOfSchema(schema, name, showing));
    else if (!this.isOver()) this.addField(schema, at, label ?? name);
    if (this.count === before) showing.places.add(this.marks, ...places);
  }

  /** Reads the body or a property of it: an object gives the fields of its properties, anything else is a field itself. */
  private readSchema(schema: Schema | undefined, at: Position, label: string): void {
    const { showing } = this;
    const resolved = schema?.resolved;
    const places = [...at.places, ...(schema === undefined ? [] : showing.placesOf(schema))];
    const isHidden = schema?.isInternal || resolved?.value["x-ms-visibility"] === "internal";
    if (isHidden || this.isOver()) {
      if (schema !== undefined) showing.places.add(this.marks, ...showing.placesOf(schema));
      return;
    }
    const properties = resolved?.properties;
    const isNested = resolved !== undefined && at.around.includes(resolved);
    if (!properties?.size || isNested || at.around.length >= mostDepth) {
      this.addField(schema, { ...at, places }, label);
      return;
    }
    let pending: readonly Place[] = places;
    for (const [name, property] of properties) {
      const before = this.count;
      const visibility =
        visibilityOf(property.value) ?? visibilityOf(property.resolved?.value ?? {});
      this.readSchema(
        property,
        {
          ...at,
          name: `${at.name}/${name}`,
          within: at.isWhole ? at.within : [...at.within, label],
          isRequired: at.isRequired && resolved!.requires(name),
          visibility: visibility ?? at.visibility,
          isWhole: false,
          around: [...at.around, resolved!],
          places: pending,
        },
        labelOfSchema(property, name, showing),
      );
      // What is said of the object is shown with the first of its fields.
      if (this.count > before) pending = [];
    }
    const call = dynamicFieldsOf(schema, this.operation, showing);
    if (call !== undefined) {
      this.addField(schema, { ...at, places: pending }, label);
      pending = [];
    }
    showing.places.add(this.marks, ...pending);
  }

  /** Counts what is looked at, objects included: those that refer to one another have as many ways through them as one likes. */
  private isOver(): boolean {
    const isOver = ++this.looks > mostFields;
    this.isCut ||= isOver;
    return isOver;
  }

  private addField(schema: Schema | undefined, at: Position, label: string): void {
    const { showing } = this;
    this.count++;
    const { parameter, name, sentIn, within, isRequired, visibility } = at;
    const marks = showing.places.show(...at.places);
    // What is said of the parameter is said of its whole body.
    const own = name === parameter.name ? parameter.value.description : undefined;
    at.into.push({
      key: `${sentIn} ${name}`,
      label,
      within,
      name,
      sentIn,
      isRequired,
      visibility,
      description: showing.text(own) ?? showing.text(said(schema, "description")),
      control: this.controlOf(schema, at, label, marks),
      default: showing.value(said(schema, "default"), lastOf(name)),
      marks,
    });
  }

  private controlOf(
    schema: Schema | undefined,
    at: Position,
    label: string,
    marks: Mark[],
  ): Control {
    const { operation, showing } = this;
    const choices = choicesOf(schema, operation, showing);
    if (choices !== undefined) return { kind: "dynamicChoice", ...choices };
    const call = dynamicFieldsOf(schema, operation, showing);
    if (call !== undefined) return { kind: "dynamicFields", call };
    const type = asString(said(schema, "type"));
    if (type === "boolean") return { kind: "yesNo" };
    const options = optionsOf(schema, showing);
    if (options.length > 0) return { kind: "choice", options };
    const items = schema?.parts.find((part) => part.children("items").length > 0);
    if (type === "array" || (type === undefined && items !== undefined))
      return {
        kind: "list",
        fields: items === undefined ? [] : this.itemsOf(items, at, label, marks),
      };
    if (type === "integer" || type === "number") return { kind: "number" };
    if (type === "file") return { kind: "file" };
    if (type === "object" || (type === undefined && schema?.resolved?.properties.size))
      return { kind: "object" };
    switch (said(schema, "format")) {
      case "date":
        return { kind: "date" };
      case "date-time":
        return { kind: "dateTime" };
      case "byte":
      case "binary":
        return { kind: "file" };
      default:
        return { kind: "text" };
    }
  }

  /** The fields of an item of a list; none when nothing is told of it, or it is what it is written in. */
  private itemsOf(list: Schema, at: Position, label: string, marks: Mark[]): readonly Field[] {
    const [items] = list.children("items");
    const resolved = items?.resolved;
    if (items === undefined || resolved === undefined) return [];
    this.showing.places.add(marks, ...this.showing.placesOf(items));
    const around = list.resolved === undefined ? at.around : [...at.around, list.resolved];
    if (around.includes(resolved) || around.length >= mostDepth) return [];
    const into: Field[] = [];
    this.readSchema(
      items,
      {
        ...at,
        name: `${at.name}/*`,
        within: [],
        // Of an item that is there, what it requires is needed.
        isRequired: true,
        visibility: undefined,
        isWhole: true,
        around,
        places: [],
        into,
      },
      labelOfSchema(items, `${label} - 1`, this.showing),
    );
    return into.map((field) =>
      // Whoever adds an item fills it in, or does not add it.
      field.name === `${at.name}/*` ? { ...field, isRequired: false } : field,
    );
  }
}

/** The values of an enum, under the names that makers see. */
function optionsOf(schema: Schema | undefined, showing: Showing): Option[] {
  const owner = schema?.parts.findLast(
    ({ value }) => asArray(value.enum).length > 0 || asArray(value["x-ms-enum-values"]).length > 0,
  );
  if (owner === undefined) return [];
  const named = enumValuesOf(owner);
  const names = new Map(
    named.map(({ value, displayName }) => [JSON.stringify(value), showing.text(displayName)]),
  );
  const values = asArray(owner.value.enum);
  return (values.length > 0 ? values : named.map(({ value }) => value)).flatMap((value) => {
    const shown = showing.value(value);
    // Null and an empty text say that nothing is picked.
    if (shown === undefined) return [];
    return [{ value: shown, text: names.get(JSON.stringify(value)) ?? shown }];
  });
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
