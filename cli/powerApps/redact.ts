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

/** What names of secret members, fields and parameters contain. */
const secretName =
  "[\\w.-]*(?:secret|password|passwd|token|assertion|credential|signature|device_code|user_code|code_verifier|client_info|api_?key)[\\w.-]*|sig|code";
const member = new RegExp(`("(?:${secretName})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, "gi");
/** The same in JSON that stands in a text of JSON. */
const nestedMember = new RegExp(`(\\\\+"(?:${secretName})\\\\+"\\s*:\\s*\\\\+")([^"\\\\]*)`, "gi");
const field = new RegExp(`((?:^|[?&\\s"'])(?:${secretName})=)([^&\\s"'<>\\\\]+)`, "gi");
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const webToken = /\beyJ[\w-]*\.[\w-]*(?:\.[\w-]*)?/g;
const userInfo = /(\/\/)[^/@\s"']+@/g;
const secretHeader =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-ms-copy-source|.*(key|secret|token).*)$/i;

export function createRedactor(): Redactor {
  const known = new Set<string>();
  const redactText = (text: string): string => {
    let result = text;
    for (const secret of known) result = result.replaceAll(secret, mask);
    return result
      .replace(webToken, mask)
      .replace(bearer, `$1 ${mask}`)
      .replace(member, `$1${mask}`)
      .replace(nestedMember, `$1${mask}`)
      .replace(field, `$1${mask}`)
      .replace(userInfo, `$1${mask}@`);
  };
  return {
    add(secret) {
      if (secret.length < shortest) return;
      // Longer forms come first, so that no part of one is left.
      const inJson = JSON.stringify(secret).slice(1, -1);
      const forms = [
        JSON.stringify(inJson).slice(1, -1),
        inJson,
        new URLSearchParams({ a: secret }).toString().slice(2),
        encodeURIComponent(secret),
        secret,
      ];
      for (const form of forms) known.add(form);
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
