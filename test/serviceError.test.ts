import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeAnswer, errorOfAnswer, errorOfFailure } from "../cli/powerApps/serviceError.js";
import { runs } from "./propertyRuns.js";

/** A text in JSON within another text, its quotes escaped. */
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
const reason =
  "Parsing error(s): JSON is valid against no schemas. Path 'definitions.Invoice', line 12, position 3.";
const innermost = JSON.stringify({
  error: {
    code: "ValidationError",
    message: "Some fields are not right:",
    details: [{ code: "ValidationError", target: "representation", message: reason }],
  },
});
const failed = (content: string) =>
  JSON.stringify({
    Code: "",
    Message: `PUT https://contoso.azure-api.net/apis/{id} failed with BadRequest, content=${content}`,
  });
const hubFailed = (cause: string, more = {}) =>
  JSON.stringify({
    error: {
      code: "ApiHubsRequestFailed",
      message: `The request failed with client error: '${cause}'.`,
      ...more,
    },
  });
const faults =
  "Error : paths/~1invoices~1{id} : It differs in capital letters only.\r\nError : info : It is no 'info'.";

const shapes: Record<string, [text: string, detail: string, code?: string]> = {
  "an error": [
    '{"error":{"code":"InvalidAuthenticationToken","message":"It has expired."}}',
    "It has expired.",
    "InvalidAuthenticationToken",
  ],
  "no wrapper": ['{"message":"No HTTP resource was found."}', "No HTTP resource was found."],
  "a capital": ['{"Message":"It is not there."}', "It is not there."],
  Dataverse: [
    '{"error":{"code":"0x80044331","message":"It exceeds 500000."}}',
    "It exceeds 500000.",
    "0x80044331",
  ],
  "one text of JSON": [
    hubFailed(JSON.stringify({ Code: "", Message: "Nullable object must have a value." })),
    "Nullable object must have a value.",
    "ApiHubsRequestFailed",
  ],
  "two texts of JSON": [hubFailed(failed(innermost)), reason, "ValidationError"],
  "two texts of JSON and details that say it again": [
    hubFailed(failed(innermost), {
      details: [{ code: "FullNonLocalizedError", message: hubFailed("x") }],
    }),
    reason,
    "ValidationError",
  ],
  "escaped once more than needed": [
    hubFailed(failed(escaped(innermost))),
    reason,
    "ValidationError",
  ],
  "escaped twice more": [failed(escaped(escaped(innermost))), reason, "ValidationError"],
  "JSON that is cut off": [
    hubFailed(failed(innermost)).slice(
      0,
      hubFailed(failed(innermost)).indexOf("definitions.Invoice"),
    ),
    "Parsing error(s): JSON is valid against no schemas. Path '",
    "ValidationError",
  ],
  "a JSON string": ['"The name is taken."', "The name is taken."],
  "JSON in a JSON string": [JSON.stringify(innermost), reason, "ValidationError"],
  "an inner error": [
    '{"error":{"code":"A","message":"Bad.","innererror":{"code":"B","message":"Deep."}}}',
    "Deep.",
    "B",
  ],
  "an inner error that says nothing": [
    '{"error":{"code":"A","message":"Bad.","innererror":{"trace":[]}}}',
    "Bad.",
    "A",
  ],
  "several details": [
    '{"error":{"code":"A","message":"Bad.","details":[{"message":"One."},{"message":"Two."},{"message":"One."}]}}',
    "One.\nTwo.",
    "A",
  ],
  "an exception of .NET": [
    '{"Message":"An error has occurred.","ExceptionMessage":"It is null.","StackTrace":"at A"}',
    "It is null.",
  ],
  "faults by member": [
    '{"Message":"It is invalid.","ModelState":{"a.b":["a is missing."],"c":["c is long."]}}',
    "a is missing.\nc is long.",
  ],
  "an error of OAuth": [
    '{"error":"invalid_grant","error_description":"It has ended."}',
    "It has ended.",
  ],
  "a definition that is not valid": [
    JSON.stringify({
      error: {
        code: "InvalidDefinition",
        message: `Specified swagger has the following errors: 'Definition is not valid. Error: '${faults}'.'.`,
      },
    }),
    "Error : paths/~1invoices~1{id} : It differs in capital letters only.\nError : info : It is no 'info'.",
    "InvalidDefinition",
  ],
  "lines of a validation with an example in them": [
    JSON.stringify({
      error: {
        code: "SwaggerCertificationFailedWithErrors",
        message:
          'Fix the following errors: Error : a : The value {"message":"hello"} is bad.\r\nError : b',
      },
    }),
    'Fix the following errors: Error : a : The value {"message":"hello"} is bad.\nError : b',
    "SwaggerCertificationFailedWithErrors",
  ],
  "XML of a storage": [
    '\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code><Message>It failed.\nRequestId:1</Message><AuthenticationErrorDetail>1 &lt; 2 &amp; over</AuthenticationErrorDetail></Error>',
    "It failed.\n1 < 2 & over",
    "AuthenticationFailed",
  ],
  "a page": [
    "<!-- proxy --><html><head><title>502 Bad\n Gateway</title></head><body><h1>No</h1></body></html>",
    "502 Bad Gateway",
  ],
  "a page about code": ["<html><h1>Wrong</h1><p>See <code>x</code></p></html>", "Wrong"],
  "a page without a title": ["<!doctype html><h1>Blocked <b>now</b></h1>", "Blocked"],
  nothing: ["", ""],
  "white space": [" \r\n", ""],
  "an empty object": ["{}", ""],
  "a number": ["42", ""],
  null: ["null", ""],
  "a plain text": ["upstream connect error", "upstream connect error"],
  rubbish: ["\u0000\uFFFD{\u0001", "\u0000\uFFFD{\u0001"],
};

describe("what an answer says", () => {
  test.each(Object.entries(shapes))("%s", (_, [text, detail, code]) => {
    expect(decodeAnswer(text)).toEqual({ detail, ...(code !== undefined && { code }) });
  });

  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc
      .tuple(fc.constantFrom(...Object.values(shapes).map(([text]) => text)), fc.nat())
      .map(([text, length]) => text.slice(0, length % (text.length + 1))),
    fc
      .array(fc.constantFrom("{", "}", '"', "\\", ":", "message", "error", "'", "<", " "), {
        maxLength: 60,
      })
      .map((pieces) => pieces.join("")),
  );

  test("any text, cut off anywhere and wrapped in any way, is read", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const each of [text, hubFailed(text), failed(escaped(text)), JSON.stringify(text)])
          expect(decodeAnswer(each)).toMatchObject({ detail: expect.any(String) });
      }),
      runs(),
    );
  });

  test.each([
    '{"',
    '{\\"',
    "{",
    "[",
    "\\",
    '"',
    '{"error":',
    "has the following errors:'",
    "' ",
    '"message":"',
    "<title ",
    "<Error>",
    "{ ",
  ])(
    "a long text of %s is read in one go",
    (piece) => {
      for (const start of ["", '{"', "<html>", 'a: {\\"', "Definition is not valid. Error: '"]) {
        const text = (start + piece.repeat(1_000_000 / piece.length)).slice(0, 1_000_000);
        expect(decodeAnswer(text).detail).toEqual(expect.any(String));
        expect(decodeAnswer(`${text.slice(0, -1)}x`).detail).toEqual(expect.any(String));
      }
    },
    60_000,
  );

  test("what is nested beyond measure is read as far as it goes", () => {
    let text = "deep";
    for (let i = 0; i < 15; i++) text = JSON.stringify({ message: text });
    expect(decodeAnswer(text)).toEqual({ detail: "deep" });
    const objects = `${'{"error":'.repeat(90_000)}1${"}".repeat(90_000)}`;
    expect(decodeAnswer(objects).detail).toBe("");
  });
});

describe("what an answer means", () => {
  const url = new URL("https://api.powerapps.com/apis");
  const meaning = (status: number, text: string, isAnonymous = false) =>
    errorOfAnswer("the list of connectors", {
      status,
      url,
      text,
      requestId: "1",
      mayHaveHappened: false,
      isAnonymous,
    });
  const answer = (code: string, message: string) => JSON.stringify({ error: { code, message } });

  test.each<[number, string, RegExp, RegExp | undefined]>([
    [
      401,
      answer("InvalidAuthenticationToken", "Obtained from wrong audience or resource."),
      /it is for something else \(401\)/,
      /--cloud/,
    ],
    [
      401,
      answer("MissingAuthorizationHeaderAndClientCertificate", "A header is missing."),
      /did not accept the token \(401\)/,
      /paconn login/,
    ],
    [401, "", /did not accept the token \(401\)/, /paconn login/],
    [
      403,
      '{"Message":"Authorization has been denied for this request."}',
      /does not know this account/,
      /New-PowerAppManagementApp/,
    ],
    [403, answer("Forbidden", "No."), /not allowed/, /whoami/],
    [
      404,
      '{"message":"No HTTP resource was found that matches the request URI."}',
      /nothing under that address/,
      /--pau, --pav/,
    ],
    [404, answer("ApiNotFound", "Not there."), /no such thing/, /paconn list/],
    [413, "", /larger than/, undefined],
    [429, "", /too often/, /minutes/],
    [
      400,
      answer(
        "InvalidRequestContent",
        "Could not find member 'stackOwner' on object of type 'ApiPropertiesDefinition'. Path 'properties.stackOwner', line 1.",
      ),
      /does not know the property "stackOwner"/,
      /Remove "stackOwner"/,
    ],
    [502, "<title>Bad gateway</title>", /failed \(502\).*\nBad gateway$/, /later/],
    [409, answer("Conflict", "Busy."), /refused it \(409\).*\nConflict: Busy\.$/, undefined],
  ])("%i %s", (status, text, message, todo) => {
    const error = meaning(status, text);
    expect(error).toMatchObject({ kind: "answer", status, requestId: "1" });
    expect(error.message).toMatch(/^The list of connectors: /);
    expect(error.message).toMatch(message);
    if (todo === undefined) expect(error.todo).toBeUndefined();
    else expect(error.todo).toMatch(todo);
  });

  test.each([
    [403, /used up/],
    [404, /does not have it/],
  ])("an address with a signature answers %i", (status, message) => {
    const text = "<Error><Code>AuthenticationFailed</Code><Message>No.</Message></Error>";
    const error = meaning(status, text, true);
    expect(error.message).toMatch(message);
    expect(`${error.message} ${error.todo}`).not.toMatch(/account|paconn login|environment/);
  });

  test("a message is not endless, its detail is whole", () => {
    const error = meaning(400, answer("Long", "x".repeat(100_000)));
    expect(error.message.length).toBeLessThan(5_000);
    expect(error.detail).toHaveLength(100_000);
  });
});

describe("what a failure means", () => {
  const url = new URL("https://api.powerapps.com/apis");
  /** As `fetch` throws it. */
  const thrown = (code: string, message = "", more = {}) =>
    new TypeError("fetch failed", {
      cause: Object.assign(new Error(message), { code, ...more }),
    });

  test.each<[Error, RegExp, string, boolean]>([
    [thrown("ENOTFOUND"), /not known in this network.*HTTPS_PROXY/, "network", false],
    [
      thrown("ENOTFOUND", "", { hostname: "proxy.contoso.com" }),
      /The proxy proxy\.contoso\.com is not known/,
      "network",
      false,
    ],
    [thrown("ECONNREFUSED"), /refuses connections/, "network", false],
    [
      new TypeError("fetch failed", {
        cause: new AggregateError([Object.assign(new Error("a"), { code: "ECONNREFUSED" })]),
      }),
      /refuses connections/,
      "network",
      false,
    ],
    [thrown("ECONNRESET"), /broke off/, "network", true],
    [thrown("UND_ERR_SOCKET", "other side closed"), /broke off/, "network", true],
    [
      thrown("UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
      /not trusted.*NODE_EXTRA_CA_CERTS/,
      "network",
      false,
    ],
    [thrown("SELF_SIGNED_CERT_IN_CHAIN"), /not trusted.*NODE_EXTRA_CA_CERTS/, "network", false],
    [thrown("CERT_HAS_EXPIRED"), /not trusted/, "network", false],
    [
      thrown("UND_ERR_ABORTED", "Proxy response (407) !== 200 when HTTP Tunneling"),
      /The proxy does not connect.*407.*USER:PASSWORD/,
      "network",
      false,
    ],
    [
      thrown("UND_ERR_ABORTED", "Proxy response (403) !== 200 when HTTP Tunneling"),
      /The proxy does not connect.*403.*NO_PROXY/,
      "network",
      false,
    ],
    [thrown("UND_ERR_CONNECT_TIMEOUT"), /in time/, "timeout", false],
    [thrown("UND_ERR_HEADERS_TIMEOUT"), /in time/, "timeout", true],
    [new DOMException("aborted", "TimeoutError"), /in time/, "timeout", true],
    [new TypeError("Something else."), /cannot be reached: Something else\./, "network", true],
  ])("%s", (failure, told, kind, mayHaveHappened) => {
    const error = errorOfFailure("the new connector", url, failure, true);
    expect(`${error.message} ${error.todo}`).toMatch(told);
    expect(error).toMatchObject({ kind, mayHaveHappened });
    expect(errorOfFailure("the new connector", url, failure, false).mayHaveHappened).toBe(false);
  });

  test.each(["text", undefined, null, 1])("%j, which is no error", (failure) => {
    expect(errorOfFailure("the new connector", url, failure, false)).toMatchObject({
      kind: "network",
    });
  });
});
