import { CompletionItemKind } from "vscode-languageserver-types";
import type { Operation } from "../../connector/apiDefinition.js";
import type { Connector } from "../../connector/connector.js";
import { isArray } from "../../connector/dynamicReference.js";
import { child, parent, segments } from "../../connector/pointer.js";
import {
  Policy,
  policyOperationKey,
  policyParameterPrefix,
  policySectionKey,
  policyTemplates,
} from "../../connector/policy.js";
import { asObject, isObject, type JsonObject } from "../../connector/values.js";
import { isHostPolicy } from "../../rulesets/hostName.js";
import { hasPollingPolicy, lacksPollingPolicy } from "../../rulesets/pollingTrigger.js";
import {
  describeTemplate,
  type TemplateParameter,
  templateParameters,
  templateSections,
} from "../policyTemplate.js";
import type { Candidate, Source } from "./candidate.js";
import { otherKeys } from "./cursor.js";
import { namesRead, withHost } from "./expressions.js";
import { choice, membersOf, place, snippetOf, valuePlace } from "./snippet.js";

/** Whole policies, templates, and all that a template needs. */
export const policies: Source = ({ file, cursor, place: { sight }, written }) => {
  const { what, container = "", pointer } = cursor;
  const path = segments(what === "key" ? container : pointer);
  if (file.kind !== "apiProperties" || path[1] !== "policyTemplateInstances") return [];
  const { connector } = sight;
  const [, , , part, key] = path;
  if (what === "key")
    return path.length === 4 && part === "parameters" && otherKeys(cursor, written).size === 0
      ? allParameters(asObject(written(parent(container))), connector)
      : [];
  if (path.length === 3) return wholePolicies(connector);
  const policy = new Policy(pointer, asObject(written(child("", ...path.slice(0, 3)))));
  if (path.length === 4) {
    if (part === "templateId") return templates();
    if (part === "title") return titles(policy);
    return part === "parameters" ? allParameters(policy.value, connector) : [];
  }
  return path.length === 5 && key === `${policyParameterPrefix}name`
    ? names(policy, connector)
    : [];
};

function templates(): Candidate[] {
  return [...policyTemplates].map(([template, { title }]) => ({
    label: template,
    kind: CompletionItemKind.EnumMember,
    detail: title,
    documentation: describeTemplate(template),
    insert: { value: template },
  }));
}

function titles({ template = "" }: Policy): Candidate[] {
  const title = policyTemplates.get(template)?.title;
  return title === undefined
    ? []
    : [{ label: title, kind: CompletionItemKind.Text, insert: { value: title } }];
}

function wholePolicies(connector: Connector): Candidate[] {
  const polled = connector.apiDefinition?.operations ?? [];
  return [
    ...polled
      .filter((operation) => lacksPollingPolicy(operation, connector))
      .map(
        (operation): Candidate => ({
          label: `pollingtrigger for ${operation.id}`,
          kind: CompletionItemKind.Snippet,
          detail: "Policy for a polling trigger without one",
          documentation: describeTemplate("pollingtrigger"),
          rank: 1,
          insert: {
            body: snippetOf({
              templateId: "pollingtrigger",
              title: place(`Poll for ${operation.id}`),
              type: "PollingTrigger",
              parameters: {
                ...parametersOf("pollingtrigger", connector, operation),
                [policyOperationKey]: [operation.id],
              },
            }),
          },
        }),
      ),
    ...[...policyTemplates].map(
      ([template, { title }]): Candidate => ({
        label: template,
        kind: CompletionItemKind.Snippet,
        detail: title,
        documentation: describeTemplate(template),
        insert: {
          body: snippetOf({
            templateId: template,
            title: place(title),
            ...(template === "pollingtrigger" && { type: "PollingTrigger" }),
            parameters: parametersOf(template, connector),
          }),
        },
      }),
    ),
  ];
}

/** What the template of a policy needs, where nothing of it is there yet. */
function allParameters(value: JsonObject, connector: Connector): readonly Candidate[] {
  const { template = "" } = new Policy("", value);
  if (!policyTemplates.has(template)) return [];
  const needed = parametersOf(template, connector);
  const candidate = {
    label: `${template} parameters`,
    kind: CompletionItemKind.Snippet,
    detail: "All that the template needs",
    documentation: describeTemplate(template),
    rank: 0,
  };
  return [
    { ...candidate, insert: { members: membersOf(needed) } },
    { ...candidate, insert: { body: snippetOf(needed) } },
  ].filter(({ insert }) => "members" in insert === isObject(value.parameters));
}

/** The parameters of a policy, those that the template leaves open without a value as it would be written. */
function parametersOf(template: string, connector: Connector, polled?: Operation): JsonObject {
  const all = templateParameters(template);
  const required = all.filter(({ isRequired }) => isRequired);
  const values = (required.length > 0 ? required : all).map((parameter) => [
    parameter.key,
    proposedFor(parameter, connector),
  ]);
  const sections = templateSections(template);
  return {
    ...Object.fromEntries(values),
    ...(polled !== undefined && pollingParameters(polled)),
    ...(sections.length > 0 && { [policySectionKey]: choice(sections) }),
    [policyOperationKey]: [operationPlace(template, connector)],
  };
}

function proposedFor(parameter: TemplateParameter, connector: Connector): unknown {
  const { key, name, allowed, examples } = parameter;
  const usual = parameter.default;
  if (allowed.length > 0)
    return choice(
      [...allowed].sort((a, b) => Number(b === usual) - Number(a === usual)),
      key,
    );
  const [example = usual ?? ""] = examples;
  if (name === "urlTemplate") return place(withHost(String(example), connector.apiProperties), key);
  if (examples.length > 1) return choice(examples.map(String), key);
  return marked(example, key);
}

/** Every text of an example becomes a place. */
function marked(example: unknown, key: string): unknown {
  if (typeof example === "string") return place(example, key);
  if (!isObject(example)) return valuePlace(JSON.stringify(example), key);
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [
      place(name, `${key} ${name}`),
      marked(value, `${key}.${name}`),
    ]),
  );
}

const mostChoices = 50;

/** A place for the operations that a policy of a template can be for. */
function operationPlace(template: string, { apiDefinition, apiProperties }: Connector): string {
  const isForAll =
    isHostPolicy(new Policy("", { templateId: template })) ||
    template === "setconnectionstatustounauthenticated";
  const fitting = isForAll ? [] : (apiDefinition?.operations ?? []).filter(fits[template] ?? isAny);
  // Those that have no such policy come first.
  const sorted =
    template === "pollingtrigger" && apiProperties !== undefined
      ? [...fitting].sort(
          (a, b) =>
            Number(hasPollingPolicy(a, apiProperties)) - Number(hasPollingPolicy(b, apiProperties)),
        )
      : fitting;
  const ids = [...new Set(sorted.flatMap(({ id }) => id || []))].slice(0, mostChoices);
  return ids.length === 0 ? valuePlace("", "operations") : choice(ids, "operations");
}

const isAny = () => true;
const fits: Partial<Record<string, (operation: Operation) => boolean>> = {
  pollingtrigger: (operation) => operation.trigger === "batch",
  updatenextlink: (operation) => "x-ms-pageable" in operation.value,
};

/** What says in the answer of a polling trigger what is new, and which parameter asks for what came after. */
function pollingParameters(operation: Operation): JsonObject {
  const result = operation.resultSchema?.resolved;
  if (result === undefined) return {};
  const lists = isArray(result) === true ? [] : [...result.properties];
  const [name, list] = lists.find(([, { resolved }]) => resolved && isArray(resolved) === true) ?? [
    undefined,
    result,
  ];
  const items = list.resolved?.items?.resolved;
  if (items === undefined) return {};
  const data = `triggerBody()${name === undefined ? "" : memberOf(name)}`;
  const queries = operation.parameters.filter((parameter) => parameter.in === "query");
  const asked =
    queries.find(({ name = "" }) =>
      /since|after|from|start|modified|updated|created/i.test(name),
    ) ?? queries.find(({ isRequired }) => !isRequired);
  const properties = [...items.properties];
  const [told] =
    properties.find(([, { resolved }]) => /^date/.test(String(resolved?.value.format))) ??
    properties.find(([key]) => /creat|modif|updat|date|time/i.test(key)) ??
    properties.find(([key]) => /id$/i.test(key)) ??
    properties[0] ??
    [];
  const path = { [`${policyParameterPrefix}triggerDataPath`]: `@${data}` };
  if (told === undefined) return path;
  return {
    [`${policyParameterPrefix}triggerConfig`]: {
      [asked?.name === undefined ? place("since") : asked.name]: place(
        `@{${data}[0]${memberOf(told)}}`,
      ),
    },
    ...path,
  };
}

function memberOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `['${name.replaceAll("'", "''")}']`;
}

/** The headers or query parameters that a policy can set. */
function names(policy: Policy, { apiDefinition, apiProperties }: Connector): readonly Candidate[] {
  const by =
    policy.template === "setheader"
      ? "headers"
      : policy.template === "setqueryparameter"
        ? "queryParameters"
        : undefined;
  if (by === undefined || apiDefinition === undefined) return [];
  return namesRead(by, policy, apiDefinition, apiProperties).map(
    ({ name, detail, documentation }) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      detail,
      documentation,
      insert: { value: name },
    }),
  );
}
