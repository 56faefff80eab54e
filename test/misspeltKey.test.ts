import { expect, test } from "vitest";
import { judge } from "../rulesets/judge.js";
import { connectorOf } from "./fixture.js";

const definition = {
  swagger: "2.0",
  info: { title: "Contoso", version: "1.0" },
  host: "api.contoso.com",
  schemes: ["https"],
  paths: {
    "/tickets/{id}": {
      get: {
        operationId: "GetTicket",
        summary: "Get ticket",
        description: "Gets a ticket by its number.",
        parameters: [
          {
            name: "id",
            in: "path",
            required: true,
            type: "string",
            "x-ms-summary": "ID",
            description: "The number.",
            "x-ms-url-encoding": "single",
          },
        ],
        responses: { 204: { description: "There is none." } },
      },
    },
  },
};

/** What is found in the definition after one of its keys was misspelt, beside what was found before. */
function added(key: string, written: string): string[] {
  const find = (text: string) => {
    const connector = connectorOf([{ name: "apiDefinition.swagger.json", text }]);
    return judge(connector, [...connector.all]).findings.map(({ rule }) => rule);
  };
  const text = JSON.stringify(definition);
  const before = new Set(find(text));
  return find(text.replace(`"${key}"`, `"${written}"`)).filter((rule) => !before.has(rule));
}

test.each([
  ["summary", "Summary"],
  ["operationId", "operationID"],
  ["host", "Host"],
  ["schemes", "scheme"],
  ["required", "Required"],
  ["x-ms-summary", "xms-summary"],
  ["responses", "response"],
])("%s that is written as %s is told once", (key, written) => {
  expect(added(key, written)).toEqual(["extension-name"]);
});

test.each([
  ["x-ms-summary", "x-ms-sumary"],
  ["x-ms-url-encoding", "x-ms-url-encodng"],
])("%s that is written as %s is told once", (key, written) => {
  expect(added(key, written)).toEqual(["x-ms-unknown-extension"]);
});
