import type { ApiDefinition, Method } from "../../connector/apiDefinition.js";
import { child, type Pointer } from "../../connector/pointer.js";
import { referenceTo } from "../../connector/reference.js";
import { asArray, asObject, isObject, type JsonObject } from "../../connector/values.js";
import { locationHeader } from "../../rulesets/notificationUrl.js";
import { pascalCase, sentenceCase, titleCase } from "../../rulesets/words.js";
import { type Noun, nounBefore, nounOfEvents, nounOfPath, withArticle } from "../noun.js";
import { operationIdFrom } from "./names.js";
import { choice, place } from "./snippet.js";

/** What an operation is written for. */
export interface Subject {
  definition: ApiDefinition;
  noun: Noun;
  /** Whether the path leads to one thing and not to all of them. */
  isOne: boolean;
  /** The parameters of the path that the operation has to declare. */
  parameters: readonly JsonObject[];
}

/** A block with an operation. */
export interface OperationBlock {
  label: string;
  words: string;
  /** What it inserts, in sentences. */
  documentation: string;
  method: Method;
  operation(subject: Subject): JsonObject;
  /** What stands beside the operation. */
  beside?(subject: Subject): JsonObject;
  /** Whether its usual path leads to one thing. */
  isForOne?: boolean;
  /** Whether it is right for paths to one thing and to many. */
  isForBoth?: boolean;
  /** Whether it is another one with a different path, and so of no use where the path is known. */
  isUsualOnly?: boolean;
  /** Whether it tells of something, which the path may name before what it calls events. */
  isTrigger?: boolean;
  /** What its usual path is called. */
  usualPath?: string;
}

/** All blocks with an operation, the usual ones first. */
export const operationBlocks: readonly OperationBlock[] = [
  {
    label: "GET operation",
    words: "list",
    documentation:
      "An operation that returns something, with its texts, a parameter and the schema of the result.",
    method: "get",
    operation: (subject) => (subject.isOne ? getOne(subject) : getMany(subject)),
    isForBoth: true,
  },
  {
    label: "GET operation of one",
    words: "id",
    documentation:
      "An operation that returns one thing, which its path names: with its texts and the schema of the result.",
    method: "get",
    operation: getOne,
    isForOne: true,
    isUsualOnly: true,
  },
  {
    label: "POST operation",
    words: "create",
    documentation:
      "An operation that creates something, with its texts, a body and the schema of the result.",
    method: "post",
    operation: (subject) =>
      change(
        subject,
        subject.isOne ? "Update" : "Create",
        subject.isOne ? undefined : ["201", "The new"],
      ),
    isForBoth: true,
  },
  {
    label: "PUT operation",
    words: "replace",
    documentation: "An operation that replaces something, with its texts, a body and a result.",
    method: "put",
    operation: (subject) => change(subject, "Replace"),
    isForOne: true,
  },
  {
    label: "PATCH operation",
    words: "update",
    documentation:
      "An operation that changes a part of something, with its texts, a body and a result.",
    method: "patch",
    operation: (subject) => change(subject, "Update"),
    isForOne: true,
  },
  {
    label: "DELETE operation",
    words: "remove",
    documentation: "An operation that deletes something, with its texts and a response.",
    method: "delete",
    operation: deleteOne,
    isForOne: true,
  },
  {
    label: "webhook trigger",
    words: "trigger single x-ms-notification-content x-ms-notification-url",
    documentation:
      "A trigger that the service calls. It registers the address of the flow by POST; beside it stands what the service sends to the flow, and below it the operation that ends the subscription when the flow is turned off.",
    method: "post",
    operation: webhook,
    beside: notificationContent,
    isTrigger: true,
    usualPath: "webhooks",
  },
  {
    label: "polling trigger",
    words: "trigger batch",
    documentation:
      "A trigger that the platform asks again and again for what is new. It returns a list; a policy `pollingtrigger` in `apiProperties.json` has to say what is new in it.",
    method: "get",
    operation: polling,
    isTrigger: true,
    usualPath: "items/changes",
  },
  {
    label: "list operation for a drop-down",
    words: "dropdown dynamic values",
    documentation:
      "An operation that makers do not see. It returns the values of a drop-down, each with an id and a name; `x-ms-dynamic-values` and `x-ms-dynamic-list` call it.",
    method: "get",
    operation: listForDropDown,
    usualPath: "categories",
  },
];

/** The parameters of a path: those of the names between its braces. */
export function pathParameter(path: string, name: string): JsonObject {
  const { one } = nounBefore(path, name);
  const isId = /(?:^|[^a-z])(?:id|guid|key)$|I[dD]$/.test(name);
  return {
    name,
    in: "path",
    required: true,
    type: "string",
    "x-ms-summary": place(
      titleCase(/^(?:id|guid|key)$/i.test(name) ? `${one} ${name}` : name),
      `summary of ${name}`,
    ),
    description: place(
      isId ? `The ID of the ${one}.` : `The ${sentenceCase(name).toLowerCase()} that is meant.`,
      `description of ${name}`,
    ),
    "x-ms-url-encoding": "single",
  };
}

/** The path below that of a webhook, which leads to one subscription. */
export function subscriptionPath(path: string): string {
  const variable = path.includes("{id}") ? `${nounOfPath(path).one.replaceAll(" ", "")}Id` : "id";
  return `${path}/{${variable}}`;
}

/** The operation that ends the subscription of a webhook, by the path of one. */
export function deleteSubscription(definition: ApiDefinition, path: string): JsonObject {
  const { noun, parameters } = subjectOf(definition, path);
  return {
    ...texts(
      definition,
      `Delete ${withArticle(noun.one)}`,
      "Ends a subscription when its flow is turned off.",
    ),
    "x-ms-visibility": "internal",
    parameters,
    responses: { "200": { description: "The subscription was ended." } },
  };
}

/** An operation that makers do not see, with the values of a drop-down. */
export function listForDropDown(subject: Subject): JsonObject {
  const { definition, noun, parameters } = subject;
  return {
    ...texts(definition, `List ${noun.many}`, `Returns the ${noun.many} that can be chosen.`),
    "x-ms-visibility": "internal",
    ...(parameters.length > 0 && { parameters }),
    responses: {
      "200": {
        description: place(`The ${noun.many}.`),
        schema: {
          type: "object",
          properties: {
            value: {
              type: "array",
              items: {
                type: "object",
                properties: { id: { type: "string" }, name: { type: "string" } },
              },
            },
          },
        },
      },
    },
  };
}

function getMany(subject: Subject): JsonObject {
  const { definition, noun, parameters } = subject;
  return {
    ...texts(
      definition,
      `List ${noun.many}`,
      `Returns the ${noun.many} that have the given text in them.`,
    ),
    parameters: [...parameters, queryParameter(noun)],
    responses: { "200": { description: place(`The ${noun.many}.`), schema: listOf(subject) } },
  };
}

function getOne(subject: Subject): JsonObject {
  const { definition, noun, parameters } = subject;
  return {
    ...texts(
      definition,
      `Get ${withArticle(noun.one)}`,
      `Returns ${withArticle(noun.one)} with all that is known of it.`,
    ),
    ...(parameters.length > 0 && { parameters }),
    responses: { "200": { description: place(`The ${noun.one}.`), schema: schemaOf(subject) } },
  };
}

const does = { Create: "Creates", Update: "Changes", Replace: "Replaces" } as const;

function change(
  subject: Subject,
  verb: keyof typeof does,
  [code, result]: readonly [string, string] = ["200", "The changed"],
): JsonObject {
  const { definition, noun, parameters } = subject;
  return {
    ...texts(
      definition,
      `${verb} ${withArticle(noun.one)}`,
      `${does[verb]} ${withArticle(noun.one)} and returns it as it is then.`,
    ),
    ...consumed(definition),
    parameters: [...parameters, bodyParameter(schemaOf(subject, true))],
    responses: {
      [code]: { description: place(`${result} ${noun.one}.`), schema: schemaOf(subject) },
    },
  };
}

function deleteOne(subject: Subject): JsonObject {
  const { definition, noun, parameters } = subject;
  return {
    ...texts(
      definition,
      `Delete ${withArticle(noun.one)}`,
      `Deletes ${withArticle(noun.one)} for good.`,
    ),
    ...(parameters.length > 0 && { parameters }),
    responses: { "204": { description: place(`The ${noun.one} was deleted.`) } },
  };
}

function webhook(subject: Subject): JsonObject {
  const { definition, noun, parameters } = subject;
  const url = {
    type: "string",
    title: "Callback URL",
    description: "The address that is called.",
    "x-ms-visibility": "internal",
    "x-ms-notification-url": true,
  };
  const name = place("callbackUrl");
  return {
    ...texts(
      definition,
      `When ${withArticle(noun.one)} is created`,
      `Starts when ${withArticle(noun.one)} was created.`,
    ),
    "x-ms-trigger": "single",
    ...consumed(definition),
    parameters: [
      ...parameters,
      bodyParameter({ type: "object", required: [name], properties: { [name]: url } }),
    ],
    responses: {
      "201": {
        description: "The subscription was created.",
        headers: { Location: locationHeader },
      },
    },
  };
}

function notificationContent(subject: Subject): JsonObject {
  return {
    "x-ms-notification-content": {
      description: place(`The ${subject.noun.one} that was created.`),
      schema: schemaOf(subject),
    },
  };
}

function polling(subject: Subject): JsonObject {
  const { definition, noun, parameters } = subject;
  return {
    ...texts(
      definition,
      `When ${withArticle(noun.one)} changes`,
      `Starts when ${withArticle(noun.one)} was created or changed.`,
    ),
    "x-ms-trigger": "batch",
    "x-ms-trigger-hint": place(`To see it work now, change ${withArticle(noun.one)}.`),
    parameters: [
      ...parameters,
      {
        name: place("since"),
        in: "query",
        type: "string",
        format: "date-time",
        "x-ms-summary": place("Since"),
        description: place("Only what has changed after this moment is returned."),
        "x-ms-visibility": "advanced",
      },
    ],
    responses: {
      "200": { description: place(`The ${noun.many} that have changed.`), schema: listOf(subject) },
    },
  };
}

/** The name and the texts of an operation, which no other one has. */
function texts(definition: ApiDefinition, summary: string, description: string): JsonObject {
  const summaries = new Set(definition.operations.map((each) => each.summary?.toLowerCase()));
  const title = sentenceCase(summary);
  const id = operationIdFrom(title);
  const isTaken = (end: string) =>
    definition.operationsById(id + end).length > 0 ||
    summaries.has(`${title}${end && ` ${end}`}`.toLowerCase());
  let end = "";
  for (let number = 2; isTaken(end); number++) end = String(number);
  return {
    operationId: place(id + end, "operationId"),
    summary: place(`${title}${end && ` ${end}`}`, "summary"),
    description: place(description, "description"),
  };
}

function queryParameter({ many }: Noun): JsonObject {
  return {
    name: place("search"),
    in: "query",
    type: "string",
    "x-ms-summary": place("Search"),
    description: place(`Only ${many} with this text are returned.`),
  };
}

/** A body with a schema. */
export function bodyParameter(schema: JsonObject): JsonObject {
  return { name: "body", in: "body", required: true, schema };
}

/** Where the definition says it nowhere, an operation says what its body is. */
function consumed({ value }: ApiDefinition): JsonObject {
  return asArray(value.consumes).length > 0 ? {} : { consumes: ["application/json"] };
}

/** A schema of what the path is about: that of the definitions when there is one. */
function schemaOf({ definition, noun }: Subject, isInput = false): JsonObject {
  const known = definitionOf(definition, noun);
  return known === undefined ? objectSchema(noun, isInput) : { $ref: referenceTo(known) };
}

function objectSchema({ one }: Noun, isInput: boolean): JsonObject {
  const name = place("name", `property ${isInput}`);
  const ofName = {
    type: "string",
    // Makers see the one of inputs, and the other one of outputs.
    [isInput ? "x-ms-summary" : "title"]: place("Name", `title ${isInput}`),
    description: place(`What the ${one} is called.`, `description ${isInput}`),
  };
  return isInput
    ? { type: "object", required: [name], properties: { [name]: ofName } }
    : {
        type: "object",
        properties: {
          id: { type: "string", title: "ID", description: `The ID of the ${one}.` },
          [name]: ofName,
        },
      };
}

function listOf(subject: Subject): JsonObject {
  return {
    type: "object",
    properties: {
      [place("value")]: {
        type: "array",
        title: place(titleCase(subject.noun.many)),
        description: place(`The ${subject.noun.many}.`),
        items: schemaOf(subject),
      },
    },
  };
}

function definitionOf({ value }: ApiDefinition, { one }: Noun): Pointer | undefined {
  const name = pascalCase(one).toLowerCase();
  const known = Object.entries(asObject(value.definitions)).find(
    ([each, schema]) => each.toLowerCase() === name && isObject(asObject(schema).properties),
  );
  return known && child("/definitions", known[0]);
}

/** A schema that refers to one of the definitions, or an object where there are none. */
export function anySchema({ value }: ApiDefinition, isInput: boolean): JsonObject {
  const names = Object.entries(asObject(value.definitions)).flatMap(([name, schema]) =>
    isObject(asObject(schema).properties) ? [referenceTo(child("/definitions", name))] : [],
  );
  if (names.length > 0) return { $ref: choice(names.slice(0, mostChoices)) };
  return objectSchema({ one: "item", many: "items" }, isInput);
}

const mostChoices = 50;

/** What an operation on a path is written for. */
export function subjectOf(
  definition: ApiDefinition,
  path: string,
  declared: ReadonlySet<string> = new Set(),
  isTrigger = false,
): Subject {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
  return {
    definition,
    noun: isTrigger ? nounOfEvents(path) : nounOfPath(path),
    isOne: /\}[^/]*$/.test(path),
    parameters: [...new Set(names)]
      .filter((name) => !declared.has(name))
      .map((name) => pathParameter(path, name)),
  };
}
