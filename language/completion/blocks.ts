import { CompletionItemKind } from "vscode-languageserver-types";
import type { ApiDefinition, Operation } from "../../connector/apiDefinition.js";
import type { JsonEdit } from "../../connector/edit.js";
import { metadataKey } from "../../connector/metadata.js";
import { child, segments } from "../../connector/pointer.js";
import { asArray, asObject, asString, isObject, type JsonObject } from "../../connector/values.js";
import { categories, metadataNames } from "../../rulesets/vocabulary.js";
import { freeName } from "../freeName.js";
import type { Candidate, Setting, Source } from "./candidate.js";
import { otherKeys } from "./cursor.js";
import { dynamicBlocks } from "./dynamicBlocks.js";
import {
  anySchema,
  deleteSubscription,
  type OperationBlock,
  operationBlocks,
  type Subject,
  subjectOf,
  subscriptionPath,
} from "./operationBlocks.js";
import { parameterBlocks } from "./parameterBlocks.js";
import { choice, filled, membersOf, place, snippetOf } from "./snippet.js";

/** Whole operations, triggers, parameters and other parts of an API definition. */
export const blocks: Source = (setting) => {
  const { file, cursor } = setting;
  const definition = setting.place.sight.connector.apiDefinition;
  if (file.kind !== "apiDefinition" || definition === undefined) return [];
  const { what, container = "", pointer } = cursor;
  const path = segments(what === "key" ? container : pointer);
  if (path.some((segment) => segment.startsWith("x-"))) return [];
  const [section] = path;
  if (what === "value")
    return section === "paths" && path.at(-2) === "parameters" && path.length <= 5
      ? parameterBlocks(setting, definition)
      : [];
  if (path.length === 0) return rootKeys(setting, definition);
  if (section === "paths" && path.length === 1) return newPaths(setting, definition);
  if (section === "paths" && path.length === 2) return newMethods(setting, definition);
  if (section === "paths" && path.length === 4 && path[3] === "responses")
    return responses(setting, definition);
  return dynamicBlocks(setting, definition);
};

function rootKeys({ cursor, written }: Setting, definition: ApiDefinition): Candidate[] {
  const present = otherKeys(cursor, written);
  const offer = (key: string, documentation: string, value: unknown): Candidate[] =>
    present.has(key)
      ? []
      : [
          {
            label: key,
            kind: CompletionItemKind.Property,
            documentation,
            insert: { key, body: snippetOf(value) },
          },
        ];
  const tests = definition.operations.filter(isTest).flatMap(({ id }) => id || []);
  const values = {
    Website: place("https://www.contoso.com"),
    "Privacy policy": place("https://www.contoso.com/privacy"),
    Categories: choice(categories),
  };
  return [
    ...offer(
      metadataKey,
      "What the documentation page of the connector shows: its website, its privacy policy and its categories.",
      metadataNames.map((name) => ({ propertyName: name, propertyValue: values[name] })),
    ),
    ...(tests.length === 0
      ? []
      : offer(
          "x-ms-capabilities",
          "What the connector offers beyond its operations: here the operation that is called to see whether a new connection works.",
          { testConnection: { operationId: choice(tests.slice(0, 50)), parameters: {} } },
        )),
  ];
}

/** Whether an operation can test a connection: it changes nothing and needs nothing. */
function isTest({ id, method, trigger, parameters }: Operation): boolean {
  return (
    Boolean(id) &&
    method === "get" &&
    trigger === undefined &&
    parameters.every(({ isRequired, value }) => !isRequired || "default" in value)
  );
}

/** New paths with an operation; where a path is being written, operations on it. */
function newPaths({ cursor, written }: Setting, definition: ApiDefinition): Candidate[] {
  const present = new Set([
    ...otherKeys(cursor, written),
    ...Object.keys(asObject(definition.value.paths)),
  ]);
  const typed = cursor.isText && cursor.typed.startsWith("/") ? cursor.typed : undefined;
  const isNamed = typed !== undefined && typed !== "/";
  const path = isNamed ? typed.replace(/\/+$/, "") : undefined;
  if (path !== undefined && (present.has(path) || !/^(?:[^{}]|\{[^{}]+\})+$/.test(path))) return [];
  return operationBlocks.flatMap((block): Candidate[] => {
    const isOne = path === undefined ? block.isForOne === true : /\}[^/]*$/.test(path);
    if (path !== undefined && (block.isUsualOnly || !fits(block, isOne))) return [];
    const members =
      path === undefined
        ? onUsualPath(block, definition, present)
        : onPath(block, definition, path);
    return [
      {
        ...offerOf(block),
        label: typed === undefined ? block.label : `${typed}${isNamed ? "" : "…"}: ${block.label}`,
        insert: { members: membersOf(members) },
      },
    ];
  });
}

/** Whether a block is for a path that leads to one thing, or to all of them. */
function fits({ isForOne = false, isForBoth = false }: OperationBlock, isOne: boolean): boolean {
  return isForBoth || isForOne === isOne;
}

function offerOf({ label, words, documentation }: OperationBlock) {
  return { label, words, kind: CompletionItemKind.Snippet, documentation, rank: 5 };
}

function onPath(block: OperationBlock, definition: ApiDefinition, path: string): JsonObject {
  const isWebhook = block.beside !== undefined;
  const below = subscriptionPath(path);
  return {
    [path]: pathItem(block, subjectOf(definition, path, undefined, block.isTrigger)),
    ...(isWebhook && { [below]: { delete: filled(deleteSubscription(definition, below)) } }),
  };
}

function pathItem(block: OperationBlock, subject: Subject): JsonObject {
  return { ...block.beside?.(subject), [block.method]: block.operation(subject) };
}

/** A block on a path that is yet to be named. */
function onUsualPath(
  block: OperationBlock,
  definition: ApiDefinition,
  present: ReadonlySet<string>,
): JsonObject {
  const { usualPath = "items", isForOne, isTrigger, beside } = block;
  const end = isForOne ? "/{id}" : "";
  const free = freeName(usualPath, { has: (each) => present.has(`/${each}${end}`) });
  const subject = subjectOf(definition, `/${usualPath}${end}`, undefined, isTrigger);
  const id = place("id");
  const name = place(free, "path");
  const parameters = subject.parameters.map((parameter) => ({ ...parameter, name: id }));
  const below = subscriptionPath(`/${free}`);
  return {
    [`/${name}${isForOne ? `/{${id}}` : ""}`]: pathItem(block, { ...subject, parameters }),
    ...(beside !== undefined && {
      [`/${name}/{id}`]: { delete: filled(deleteSubscription(definition, below)) },
    }),
  };
}

/** Operations for the methods that a path does not have yet. */
function newMethods({ cursor, written, file }: Setting, definition: ApiDefinition): Candidate[] {
  const present = otherKeys(cursor, written);
  const [, path = ""] = segments(cursor.container ?? "");
  const inherited = asArray(asObject(written(cursor.container ?? "")).parameters);
  const declared = new Set(
    inherited.flatMap((parameter) => {
      const { $ref, name } = asObject(parameter);
      const ref = asString($ref);
      return ref === undefined
        ? String(name)
        : (definition.shared(ref, definition.sharedParameters)?.name ?? []);
    }),
  );
  return operationBlocks.flatMap((block): Candidate[] => {
    const { method, beside } = block;
    const isOne = /\}[^/]*$/.test(path);
    if (present.has(method) || block.isUsualOnly) return [];
    if (beside !== undefined && present.has("x-ms-notification-content")) return [];
    const subject = subjectOf(definition, path, declared, block.isTrigger);
    const also = beside === undefined ? [] : unsubscribing(definition, path);
    if (also.length > 0 && !file.json.isComplete) return [];
    return [
      {
        ...offerOf(block),
        rank: fits(block, isOne) ? 5 : 6,
        insert: { members: membersOf(pathItem(block, subject)) },
        also,
      },
    ];
  });
}

/** What adds the operation that ends the subscriptions of a webhook, where there is none. */
function unsubscribing(definition: ApiDefinition, path: string): JsonEdit[] {
  const form = (each: string) => each.replace(/\{[^{}]*\}/g, "{}");
  const own = subscriptionPath(path);
  const below = definition.pathItems.find((each) => form(each.path) === form(own));
  if (isObject(below?.value.delete)) return [];
  const at = below?.path ?? own;
  return [
    {
      set: child("/paths", at, "delete"),
      value: filled(deleteSubscription(definition, at)),
    },
  ];
}

/** Whole responses that an operation does not have yet. */
function responses({ cursor, written }: Setting, definition: ApiDefinition): Candidate[] {
  const present = otherKeys(cursor, written);
  const [, , method] = segments(cursor.container ?? "");
  const offer = (
    code: string,
    label: string,
    words: string,
    documentation: string,
    response: JsonObject,
  ): Candidate[] =>
    present.has(code)
      ? []
      : [
          {
            label,
            words,
            kind: CompletionItemKind.Snippet,
            documentation,
            rank: 3,
            insert: { members: membersOf({ [code]: response }) },
          },
        ];
  const schema = anySchema(definition, false);
  return [
    ...offer("200", "200 response", "OK schema", "What is returned, with its schema.", {
      description: place("What was asked for."),
      schema,
    }),
    ...(method === "post"
      ? offer("201", "201 response", "Created schema", "What was created, with its schema.", {
          description: place("What was created."),
          schema,
        })
      : []),
    ...offer(
      "default",
      "error response",
      "default",
      "What is answered in all other cases: without a schema, as the service asks for.",
      { description: place("The request failed.") },
    ),
  ];
}
