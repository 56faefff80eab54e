import { expect, test } from "vitest";
import { isSecretValue, knownSecrets, maskedSecrets, maskedText } from "../connector/secrets.js";
import { connectorOf } from "./fixture.js";

/** Letters and digits that come from no service. */
const random =
  "k3Rt9Qw7Zb2Lm5Xc8Vn1Hd4Fg6Js0PaYuIoEk3Rt9Qw7Zb2Lm5Xc8Vn1Hd4Fg6Js0PaYuIoEk3Rt9Qw7Zb2Lm";

function base64(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return Buffer.from(text).toString("base64url");
}

const header = base64({ alg: "HS256", typ: "JWT" });
const dashes = "-".repeat(5);

test.each([
  ["JSON Web Token", `Bearer ${header}.${base64({ sub: "42" })}.${random.slice(0, 43)}`],
  ["JSON Web Token", `${header}.${base64({ sub: "42" })}.${random.slice(0, 43)}`],
  [
    "private key",
    `${dashes}BEGIN PRIVATE KEY${dashes}\nMII${random}\n${dashes}END PRIVATE KEY${dashes}`,
  ],
  ["private key", `${dashes}BEGIN RSA PRIVATE KEY${dashes}\\nMII${random}`],
  ["GitHub", `ghp_${random.slice(0, 36)}`],
  ["GitHub", `token:\nghs_${random.slice(0, 36)}.`],
  ["GitHub", `github_pat_${random.slice(0, 22)}_${random.slice(0, 59)}`],
  ["Slack", `xoxb-${"123456789012"}-${random.slice(0, 24)}`],
  ["AWS", `AKIA${random.slice(0, 16).toUpperCase()}`],
  ["Google", `https://maps.contoso.com?key=AIza${random.slice(0, 35)}`],
  ["Stripe", `sk_live_${random.slice(0, 24)}`],
  [
    "Azure",
    `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${random.slice(0, 86)}==;`,
  ],
  ["SendGrid", `SG.${random.slice(0, 22)}.${random.slice(0, 43)}`],
  ["Entra ID", `k3R8Q~${random.slice(0, 34)}`],
  ["password", "Basic Y29udG9zbzpHcjMzbiBUZWEh"],
])("%s is known by its form: %s", (what, text) => {
  const [found, ...others] = knownSecrets(text);
  expect(found?.what).toContain(what);
  expect(others).toEqual([]);
  expect(maskedSecrets(text)).toContain("***");
  expect(maskedSecrets(text)).toHaveLength(text.length);
});

test.each([
  "",
  "Basic authentication with base64",
  "Basic dXNlcm5hbWU6cGFzc3dvcmQ=",
  "Basic Zm9vOmJhcgo=",
  "Basic information about the account",
  `${header}.${base64({ sub: "1234567890", name: "John Doe" })}.${random.slice(0, 43)}`,
  "eyJustAWord.andAnother.andOneMoreWord",
  `${dashes}BEGIN PRIVATE KEY${dashes}\n...\n${dashes}END PRIVATE KEY${dashes}`,
  "The key begins with ghp_, AKIA or AIza.",
  `ghp_${"x".repeat(36)}`,
  "AKIAIOSFODNN7EXAMPLE",
  "AccountKey=<your key>",
  "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
  "6f2a7cda-d35a-40ac-b913-d3ec4066c42a",
  "https://contoso.com/assets/k3R8Q~abc.png",
])("what is no secret is none: %s", (text) => {
  expect(knownSecrets(text)).toEqual([]);
  expect(maskedSecrets(text)).toBe(text);
});

test("a long text is searched in no time", () => {
  const texts = ["Basic ", "eyJ", "8Q~", "AIza", `${dashes}BEGIN PRIVATE KEY${dashes}`, "a."];
  for (const text of texts) {
    const started = performance.now();
    knownSecrets(text.repeat(1_000_000 / text.length));
    expect(performance.now() - started, text).toBeLessThan(1_000);
  }
});

test.each([
  ["Authorization", "Bearer 4f8c21d09be7a3356", true],
  ["X-Contoso-Api-Key", "4f8c21d09be7a3356", true],
  ["Ocp-Apim-Subscription-Key", "4f8c21d09be7a3356", true],
  ["client_secret", "Gr33n-Tea", true],
  ["Authorization", "Bearer @connectionParameters('token')", false],
  ["Authorization", "Basic dXNlcjpwYXNzd29yZA==", false],
  ["Authorization", "Bearer", false],
  ["X-Contoso-Api-Key", "PLACEHOLDER_API_KEY_1", false],
  ["X-Contoso-Api-Key", "[[API_KEY_12345]]", false],
  ["Idempotency-Key", "4f8c21d09be7a3356", false],
  ["public_key", "4f8c21d09be7a3356", false],
  ["X-RapidAPI-Host", "hashtag5.p.rapidapi.com", false],
  ["token_type", "4f8c21d09be7a3356", false],
])("the value of %s: %s", (name, value, isSecret) => {
  expect(isSecretValue(name, value)).toBe(isSecret);
});

test("a line with a credential that a policy sends", () => {
  const parameters = {
    "x-ms-apimTemplateParameter.name": "X-Contoso-Api-Key",
    "x-ms-apimTemplateParameter.value": "4f8c21d09be7a3356",
  };
  const text = JSON.stringify({ parameters });
  const file = connectorOf([{ name: "apiProperties.json", text }]).file("apiProperties")!;
  expect(maskedText(file)).not.toContain("4f8c21");
});

test("what stands before an expression in an address is no user", () => {
  const masked = (value: string) => {
    const text = JSON.stringify({ value });
    const file = connectorOf([{ name: "apiProperties.json", text }]).file("apiProperties")!;
    return JSON.parse(maskedText(file)).value;
  };
  const host = "https://shop@connectionParameters('host').contoso.com";
  expect(masked(host)).toBe(host);
  expect(masked("https://user:word@connectionParameters('host')")).not.toContain("word");
  expect(masked("https://user@contoso.com")).not.toContain("user");
});
