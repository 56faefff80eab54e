import { essenceOf, isPlausible, meantBy, mediaTypeEntries } from "../../mediaType.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "media-type-known",
  validatorCodes: ["MimeTypeNotSupported"],
  severity: "warning",
  summary: "The media types in consumes and produces are ones that exist.",
  why: `The platform reads and writes bodies by their media type, and supports only some. Microsoft publishes no list, and
accepted connectors produce many kinds of file, so only what is no registered type or a likely misspelling is told here.`,
  on: "definition",
  check(definition, { report }) {
    for (const { key, pointer, text, list } of mediaTypeEntries(definition)) {
      const essence = essenceOf(text);
      if (essence === undefined || isPlausible(essence)) continue;
      const type = meantBy(essence);
      const isFree = type !== undefined && !list.includes(type);
      report({
        at: pointer,
        message: `"${text}" in "${key}" is not a known media type.${type === undefined ? "" : ` Is "${type}" meant?`}`,
        fix:
          type === undefined
            ? undefined
            : isFree
              ? {
                  title: `Change it to "${type}"`,
                  isSafe: false,
                  edits: [{ set: pointer, value: type }],
                }
              : {
                  title: `Remove it, since "${type}" is in the list`,
                  isSafe: false,
                  edits: [{ remove: pointer }],
                },
      });
    }
  },
  bad: `
{
  "consumes": ["aplication/json"],
             //^^^^^^^^^^^^^^^^^ "aplication/json" in "consumes" is not a known media type. Is "application/json" meant?
  "produces": ["application/json", "application/jsn"],
                                 //^^^^^^^^^^^^^^^^^ "application/jsn" in "produces" is not a known media type. Is "application/json" meant?
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "ImportTickets",
        "consumes": ["multipart/formdata"]
                   //^^^^^^^^^^^^^^^^^^^^ "multipart/formdata" in "consumes" is not a known media type. Is "multipart/form-data" meant?
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
        "consumes": ["multipart/form-data"]
      }
    }
  }
}`,
  good: `
{
  "consumes": ["application/json", "application/*+json", "text/json", "application/json-patch+json"],
  "produces": ["application/json; charset=utf-8", "application/bson", "image/*", "application/vnd.contoso.ticket", "*/*"]
}`,
});
