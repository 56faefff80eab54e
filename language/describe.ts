import type { Operation, Parameter } from "../connector/apiDefinition.js";
import type { ConnectionParameter } from "../connector/apiProperties.js";
import type { Connector } from "../connector/connector.js";
import { identityProviders } from "../connector/identityProvider.js";
import { lastSegment } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { asObject, asString, isObject, type JsonObject } from "../connector/values.js";
import { tellUses, usesOf } from "./uses.js";

/** What an operation is to makers: `action`, `webhook trigger`, `internal action`. */
export function kindOfOperation(operation: Operation): string {
  const kind =
    operation.trigger === undefined
      ? "action"
      : operation.isWebhook
        ? "webhook trigger"
        : "polling trigger";
  return operation.isInternal ? `internal ${kind}` : kind;
}

/** An operation in a few words, as Markdown. */
export function describeOperation(operation: Operation): string {
  const { summary, description } = operation;
  return [
    summary && `**${escapeMarkdown(summary)}** (${kindOfOperation(operation)})`,
    description && escapeMarkdown(description),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** A schema in a few words, as Markdown: what it is and what it has. */
export function describeSchema(schema: Schema): string {
  const description = asString(schema.value.description) ?? asString(schema.value.title);
  const names = [...schema.properties.keys()];
  const shown = names.slice(0, mostNames).map((name) => code(name));
  const more = names.length > mostNames ? ` … and ${names.length - mostNames} more` : "";
  return [
    description && escapeMarkdown(description),
    names.length > 0 && `Properties: ${shown.join(", ")}${more}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

const mostNames = 12;

/** An operation whole, as Markdown: what it does, what it takes and gives, and who calls it. */
export function tellOperation(operation: Operation, connector: Connector): string {
  const { summary, id, method, path, parameters, description } = operation;
  const title = summary ?? id ?? "";
  const notes = [kindOfOperation(operation), operation.isDeprecated && "deprecated"].filter(
    Boolean,
  );
  const inputs = parameters.map((parameter) => `- ${parameterLine(parameter)}`);
  const result = operation.resultSchema;
  const uses = tellUses(usesOf(operation, connector));
  return [
    `**${escapeMarkdown(title)}** (${notes.join(", ")})`,
    code(`${method.toUpperCase()} ${path}`),
    description === undefined ? "" : escapeMarkdown(description),
    listed("Takes:", inputs),
    result === undefined ? "" : `Gives: ${typeOf(result)}`,
    uses.length === 0 ? "" : `${capital(uses.join(", "))}.`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** A schema whole, as Markdown: its type, what it is for and its properties. */
export function tellSchema(name: string, schema: Schema): string {
  const target = schema.resolved ?? schema;
  const { title, description } = { ...target.value, ...schema.value };
  const properties = [...target.properties].map(
    ([each, property]) =>
      `- ${code(each)}: ${typeOf(property)}${target.requires(each) ? ", required" : ""}`,
  );
  return [
    `**${escapeMarkdown(name)}**: ${typeOf(schema)}`,
    typeof title === "string" && title !== name ? escapeMarkdown(title) : "",
    typeof description === "string" ? escapeMarkdown(description) : "",
    allowed(target.value),
    listed("", properties),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** A parameter whole, as Markdown. */
export function describeParameter(parameter: Parameter): string {
  const { value, schema } = parameter;
  const { description, "x-ms-summary": summary } = value;
  const properties = [...(schema?.properties ?? [])].map(
    ([name, property]) =>
      `- ${code(name)}: ${typeOf(property)}${schema?.requires(name) ? ", required" : ""}`,
  );
  return [
    `**${escapeMarkdown(typeof summary === "string" ? summary : (parameter.name ?? ""))}**: ${parameterFacts(parameter)}`,
    typeof description === "string" ? escapeMarkdown(description) : "",
    allowed(value),
    listed("", properties),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** A response that several operations share, as Markdown. */
export function describeResponse(name: string, { description, schema }: JsonObject): string {
  const { type, $ref } = asObject(schema);
  const given = asString($ref) ?? asString(type);
  return [
    `**${escapeMarkdown(name)}**${given === undefined ? "" : `: ${code(given)}`}`,
    typeof description === "string" ? escapeMarkdown(description) : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What a user enters to connect, as Markdown. */
export function describeConnectionParameter({ name, value, set }: ConnectionParameter): string {
  const { displayName, description, tooltip } = asObject(value.uiDefinition);
  const type = asString(value.type);
  const facts = ["connection parameter", type && code(type), set && `of the set ${code(set)}`];
  const texts = [displayName, description, tooltip].filter(
    (text, index, all) => typeof text === "string" && text !== "" && all.indexOf(text) === index,
  );
  return [
    `**${escapeMarkdown(name)}** (${facts.filter(Boolean).join(", ")})`,
    ...texts.map((text) => escapeMarkdown(String(text))),
  ].join("\n\n");
}

/** What an identity provider is for and needs, as Markdown. */
export function describeProvider(name: string): string {
  const [known] = [...identityProviders].filter(
    ([each]) => each.toLowerCase() === name.toLowerCase(),
  );
  if (known === undefined) return "";
  const { title, purpose, required } = known[1];
  return [
    `**${title}**`,
    purpose,
    required.length > 0 && `Custom parameters that it needs: ${required.map(code).join(", ")}.`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function parameterLine(parameter: Parameter): string {
  const { name = "", value } = parameter;
  const summary = asString(value["x-ms-summary"]);
  const text = summary === undefined ? "" : `: ${escapeMarkdown(summary)}`;
  return `${code(name)} (${parameterFacts(parameter)})${text}`;
}

/** What a parameter is in few words, as Markdown: `query, integer, required`. */
export function parameterFacts(parameter: Parameter): string {
  const { in: location, schema, value, isRequired } = parameter;
  const type = schema === undefined ? plainType(value) : typeOf(schema);
  return [location === "formData" ? "form" : location, type, isRequired && "required"]
    .filter(Boolean)
    .join(", ");
}

/** The type of a schema in few words: `list of Ticket`, `text (date-time)`. */
export function typeOf(schema: Schema): string {
  const name = schema.isReference ? lastSegment(asString(schema.value.$ref) ?? "") : undefined;
  if (name !== undefined && name !== "") return code(name);
  const items = schema.parts.flatMap((part) => part.children("items"))[0];
  const type = schema.parts.find((part) => part.type !== undefined)?.type;
  if (type === "array" || (type === undefined && items !== undefined))
    return items === undefined || items === schema ? "array" : `array of ${typeOfItems(items)}`;
  const [composed] = schema.children("allOf");
  if (type === undefined && composed?.isReference) return typeOf(composed);
  return plainType({
    ...schema.value,
    type: type ?? (schema.properties.size > 0 ? "object" : undefined),
  });
}

/** One step only: arrays of arrays of themselves have no end. */
function typeOfItems(items: Schema): string {
  return items.isReference ? typeOf(items) : plainType(items.value);
}

function plainType({ type, format }: JsonObject): string {
  const known = typeof type === "string" ? type : "any";
  return typeof format === "string" && format !== ""
    ? `${known} (${escapeMarkdown(format)})`
    : known;
}

function allowed({ enum: values }: JsonObject): string {
  if (!Array.isArray(values) || values.length === 0) return "";
  const shown = values
    .slice(0, mostNames)
    .map((value) => code(isObject(value) ? "…" : String(value)));
  return `One of ${shown.join(", ")}${values.length > mostNames ? " …" : ""}`;
}

/** The first lines of a list, and how many there are more. */
function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length - mostNames;
  return [
    title,
    [...lines.slice(0, mostNames), ...(more > 0 ? [`- … and ${more} more`] : [])].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text of a connector as Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");
}

/** A text of a connector as code in Markdown. */
export function code(text: string): string {
  const fence = "`".repeat(
    Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text.replace(/[\r\n]+/g, " ")}${space}${fence}`;
}
