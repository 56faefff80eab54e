import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { Connector, FileKind } from "../connector/connector.js";
import { fieldLabel } from "../connector/makerText.js";
import type { Pointer } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { isSecretName, withoutSecrets } from "../connector/secrets.js";
import type { Place, Places } from "./places.js";

/** Nobody reads on; a longer text would only make the page slow. */
const longestText = 4_000;

/** What the parts of a preview are made with: the connector, and the places of what is shown of it. */
export class Showing {
  constructor(
    readonly connector: Connector,
    readonly definition: ApiDefinition,
    readonly places: Places,
  ) {}

  /** A place of one of the files. */
  at(kind: FileKind, pointer: Pointer): Place {
    return { path: this.connector.file(kind)?.path, pointer };
  }

  inDefinition(pointer: Pointer): Place {
    return this.at("apiDefinition", pointer);
  }

  inProperties(pointer: Pointer): Place {
    return this.at("apiProperties", pointer);
  }

  /** Every place in which something is said of a schema: where it is declared, what that refers to, and its parts. */
  placesOf(schema: Schema): Place[] {
    return [schema, ...schema.parts].map(({ pointer }) => this.inDefinition(pointer));
  }

  /** A text as it may be shown: without secrets, and not endless; `undefined` when there is none. */
  text(value: unknown): string | undefined {
    if (typeof value !== "string" || value.trim() === "") return undefined;
    const text = withoutSecrets(value.trim(), this.connector);
    return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  }

  /** A value as a person would type it; asterisks when what it is called tells that it is a secret. */
  value(value: unknown, name = ""): string | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    if (isSecretName(name)) return "********";
    return this.text(typeof value === "object" ? JSON.stringify(value) : String(value));
  }
}

/** What a schema, or the last of its parts that does, says under a key. */
export function said(schema: Schema | undefined, key: string): unknown {
  return schema?.parts.findLast(({ value }) => Object.hasOwn(value, key))?.value[key];
}

/** What a property or a body is called: by its summary, else its title, else its name. */
export function labelOfSchema(schema: Schema | undefined, name: string, showing: Showing): string {
  return showing.text(schema && fieldLabel(schema)?.text) ?? name;
}
