import fc from "fast-check";
import { expect, test } from "vitest";
import { createRedactor } from "../cli/powerApps/redact.js";
import { runs } from "./propertyRuns.js";

const web = "eyJhbGciOiJub25lIn0.eyJvaWQiOiIxIn0.c2ln-_";
const inText = JSON.stringify({ message: JSON.stringify({ clientSecret: 'a"b\\c', name: "n" }) });

test.each([
  [
    "https://contoso.blob.core.windows.net/c/icon.png?sv=2019&sig=a%2Bb%3D&se=1",
    "https://contoso.blob.core.windows.net/c/icon.png?sv=2019&sig=***&se=1",
  ],
  ["/back?code=abc&state=1#x", "/back?code=***&state=1#x"],
  ["https://user:p@ss@proxy.contoso.com:8080/", "https://***@proxy.contoso.com:8080/"],
  [
    "grant_type=x&client_secret=abc&client_assertion=d.e.f&refresh_token=g",
    "grant_type=x&client_secret=***&client_assertion=***&refresh_token=***",
  ],
  ['<a href="/c?sv=1&amp;sig=abc">', '<a href="/c?sv=1&amp;sig=***">'],
  ['{"url":"https://c/x?sv=1\\u0026sig=abc"}', '{"url":"https://c/x?sv=1\\u0026sig=***"}'],
  ["/login?next=%2Fc%3Fsv%3D1%26sig%3Dabc", "/login?next=%2Fc%3Fsv%3D1%26sig%3D***"],
  ["Authorization: Bearer abc.def", "Authorization: Bearer ***"],
  [`the token ${web}, and more`, "the token ***, and more"],
  [
    '{"clientSecret": "a\\"b", "clientId": "c", "type": "securestring"}',
    '{"clientSecret": "***", "clientId": "c", "type": "securestring"}',
  ],
  ['{"device_code":"abc","user_code":"ABCD"}', '{"device_code":"***","user_code":"***"}'],
  // An object is no value, and what an error is called no secret.
  [
    '{"token":{"type":"oauthSetting"},"code":"InvalidAuthenticationToken"}',
    '{"token":{"type":"oauthSetting"},"code":"InvalidAuthenticationToken"}',
  ],
  ['cut off: {"access_token":"abc', 'cut off: {"access_token":"***'],
  [inText, inText.replace('a\\\\\\"b\\\\\\\\c', "***")],
  [
    `in a text of a text: ${JSON.stringify(inText)}`,
    `in a text of a text: ${JSON.stringify(inText.replace('a\\\\\\"b\\\\\\\\c', "***"))}`,
  ],
])("%s", (text, shown) => {
  expect(createRedactor().text(text)).toBe(shown);
  expect(createRedactor().text(shown)).toBe(shown);
});

test("headers that hold secrets say nothing, the others what they say", () => {
  expect(
    createRedactor().headers({
      Authorization: "Basic abc",
      "set-cookie": "a=b",
      "x-functions-key": "abc",
      location: "https://contoso.com/?sig=abc",
      "Content-Type": "application/json",
    }),
  ).toEqual({
    Authorization: "***",
    "set-cookie": "***",
    "x-functions-key": "***",
    location: "https://contoso.com/?sig=***",
    "Content-Type": "application/json",
  });
});

test("of two secrets that begin alike nothing is left", () => {
  const redactor = createRedactor();
  redactor.add("contoso");
  redactor.add("contoso-and-more");
  expect(redactor.text("contoso-and-more, contoso")).toBe("***, ***");
});

test("short secrets take no words out", () => {
  const redactor = createRedactor();
  redactor.add("");
  redactor.add("paths");
  expect(redactor.text("paths")).toBe("paths");
});

test("no secret that is known is shown, whatever is around it", () => {
  // A mask is no secret, though a secret may look like one.
  const secrets = fc.string({ unit: "binary", minLength: 6 }).filter((text) => !text.includes("*"));
  const around = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(secrets, around, around, (secret, before, after) => {
      const redactor = createRedactor();
      redactor.add(secret);
      const json = JSON.stringify({ a: secret });
      const url = `https://contoso.com/?a=${encodeURIComponent(secret)}`;
      for (const text of [before + secret + after, json, JSON.stringify(json), url]) {
        expect(redactor.text(text)).not.toContain(secret);
        expect(redactor.url(text)).not.toContain(secret);
      }
      expect(redactor.text(json)).toBe('{"a":"***"}');
      expect(redactor.url(url)).toBe("https://contoso.com/?a=***");
      expect(redactor.headers({ "x-some": secret })).toEqual({ "x-some": "***" });
    }),
    runs(),
  );
});

test.each([
  ["secret", "token"],
  ["eyJ-", "eyJ."],
  ['"sig":"', '\\"sig\\":\\"'],
  ["\\", "//"],
  ["Bearer ", "?code="],
])(
  "a long text of %s or %s is read in one go",
  (...pieces) => {
    for (const piece of pieces) createRedactor().text(piece.repeat(1_000_000 / piece.length));
  },
  60_000,
);
