import type { Connector, ConnectorFile } from "./connector.js";
import type { JsonText, Node } from "./json.js";
import { once } from "./keep.js";
import { child, type Pointer, parent, segments } from "./pointer.js";
import { LineIndex } from "./text.js";
import type { JsonObject } from "./values.js";

/** What names of secrets contain: their values never appear in messages, lines of code or logs. */
const secretName = /secret|password|passphrase|token|api_?key|credential|clientId/i;

/**
 * Whether the value at a place is probably a secret: its name says so, it is what an OAuth
 * parameter of such a name has, or the default of a connection parameter that is one.
 */
export function isSecret(json: JsonText, pointer: Pointer): boolean {
  const [name = "", owner = ""] = segments(pointer).reverse();
  const sibling = (key: string) => json.node(child(parent(pointer), key))?.value;
  return isSecretPlace(name, owner, sibling);
}

/** Whether something of this name is probably a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether a header of this name carries a secret. */
export function isSecretHeader(name: string): boolean {
  return isSecretName(name) || /^(?:proxy-)?authorization$|^cookie$|-key$/i.test(name);
}

function isSecretPlace(name: string, owner: string, sibling: (key: string) => unknown): boolean {
  if (isSecretName(name)) return true;
  if (name === "value" && isSecretName(owner)) return true;
  const named = policyValues.get(name);
  if (named !== undefined) return isSecretHeader(String(sibling(named)));
  return name === "defaultValue" && sibling("type") === "securestring";
}

/** Letters of both cases or hexadecimal ones, and many digits among them: no word that a person would write. */
export function looksRandom(value: string): boolean {
  const digits = value.match(/\d/g)?.length ?? 0;
  return (
    /^[\w+/=.~-]{16,}$/.test(value) &&
    digits >= 4 &&
    new Set(value).size >= 10 &&
    (/^[a-f\d-]+$/i.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value)))
  );
}

/**
 * The values in places of secrets, which no message may show. Placeholders, addresses and words are none: they are what a message
 * is about.
 */
export const secretValues = once(({ json }: ConnectorFile): readonly string[] => {
  const found = new Set<string>();
  const visit = (container: JsonObject, ownName: string) => {
    for (const name in container) {
      const value = container[name];
      if (typeof value === "string") {
        const isSecret = () => isSecretPlace(name, ownName, (key) => container[key]);
        if (mayBeSecret(value) && isSecret()) found.add(value);
      } else if (typeof value === "object" && value !== null) visit(value as JsonObject, name);
    }
  };
  visit({ "": json.value }, "");
  return [...found];
});

/** A text with asterisks in the place of the secrets of a connector, and of what looks like one. */
export function withoutSecrets(text: string, connector: Connector): string {
  let masked = text;
  const { previous } = connector.surroundings;
  for (const file of [...connector.all, ...(previous?.all ?? [])])
    if (file.isJson) masked = maskedValues(masked, file);
  return maskedSecrets(maskedLogins(masked));
}

/** Hides what stands in a place of secrets of a file wherever else it stands. */
function maskedValues(text: string, file: ConnectorFile): string {
  let masked = text;
  for (const secret of secretValues(file))
    if (masked.includes(secret)) masked = masked.replaceAll(secret, "*".repeat(secret.length));
  return masked;
}

/** Whether a text can be a secret at all, where one is expected. */
function mayBeSecret(value: string): boolean {
  return value.length >= 8 && !/\s|^https?:\/\/|^[[{<@#]|^[a-z_-]+$/i.test(value);
}

/**
 * The parameters of policies that take a value, by the parameter that says what it is called: of headers and query
 * parameters, and of properties.
 */
export const policyValues: ReadonlyMap<string, string> = new Map([
  ["x-ms-apimTemplateParameter.value", "x-ms-apimTemplateParameter.name"],
  [
    "x-ms-apimTemplateParameter.propertyValuePathTemplate",
    "x-ms-apimTemplateParameter.newPropertySubPathTemplate",
  ],
]);

/** What headers, query parameters and properties with credentials are called. */
const credentialName =
  /^(?:proxy-)?authori[sz]ation$|secret|passw|passphrase|credential|token$|(?:^|[^a-z])auth$|(?<!public|idempotency|partition|sort|cache|primary|foreign)(?:^|[-_ ])key$|(?:api|access|private|subscription|account|application|master|shared)[-_ ]?key$/i;

/**
 * Whether the value that is sent under a name is a credential, written out: the name says so, and the value is neither
 * computed nor a placeholder nor a word. What its form gives away is not counted here.
 */
export function isSecretValue(name: string, value: string): boolean {
  const [, scheme, credential] = /^\s*(?:([A-Za-z][\w-]*)\s+)?(\S+)\s*$/.exec(value) ?? [];
  if (credential === undefined || !credentialName.test(name.trim())) return false;
  // The form of these tells more than their names.
  if (/^basic$/i.test(scheme ?? "") || credential.startsWith("eyJ")) return false;
  if (knownSecrets(value).length > 0 || /[@{}<>[\]$]/.test(credential)) return false;
  if (
    isMadeUp(credential, 5) ||
    /dummy|sample|test|your|insert|replace|change|todo|secret|password|api[-_]?key|token|value/i.test(
      credential,
    )
  )
    return false;
  if (/passw|passphrase|secret/i.test(name)) return credential.length >= 6;
  return credential.length >= 12 && /\d/.test(credential) && /[a-z]/i.test(credential);
}

/** The forms of secrets that can be told from any other text, and what a message calls them. */
const forms: readonly { what: string; form: RegExp; isReal?(secret: string): boolean }[] = [
  {
    what: "a JSON Web Token",
    form: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g,
    isReal: isToken,
  },
  {
    what: "a private key",
    form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\s|\\[nr])*[\w+/=\\\s]{24,}(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----)?/g,
  },
  { what: "a token of GitHub", form: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})/g },
  { what: "a token of Slack", form: /(?<!\w)xox[abeoprs]-[\w-]{10,}/g },
  { what: "an access key of AWS", form: /(?<!\w)AKIA[A-Z0-9]{16}(?!\w)/g },
  { what: "an API key of Google", form: /(?<!\w)AIza[\w-]{35}(?![\w-])/g },
  { what: "a live key of Stripe", form: /(?<!\w)[rs]k_live_\w{16,}/g },
  {
    what: "a key of an Azure account",
    form: /(?<!\w)(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}={0,2}/g,
  },
  { what: "an API key of SendGrid", form: /(?<!\w)SG\.[\w-]{16,}\.[\w-]{16,}/g },
  {
    what: "a client secret of Microsoft Entra ID",
    form: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g,
  },
  {
    what: "a user name with its password",
    form: /(?<!\w)[Bb]asic\s+[A-Za-z0-9+/]{8,}={0,2}(?![\w+/])/g,
    isReal: isLogin,
  },
];

/** Which texts can hold one at all: the others, which are nearly all, are not searched. */
const mayHold =
  /eyJ|PRIVATE KEY|gh[pousr]_|github_pat_|xox|AKIA|AIza|k_live_|Key=|SG\.|\dQ~|[Bb]asic\s+[A-Za-z0-9+/]{8}/;

/** A secret in a text that its form gives away. */
export interface KnownSecret {
  what: string;
  offset: number;
  length: number;
}

/** The secrets in a text that are known by their form; placeholders and samples of documentation are none. */
export function knownSecrets(text: string): KnownSecret[] {
  if (text.length < 16 || !mayHold.test(text)) return [];
  return forms.flatMap(({ what, form, isReal }) =>
    [...text.matchAll(form)].flatMap(({ 0: secret, index }) =>
      isMadeUp(secret) || isReal?.(secret) === false
        ? []
        : [{ what, offset: index, length: secret.length }],
    ),
  );
}

/** A text with asterisks in the place of the secrets that are known by their form. */
export function maskedSecrets(text: string): string {
  let masked = text;
  for (const { offset, length } of knownSecrets(text))
    masked = masked.slice(0, offset) + "*".repeat(length) + masked.slice(offset + length);
  return masked;
}

function holdsSecret(value: unknown): boolean {
  return typeof value === "string" && knownSecrets(value).length > 0;
}

/** Whether a secret says of itself that it is none, or has too few different characters to be one. */
function isMadeUp(secret: string, characters = 9): boolean {
  return (
    /example|placeholder|dummy|redacted|x{4}/i.test(secret) ||
    new Set(secret.toLowerCase()).size < characters
  );
}

/** Whether the first part is the header of a token; that of John Doe is the sample that everybody shows. */
function isToken(secret: string): boolean {
  const [header = "", payload = ""] = secret.split(".").map(decoded);
  return /"(alg|typ|enc|kid)"\s*:/.test(header) && !payload.includes("John Doe");
}

/** Whether it is a user name and a password in base64, and neither is a word of documentation. */
function isLogin(secret: string): boolean {
  const [, user, password] =
    /^([\x20-\x7e]*?):([\x20-\x7e]*)\s*$/.exec(decoded(secret.replace(/^basic\s+/i, ""))) ?? [];
  if (user === undefined || password === undefined) return false;
  const words =
    /^(x|foo|bar|test|demo|pass|passwd|password|pwd|secret|key|token|api[_-]?key|api[_-]?token|open ?sesame|changeme|(your|my).*)?$/i;
  // Some services take the key as the name and no password.
  return !words.test(password) || (/^x?$/i.test(password) && user.length > 15 && !words.test(user));
}

/** What a text in base64 or base64url says; empty when it is none. */
function decoded(text: string): string {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

/** A line of a file with the values of secrets hidden: what it shows may end in a log. */
export function maskedLine(file: ConnectorFile, line: number): string {
  if (!file.isJson) return new LineIndex(maskedPlain(file.text)).line(line);
  const { json } = file;
  const start = json.lines.offset({ line, character: 0 });
  return maskedValues(masked(json, start, json.lines.line(line)), file);
}

/** The text of a file with the values of secrets hidden; every line is as long as before. */
export function maskedText(file: ConnectorFile): string {
  if (!file.isJson) return maskedPlain(file.text);
  return maskedValues(masked(file.json, 0, file.text), file);
}

/** A text that is no JSON: what is known by its form, what is assigned to a name of a secret, and logins of addresses. */
function maskedPlain(text: string): string {
  return maskedSecrets(maskedLogins(maskedAssignments(text)));
}

/** `apiKey = "…"`, `["client_secret"] = "…"`, `.Add("X-Api-Key", "…")` and `token: …` of code and prose. */
function maskedAssignments(text: string): string {
  return text.replace(
    new RegExp(
      `((?:${secretName.source})[\\w-]*["'\\]]*\\s*(?:[:=,]|=>)\\s*[$@]*")((?:[^"\\\\\\n]|\\\\.)*)`,
      "gi",
    ),
    (_, before: string, value: string) => before + "*".repeat(value.length),
  );
}

/** The user name and password of a web address, of the same length so that underlines still fit. */
function maskedLogins(text: string): string {
  return text.replace(
    /(?<=\/\/)(?![^/@\s":]+@\w+\()[^/@\s"]+(?=@)|(?<![^"'\s])(?!mailto:)[^/@\s"':]+:[^/@\s"']+(?=@[\w.-])/g,
    (user) => "*".repeat(user.length),
  );
}

/**
 * Whether what stands in a place of secrets is certainly none: a placeholder, a connection parameter or an address that says
 * nothing but where. Words are not counted, since they may be passwords.
 */
function isHarmless(value: unknown): boolean {
  return (
    typeof value === "boolean" ||
    (typeof value === "string" &&
      /^(?:\[\[[^\]]*\]\]|\{[\w:.-]+\}|<[\w .-]+>|@connectionParameters\('[\w:]*'(?:, *'')?\)|https?:\/\/[^\s@?#]+)?$/.test(
        value,
      ))
  );
}

/** Visits what a node holds: the values of an object, the items of an array. */
function forEachChild(
  { type, children = [] }: Node,
  pointer: Pointer,
  visit: (node: Node, pointer: Pointer) => void,
): void {
  for (const [index, each] of children.entries()) {
    if (type === "array") visit(each, child(pointer, String(index)));
    else if (type === "object") {
      const [key, value] = each.children ?? [];
      if (key !== undefined && value !== undefined) visit(value, child(pointer, String(key.value)));
    }
  }
}

/** A part of a text, which begins at `start`, with the values of secrets hidden. */
function masked(json: JsonText, start: number, text: string): string {
  let masked = text;
  const visit = (node: Node, pointer: Pointer) => {
    if (node.offset > start + text.length || node.offset + node.length < start) return;
    forEachChild(node, pointer, visit);
    const isLeaf = node.children === undefined && node.type !== "null";
    const isHidden = () => isSecret(json, pointer) && !isHarmless(node.value);
    if (isLeaf && (isHidden() || holdsSecret(node.value))) {
      const quote = node.type === "string" ? 1 : 0;
      const from = Math.max(node.offset + quote - start, 0);
      const to = Math.min(node.offset + node.length - quote - start, text.length);
      masked = masked.slice(0, from) + "*".repeat(Math.max(to - from, 0)) + masked.slice(to);
    }
  };
  if (json.root !== undefined) visit(json.root, "");
  masked = maskedLogins(masked);
  // What could not be read as JSON has no tree: there the names in the line decide.
  return json.isComplete ? masked : maskedSecrets(maskedByName(masked));
}

function maskedByName(line: string): string {
  return line.replace(
    new RegExp(
      `("[^"\\\\]*(?:${secretName.source})[^"\\\\]*"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`,
      "gi",
    ),
    (_, before: string, value: string) => before + "*".repeat(value.length),
  );
}

/** A web address without what a user name, a password or a query may give away. */
export function maskedAddress(address: string): string {
  return address.replace(/(^|\/\/)[^/@\s]*@/, "$1***@").replace(/\?.*$/s, "?***");
}
