import type { Operation } from "../connector/apiDefinition.js";
import { ApiDefinition } from "../connector/apiDefinition.js";
import type { Connector } from "../connector/connector.js";
import { hexOf, readColor } from "../connector/icon.js";
import { child } from "../connector/pointer.js";
import { asArray, asObject, asString } from "../connector/values.js";
import type { Finding } from "../rulesets/rule.js";
import { type Connecting, connectingOf } from "./connection.js";
import { type Field, type Fields, fieldsOf } from "./fields.js";
import { type Mark, Places } from "./places.js";
import { Showing } from "./showing.js";
import { type Token, type Tokens, tokensOf } from "./tokens.js";

/** A connector as a maker sees it, and what is wrong with each part of it: plain values. */
export interface ConnectorView {
  card: Card;
  connecting: Connecting;
  triggers: readonly OperationView[];
  actions: readonly OperationView[];
  /** How many operations makers never see. */
  internal: number;
  /** What concerns nothing that is shown. */
  elsewhere: readonly Mark[];
  /** Everything that was found, each once. */
  marks: readonly Mark[];
}

/** How a connector is shown among others. */
export interface Card {
  title: string;
  publisher: string | undefined;
  description: string | undefined;
  /** The color behind the icon: `#RRGGBB`. */
  color: string | undefined;
  /** The image, when it is one that the platform shows. */
  icon: Uint8Array | undefined;
  isPreview: boolean;
  categories: readonly string[];
  /** Where makers find more; the addresses are those of web pages. */
  links: readonly { text: string; address: string }[];
  marks: readonly Mark[];
}

/** A trigger or an action. */
export interface OperationView {
  /** Tells it from the others. */
  key: string;
  title: string;
  id: string | undefined;
  /** The method and the path. */
  request: string;
  description: string | undefined;
  kind: "action" | "polling" | "webhook";
  isDeprecated: boolean;
  isPreview: boolean;
  isImportant: boolean;
  isAdvanced: boolean;
  hint: string | undefined;
  fields: Fields;
  tokens: Tokens;
  /** What concerns the operation as a whole. */
  marks: readonly Mark[];
}

/** Makes the view of a connector. One without a definition that can be read has no operations. */
export function viewOf(connector: Connector, findings: readonly Finding[]): ConnectorView {
  const definition = connector.apiDefinition ?? new ApiDefinition({});
  const places = new Places();
  const showing = new Showing(connector, definition, places);
  const operations: OperationView[] = [];
  let internal = 0;
  for (const operation of definition.operations)
    if (operation.isInternal) {
      internal++;
      places.hide(showing.inDefinition(operation.pointer));
    } else operations.push(operationOf(operation, showing));
  operations.sort((a, b) => rankOf(a) - rankOf(b));
  const view = {
    card: cardOf(showing),
    connecting: connectingOf(connector.apiProperties, showing),
    triggers: operations.filter(({ kind }) => kind !== "action"),
    actions: operations.filter(({ kind }) => kind === "action"),
    internal,
  };
  // What lacks in the properties is told of the card; what else they hold is not shown.
  for (const key of Object.keys(connector.apiProperties?.properties ?? {}))
    places.hide(showing.inProperties(child("/properties", key)));
  return { ...view, ...places.distribute(findings) };
}

/** In the order in which they are offered: the important ones first, the advanced ones last. */
function rankOf({ isImportant, isAdvanced }: OperationView): number {
  return isImportant ? 0 : isAdvanced ? 2 : 1;
}

/** What concerns an operation or anything that is shown of it, each once. */
export function marksOf({ marks, fields, tokens }: OperationView): ReadonlySet<Mark> {
  const all = new Set(marks);
  const addFields = (fields: readonly Field[]) => {
    for (const { marks, control } of fields) {
      for (const mark of marks) all.add(mark);
      if (control.kind === "list") addFields(control.fields);
    }
  };
  const addTokens = ({ marks, tokens }: Pick<Token, "marks" | "tokens">) => {
    for (const mark of marks) all.add(mark);
    for (const token of tokens) addTokens(token);
  };
  addFields([...fields.shown, ...fields.advanced]);
  addTokens(tokens);
  return all;
}

function operationOf(operation: Operation, showing: Showing): OperationView {
  const { pointer, id, method, path, pathItem, visibility, isDeprecated } = operation;
  const marks = showing.places.show(
    showing.inDefinition(pointer),
    showing.inDefinition(pathItem.pointer),
  );
  return {
    key: pointer,
    title: showing.text(operation.summary) ?? showing.text(id) ?? `${method.toUpperCase()} ${path}`,
    id: showing.text(id),
    request: showing.text(`${method.toUpperCase()} ${path}`)!,
    description: showing.text(operation.description),
    kind: operation.trigger === undefined ? "action" : operation.isWebhook ? "webhook" : "polling",
    isDeprecated,
    isPreview: operation.annotation.status === "Preview",
    isImportant: visibility === "important",
    isAdvanced: visibility === "advanced",
    hint: showing.text(operation.value["x-ms-trigger-hint"]),
    fields: fieldsOf(operation, showing, marks),
    tokens: tokensOf(operation, showing),
    marks,
  };
}

function cardOf(showing: Showing): Card {
  const { connector, definition, places } = showing;
  const { apiProperties, icon } = connector;
  const { title, description, contact } = definition.info;
  const color = readColor(apiProperties?.iconBrandColor ?? "");
  const metadata = new Map(
    asArray(definition.value["x-ms-connector-metadata"]).map((entry) => {
      const { propertyName, propertyValue } = asObject(entry);
      return [asString(propertyName)?.toLowerCase(), propertyValue];
    }),
  );
  const folder = connector.surroundings.folder?.path;
  const links = [
    { text: "Website", address: webAddress(metadata.get("website")) },
    { text: "Privacy policy", address: webAddress(metadata.get("privacy policy")) },
    {
      text: showing.text(asObject(contact).name) ?? "Contact",
      address: webAddress(asObject(contact).url),
    },
  ];
  return {
    title: showing.text(title) ?? folder?.split(/[\\/]/).at(-1) ?? "A connector without a title",
    publisher: showing.text(apiProperties?.properties.publisher),
    description: showing.text(description),
    color: color && hexOf(color),
    icon: icon?.format === "PNG" ? connector.file("icon")?.bytes : undefined,
    isPreview: asObject(definition.info["x-ms-api-annotation"]).status === "Preview",
    categories: (showing.text(metadata.get("categories")) ?? "")
      .split(";")
      .flatMap((each) => (each.trim() === "" ? [] : [each.trim()])),
    links: links.flatMap(({ text, address }) => {
      const shown = showing.text(address);
      return shown === undefined || shown !== address ? [] : [{ text, address: shown }];
    }),
    marks: places.show(
      showing.inDefinition("/info"),
      showing.inDefinition("/x-ms-connector-metadata"),
      showing.inProperties("/properties"),
      ...["iconBrandColor", "publisher", "stackOwner"].map((key) =>
        showing.inProperties(child("/properties", key)),
      ),
      showing.at("icon", ""),
    ),
  };
}

/** An address that a browser opens as a web page; `undefined` for anything else, such as a script. */
function webAddress(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const url = new URL(value);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
