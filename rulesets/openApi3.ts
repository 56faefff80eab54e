import type { JsonEdit } from "../connector/edit.js";
import { child, lastSegment } from "../connector/pointer.js";
import { asArray, asObject, isObject, type JsonObject } from "../connector/values.js";
import type { Fix } from "./rule.js";
import type { Violation } from "./structure.js";
import { isWebAddress } from "./webAddress.js";

type UnknownKey = Extract<Violation, { keyword: "additionalProperties" }>;

/**
 * What Swagger 2.0 has in the place of a key that only OpenAPI 3 knows, as a message says it.
 * `undefined` for any other unknown key.
 */
export function swaggerInsteadOf({ pointer, title, key }: UnknownKey): string | undefined {
  const place = pointer === "" ? "root" : title;
  const known = place !== undefined && Object.hasOwn(instead, place) ? instead[place] : undefined;
  return known !== undefined && Object.hasOwn(known, key) ? known[key] : undefined;
}

const servers = '"host", "basePath" and "schemes" of the root';
const credentials = '"flow", "authorizationUrl", "tokenUrl" and "scopes"';

/** By the root or the title of the schema of the place. */
const instead: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  root: {
    components: '"definitions", "parameters", "responses" and "securityDefinitions"',
    servers,
    webhooks: '"x-ms-trigger" of an operation',
  },
  path: { servers },
  operation: {
    callbacks: '"x-ms-notification-content" of the path',
    requestBody: 'a parameter with "in": "body"',
    servers,
  },
  parameter: {
    content: '"type" and "format"',
    explode: '"collectionFormat"',
    style: '"collectionFormat"',
  },
  header: { content: '"type" and "format"', schema: '"type" and "format"' },
  response: { content: '"schema"' },
  "security definition": {
    flows: credentials,
    openIdConnectUrl: credentials,
  },
};

/** Writes what a key of OpenAPI 3 says as Swagger 2.0 says it, where nothing of it is lost. */
export function swaggerFix(violation: UnknownKey, definition: JsonObject): Fix | undefined {
  const { pointer, key } = violation;
  const edits = conversionOf(violation, definition);
  return (
    edits && {
      title: `Write "${key}" as Swagger 2.0 has it`,
      isSafe: false,
      edits: [...edits, { remove: child(pointer, key) }],
    }
  );
}

function conversionOf(
  { pointer, title, key, value }: UnknownKey,
  definition: JsonObject,
): JsonEdit[] | undefined {
  const owner = asObject(value);
  if (pointer === "" && key === "components") {
    // The other parts have another form.
    const { schemas, ...others } = asObject(owner.components);
    return isObject(schemas) && Object.keys(others).length === 0 && !("definitions" in owner)
      ? [{ set: "/definitions", value: schemas }]
      : undefined;
  }
  if (pointer === "" && key === "servers") return fromServers(owner);
  if (title === "response" && key === "content") {
    const body = schemaOf(owner.content);
    // The default response has none, and one that is there already says what holds.
    if (body === undefined || "schema" in owner || lastSegment(pointer) === "default")
      return undefined;
    return [{ set: child(pointer, "schema"), value: body.schema }];
  }
  if (title === "operation" && key === "requestBody") {
    const { content, required } = asObject(owner.requestBody);
    const body = schemaOf(content);
    const others = asArray(owner.parameters).map(asObject);
    const hasBody = others.some(
      (other) => "$ref" in other || other.in === "body" || other.in === "formData",
    );
    if (body === undefined || hasBody || !/^(post|put|patch)$/.test(lastSegment(pointer)))
      return undefined;
    const parameter = {
      name: "body",
      in: "body",
      required: required === true,
      schema: body.schema,
    };
    const isFirst = owner.parameters === undefined;
    if (!isFirst && !Array.isArray(owner.parameters)) return undefined;
    return [
      isFirst
        ? { set: child(pointer, "parameters"), value: [parameter] }
        : { set: child(pointer, "parameters", "-"), value: parameter },
      ...(asArray(owner.consumes ?? definition.consumes).length > 0
        ? []
        : [{ set: child(pointer, "consumes"), value: [body.mediaType] }]),
    ];
  }
  return undefined;
}

/** The host, basePath and schemes of the only server; those that are there stay. */
function fromServers({ servers, ...root }: JsonObject): JsonEdit[] | undefined {
  const [server, ...others] = asArray(servers);
  const { url } = asObject(server);
  if (others.length > 0 || typeof url !== "string" || !isWebAddress(url) || /[{}]/.test(url))
    return undefined;
  const { host, pathname, protocol } = new URL(url);
  const meant = {
    host,
    basePath: pathname.replace(/(?!^)\/+$/, ""),
    schemes: [protocol.replace(":", "")],
  };
  return Object.entries(meant).flatMap(([key, value]) =>
    key in root ? [] : [{ set: child("", key), value }],
  );
}

/** The schema of a body of JSON that refers to nothing of OpenAPI 3. */
function schemaOf(content: unknown): { mediaType: string; schema: JsonObject } | undefined {
  const [mediaType] = Object.keys(asObject(content)).filter((each) =>
    /^application\/json\b/.test(each),
  );
  const schema =
    mediaType === undefined ? undefined : asObject(asObject(content)[mediaType]).schema;
  if (mediaType === undefined || !isObject(schema)) return undefined;
  return /"\$ref":"(?!#\/definitions\/)/.test(JSON.stringify(schema))
    ? undefined
    : { mediaType, schema };
}
