/** Takes what must never be shown out of what is shown. */
export interface Redactor {
  /** Makes a secret known; short ones would take ordinary words out. */
  add(secret: string): void;
  text(text: string): string;
  url(url: URL | string): string;
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
}

const mask = "***";
const shortest = 6;

/** What names of secret members, fields and parameters contain; the lengths keep long texts from taking long. */
const secretName =
  "[\\w.-]{0,60}(?:secret|password|passwd|token|assertion|credential|signature|device_code|user_code|code_verifier|client_info|api_?key)[\\w.-]{0,60}|sig";
const member = new RegExp(`("(?:${secretName})"\\s*:\\s*")[^"\\\\]*(?:\\\\[^][^"\\\\]*)*`, "gi");
/** The same in JSON that stands in a text of JSON: a quote with as many backslashes closes it. */
const nestedMember = new RegExp(
  `((?<!\\\\)(\\\\+)"(?:${secretName})\\2"\\s*:\\s*\\2")[^]*?(?=(?<!\\\\)\\2"|$)`,
  "gi",
);
/** Parameters and fields of forms; the ampersand may be escaped for HTML, JSON or another address. */
const field = new RegExp(
  `((?:^|[?&;\\s"']|\\\\u0026|%26|%3f)(?:${secretName}|code)(?:=|\\\\u003d|%3d))[^&\\s"'<>\\\\]+`,
  "gi",
);
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const webToken = /(?<![\w-])eyJ[\w-]*(?:\.[\w-]*){1,4}/g;
const userInfo = /(\/\/)[^/?#\s"'<>]+@/g;
const secretHeader =
  /^(authorization|proxy-authorization|x-identity-header|cookie|set-cookie|.*(key|secret|token).*)$/i;

export function createRedactor(): Redactor {
  /** The longest first, so that no part of one is left. */
  let known: string[] = [];
  const redactText = (text: string): string =>
    known
      .reduce((result, secret) => result.replaceAll(secret, mask), text)
      .replace(webToken, mask)
      .replace(bearer, `$1 ${mask}`)
      .replace(member, `$1${mask}`)
      .replace(nestedMember, `$1${mask}`)
      .replace(field, `$1${mask}`)
      .replace(userInfo, `$1${mask}@`);
  return {
    add(secret) {
      if (secret.length < shortest) return;
      known = [...new Set([...known, ...formsOf(secret)])].sort((a, b) => b.length - a.length);
    },
    text: redactText,
    url: (url) => redactText(String(url)),
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          secretHeader.test(name) ? mask : redactText(value),
        ]),
      ),
  };
}

/** A secret as it stands in a text, in JSON, in JSON within JSON, in a form and in an address. */
function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  // Half a character, which a JSON file can hold, has no encoding in an address.
  const encoded = encodeURIComponent(secret.replace(/\p{Cs}/gu, "\uFFFD"));
  return [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    new URLSearchParams({ a: secret }).toString().slice(2),
    encoded,
    encoded.replace(/%../g, (each) => each.toLowerCase()),
  ];
}
