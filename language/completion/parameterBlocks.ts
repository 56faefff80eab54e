import { CompletionItemKind } from "vscode-languageserver-types";
import type { ApiDefinition } from "../../connector/apiDefinition.js";
import { child, lastSegment, parent, segments } from "../../connector/pointer.js";
import { localPointer, referenceTo } from "../../connector/reference.js";
import { asArray, asObject, asString, type JsonObject } from "../../connector/values.js";
import { describeParameter } from "../describe.js";
import { freeName } from "../freeName.js";
import type { Candidate, Setting } from "./candidate.js";
import { anySchema, bodyParameter, pathParameter } from "./operationBlocks.js";
import { choice, place, snippetOf } from "./snippet.js";

/** Whole parameters for the list around the cursor, those first that the path asks for. */
export function parameterBlocks(
  { cursor, written }: Setting,
  definition: ApiDefinition,
): readonly Candidate[] {
  const [, path = "", method] = segments(cursor.pointer);
  const isOfOperation = method !== "parameters";
  const own = lastSegment(cursor.pointer);
  const list = asArray(written(parent(cursor.pointer))).filter((_, index) => String(index) !== own);
  const declared = declaredIn(list, definition);
  const inherited = isOfOperation
    ? declaredIn(written(child("/paths", path, "parameters")), definition)
    : [];
  const all = [...declared, ...inherited];
  const namesIn = (location: string) =>
    new Set(all.filter((each) => each.in === location).map(({ name }) => String(name)));
  const missing = [...path.matchAll(/\{([^{}]+)\}/g)]
    .map((match) => match[1]!)
    .filter((name, index, names) => !namesIn("path").has(name) && names.indexOf(name) === index);
  const takesBody =
    isOfOperation &&
    !/^(?:get|head|delete)$/.test(method ?? "") &&
    !all.some((each) => each.in === "body" || each.in === "formData");
  return [
    ...missing.map((name) => ({
      ...offer(`path parameter ${name}`, "As the path asks for", 1),
      documentation: `The parameter for \`{${name}}\` in the path.`,
      insert: { body: snippetOf(pathParameter(path, name)) },
    })),
    ...shared(definition, list, missing, takesBody),
    {
      ...offer("query parameter", "in the query"),
      documentation: "A parameter that is sent behind the `?` of the address, with its texts.",
      insert: {
        body: snippetOf(
          valueParameter(
            "query",
            freeName("filter", namesIn("query")),
            "Filter",
            "What is returned.",
          ),
        ),
      },
    },
    {
      ...offer("header parameter", "in a header"),
      documentation: "A parameter that is sent as a header, with its texts.",
      insert: {
        body: snippetOf(
          valueParameter(
            "header",
            freeName("X-Account", namesIn("header")),
            "Account",
            "The account that is worked in.",
          ),
        ),
      },
    },
    ...(takesBody
      ? [
          {
            ...offer("body parameter", "in the body"),
            documentation: "The body of the request, with its schema.",
            insert: { body: snippetOf(bodyParameter(anySchema(definition, true))) },
          },
        ]
      : []),
  ];
}

function offer(label: string, detail: string, rank = 5) {
  return { label, kind: CompletionItemKind.Snippet, detail, rank };
}

function valueParameter(
  location: string,
  name: string,
  summary: string,
  description: string,
): JsonObject {
  return {
    name: place(name, "name"),
    in: location,
    type: choice(["string", "integer", "number", "boolean"]),
    "x-ms-summary": place(summary),
    description: place(description),
  };
}

/** The parameters of a list, references followed. */
function declaredIn(list: unknown, definition: ApiDefinition): JsonObject[] {
  return asArray(list).map((item) => {
    const { $ref, ...own } = asObject(item);
    const ref = asString($ref);
    if (ref === undefined) return own;
    return definition.shared(ref, definition.sharedParameters)?.value ?? own;
  });
}

/** References to the shared parameters that fit the list. */
function shared(
  definition: ApiDefinition,
  list: readonly unknown[],
  missing: readonly string[],
  takesBody: boolean,
): Candidate[] {
  const listed = new Set(list.map((item) => localPointer(asString(asObject(item).$ref) ?? "")));
  const present = declaredIn(list, definition);
  return [...definition.sharedParameters].flatMap(([name, parameter]): Candidate[] => {
    const pointer = child("/parameters", name);
    const { in: location } = parameter;
    if (listed.has(pointer)) return [];
    if (present.some((each) => each.in === location && each.name === parameter.name)) return [];
    if (location === "path" && !missing.includes(parameter.name ?? "")) return [];
    if ((location === "body" || location === "formData") && !takesBody) return [];
    return [
      {
        label: referenceTo(pointer),
        words: parameter.name,
        kind: CompletionItemKind.Reference,
        detail: [location, parameter.name, parameter.type].filter(Boolean).join(" "),
        documentation: describeParameter(parameter),
        rank: location === "path" ? 1 : 3,
        insert: { body: snippetOf({ $ref: referenceTo(pointer) }) },
      },
    ];
  });
}
