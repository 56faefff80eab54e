import type { ConnectorFile } from "../../connector/connector.js";
import { child, lastSegment, type Pointer } from "../../connector/pointer.js";
import { type KnownSecret, knownSecrets } from "../../connector/secrets.js";
import type { JsonObject } from "../../connector/values.js";
import { defineRule, type Fix } from "../rule.js";

const placeholder = "[[DUMMY]]";

export default defineRule({
  name: "no-secrets",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "No text of a file holds a key, a token or a password.",
  why: `The files of a connector lie in repositories, and those of a certified one in a public one: whoever reads a secret there can
use it, also after it was taken out. It has to be revoked. Found is what its form gives away: tokens of GitHub and Slack, JSON Web
Tokens, private keys, keys of AWS, Google, Stripe, SendGrid and Azure, client secrets of Microsoft Entra ID, and user names with
passwords as HTTP sends them. A user enters secrets in the connection.`,
  on: "file",
  check(file, { report }) {
    if (!file.isJson) {
      for (const { what, offset, length } of knownSecrets(file.text))
        report({
          at: "",
          offset: { offset, length },
          message: `This looks like ${what}; no secret belongs in a file.`,
        });
      return;
    }
    // Hardly any text holds one, so that pointers are made only for those that do.
    const path: string[] = [];
    const visit = (value: unknown) => {
      if (typeof value === "string")
        for (const secret of knownSecrets(value)) {
          const at = child("", ...path);
          report({
            at,
            message: `${nameOf(at)} holds what looks like ${secret.what}; no secret belongs in a file.`,
            // What cannot be read whole cannot be edited by pointers.
            fix: file.json.isComplete ? fixOf(file, at, value, secret) : undefined,
          });
        }
      else if (typeof value === "object" && value !== null)
        for (const key of Object.keys(value)) {
          path.push(key);
          visit((value as JsonObject)[key]);
          path.pop();
        }
    };
    visit(file.json.value);
  },
  bad: `
{
  "parameters": {
    "Session": {
      "name": "session",
      "in": "header",
      "type": "string",
      "x-ms-test-value": "Basic Y29udG9zbzpHcjMzbiBUZWEh"
                       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "x-ms-test-value" holds what looks like a user name with its password; no secret belongs in a file.
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Session": {
      "name": "session",
      "in": "header",
      "type": "string"
    }
  }
}`,
  good: `
{
  "parameters": {
    "Session": {
      "name": "session",
      "in": "header",
      "type": "string",
      "description": "Basic authentication, or a token of GitHub, which begins with ghp_.",
      "x-ms-test-value": "ghp_your_token"
    }
  }
}`,
});

/** What a message calls the place: its key, or that of the list it stands in. */
function nameOf(at: Pointer): string {
  const key = /^\d+$/.test(lastSegment(at)) ? lastSegment(at.slice(0, at.lastIndexOf("/"))) : "";
  return JSON.stringify(key === "" ? lastSegment(at) : key);
}

/** Takes out what nobody needs, or puts a placeholder where the service puts the real one. */
function fixOf(
  { kind }: ConnectorFile,
  at: Pointer,
  value: string,
  { length }: KnownSecret,
): Fix | undefined {
  const key = lastSegment(at);
  if (kind === "apiDefinition" && /^(x-ms-test-value|example|x-example)$/.test(key))
    return { title: `Remove "${key}"`, isSafe: false, edits: [{ remove: at }] };
  if (kind === "apiProperties" && length === value.trim().length && /oAuthSettings/.test(at))
    return {
      title: `Write "${placeholder}"`,
      isSafe: false,
      edits: [{ set: at, value: placeholder }],
    };
  return undefined;
}
