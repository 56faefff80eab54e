import {
  policyOperationKey,
  policyParameterPrefix,
  policySectionKey,
  policyTemplates,
} from "../connector/policy.js";
import { valueAt } from "../connector/reference.js";
import { code } from "./describe.js";
import { descriptionOf, type JsonSchema, keysOf, requiredKeysOf, schemasAt } from "./schemas.js";

/** A parameter of a policy template, as the schema of policies tells it. */
export interface TemplateParameter {
  /** Its key in `parameters`. */
  key: string;
  /** Its key without what all have before it. */
  name: string;
  description: string | undefined;
  isRequired: boolean;
  /** The only values that it can have; none when there are others. */
  allowed: readonly string[];
  default: unknown;
  examples: readonly unknown[];
}

/** The parameters of a template, without those that every policy has. */
export function templateParameters(template: string): TemplateParameter[] {
  const schemas = schemasOfParameters(template);
  const required = requiredKeysOf(schemas);
  return [...keysOf("apiProperties", schemas)].flatMap(([key, ofValue]) =>
    key.startsWith(policyParameterPrefix)
      ? [
          {
            key,
            name: key.slice(policyParameterPrefix.length),
            description: descriptionOf(ofValue),
            isRequired: required.has(key),
            allowed: textsOf(ofValue),
            default: ofValue.find((schema) => "default" in schema)?.default,
            examples: ofValue.flatMap(({ examples = [] }) => examples),
          },
        ]
      : [],
  );
}

/** What policies of a template can change, that which it changes as a rule first; nothing where they need not say it. */
export function templateSections(template: string): string[] {
  const usual = policyTemplates.get(template)?.section;
  if (usual === undefined) return [];
  const keys = keysOf("apiProperties", schemasOfParameters(template));
  const sections = textsOf(keys.get(policySectionKey) ?? []);
  return [usual, ...sections.filter((section) => section !== usual)];
}

/** What a template does and takes, as Markdown. */
export function describeTemplate(template: string): string {
  const known = policyTemplates.get(template);
  if (known === undefined) return "";
  const parameters = templateParameters(template).map(
    (parameter) => `- ${describeParameter(parameter)}`,
  );
  const sections = templateSections(template).map(code).join(", ");
  return [
    `**${known.title}**`,
    known.purpose,
    parameters.length > 0 && `Parameters (${code(`${policyParameterPrefix}…`)}):`,
    parameters.join("\n"),
    sections !== "" && `${code(policySectionKey)} says what it changes: ${sections}.`,
    `${code(policyOperationKey)} lists the operations that it is for; without it, it is for all.`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function describeParameter(parameter: TemplateParameter): string {
  const { name, description = "", isRequired, allowed } = parameter;
  const notes = [
    isRequired && "required",
    parameter.default !== undefined && `default ${code(String(parameter.default))}`,
  ].filter(Boolean);
  return [
    `${code(name)}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}:`,
    description,
    allowed.length > 0 && `One of ${allowed.map(code).join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function schemasOfParameters(template: string): JsonSchema[] {
  const policy = { properties: { policyTemplateInstances: [{ templateId: template }] } };
  return schemasAt("apiProperties", "/properties/policyTemplateInstances/0/parameters", (pointer) =>
    valueAt(policy, pointer),
  );
}

function textsOf(schemas: readonly JsonSchema[]): string[] {
  const { enum: allowed = [] } = schemas.find((schema) => schema.enum !== undefined) ?? {};
  return allowed.filter((value) => typeof value === "string");
}
