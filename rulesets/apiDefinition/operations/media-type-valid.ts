import type { JsonEdit } from "../../../connector/edit.js";
import { essenceOf, type MediaTypeEntry, mediaTypeEntries } from "../../mediaType.js";
import { nearest } from "../../nearest.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "media-type-valid",
  validatorCodes: ["MimeTypeNotValid"],
  severity: "error",
  summary: "What consumes and produces list are media types.",
  why: `A media type is a type and a subtype with a slash between them, such as \`application/json\`.
The service refuses a definition in which \`consumes\` or \`produces\` has something else.`,
  on: "definition",
  check(definition, { report }) {
    for (const entry of mediaTypeEntries(definition))
      if (essenceOf(entry.text) === undefined)
        report({
          at: entry.pointer,
          message: `"${entry.text}" in "${entry.key}" is not a media type such as "application/json".`,
          fix: fixOf(entry),
        });
  },
  bad: `
{
  "consumes": ["json"],
             //^^^^^^ "json" in "consumes" is not a media type such as "application/json".
  "produces": ["application/json", "JSON"],
                                 //^^^^^^ "JSON" in "produces" is not a media type such as "application/json".
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "ImportTickets",
        "consumes": ["application\\\\json", "text"]
                   //^^^^^^^^^^^^^^^^^^^ "application\\json" in "consumes" is not a media type such as "application/json".
                                        //^^^^^^ "text" in "consumes" is not a media type such as "application/json".
      }
    }
  }
}`,
  fixed: `
{
  "consumes": ["application/json"],
  "produces": ["application/json"],
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "ImportTickets",
        "consumes": ["application/json", "text/plain"]
      }
    }
  }
}`,
  good: `
{
  "consumes": ["application/json", "application/*+json", "text/csv; charset=utf-8"],
  "produces": ["application/json;odata.metadata=minimal", "application/vnd.contoso.v1+json", "image/*"]
}`,
});

/** What short names stand for. */
const meant: Partial<Record<string, string>> = {
  binary: "application/octet-stream",
  csv: "text/csv",
  file: "application/octet-stream",
  form: "application/x-www-form-urlencoded",
  html: "text/html",
  multipart: "multipart/form-data",
  pdf: "application/pdf",
  plain: "text/plain",
  text: "text/plain",
  urlencoded: "application/x-www-form-urlencoded",
};

const usual = [
  "application/json",
  "application/octet-stream",
  "application/pdf",
  "application/x-www-form-urlencoded",
  "application/xml",
  "multipart/form-data",
  "text/csv",
  "text/html",
  "text/json",
  "text/plain",
  "text/xml",
];

function fixOf({ pointer, text, list }: MediaTypeEntry): Fix | undefined {
  const word = text.trim().toLowerCase();
  const type =
    (Object.hasOwn(meant, word) ? meant[word] : undefined) ??
    usual.find((each) => each.endsWith(`/${word}`)) ??
    nearest(word, usual, 2);
  if (type === undefined) return undefined;
  if (list.includes(type))
    return {
      title: `Remove it, since "${type}" is in the list`,
      isSafe: false,
      edits: [{ remove: pointer }],
    };
  const edit: JsonEdit = { set: pointer, value: type };
  return { title: `Change it to "${type}"`, isSafe: word === "json", edits: [edit] };
}
