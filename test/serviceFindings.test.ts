import { expect, test } from "vitest";
import { readServiceText, serviceFindings } from "../cli/service/serviceFindings.js";
import { Connector, ConnectorFile } from "../connector/connector.js";
import { ownRules } from "../host/ruleset.js";

const file = new ConnectorFile(
  "apiDefinition",
  "/contoso/apiDefinition.swagger.json",
  JSON.stringify(
    {
      swagger: "2.0",
      info: { title: "Contoso", contact: { name: "x" } },
      paths: {
        "/tickets/{id}": {
          get: {
            operationId: "GetTicket",
            parameters: [{ name: "id", in: "path" }],
            responses: {},
          },
          post: { responses: {} },
        },
      },
    },
    null,
    2,
  ),
);
const connector = new Connector([file], "certified");
const read = (text: string) => readServiceText(text, file, connector.apiDefinition);
const get = "/paths/~1tickets~1{id}/get";

test.each([
  ["Error : info : The 'x' is required.", "error", "/info", "The 'x' is required."],
  ["Warning : paths/~1tickets~1{id}/get : Add a summary.", "warning", get, "Add a summary."],
  [
    "Error : paths/~1tickets~1{id}/get/parameters/0/gone/deep : Bad.",
    "error",
    `${get}/parameters/0`,
    "Bad.",
  ],
  ["Error : Just a sentence : with a colon.", "error", "", "Just a sentence : with a colon."],
  ["##[error]Too long. ValuePath: </info/title>", "error", "/info/title", "Too long."],
  [
    "##[error]Changed. ValuePath: operation/GetTicket/parameter/id/type Source: NewSwagger",
    "error",
    get,
    "Changed.",
  ],
  [
    "Parsing error(s). Path 'paths['/tickets/{id}'].get.parameters[0].name', line 4, position 2.",
    "error",
    `${get}/parameters/0/name`,
    undefined,
  ],
  [
    "Warning: [operation GetTicket] missing summary.",
    "warning",
    get,
    "[operation GetTicket] missing summary.",
  ],
  ["Nothing of this is known.", "error", "", "Nothing of this is known."],
] as const)("%s", (text, severity, pointer, message) => {
  expect(read(text)).toEqual([{ severity, pointer, message: message ?? text }]);
});

test("the format of the build names the rule", () => {
  const [line] = read(
    "api.json(,): error OperationIdRequired: Missing. ValuePath: '/paths/~1tickets~1{id}/post' Value: '{}'",
  );
  expect(line).toMatchObject({
    code: "OperationIdRequired",
    pointer: "/paths/~1tickets~1{id}/post",
  });
  expect(serviceFindings([line!], file, [])[0]).toMatchObject({
    rule: "operation-id-required",
    validatorCode: "OperationIdRequired",
  });
});

test("several lines, a sentence before them, and lines that go on", () => {
  const lines = read(
    "It failed. Please validate again after fixing following errors: Error : info : One\r\n\tgoes on.\r\n\r\nWarning : paths : Two.",
  );
  expect(lines).toEqual([
    { severity: "error", pointer: "/info", message: "One goes on." },
    { severity: "warning", pointer: "/paths", message: "Two." },
  ]);
});

test("the rule is ours that found something there in similar words, and else none", async () => {
  const { findings } = await ownRules.judge(connector, [file]);
  const rulesOf = (text: string) =>
    serviceFindings(read(text), file, findings).map(({ rule }) => rule);
  expect(rulesOf("Error : paths/~1tickets~1{id}/post : The operationId is missing.")).toEqual([
    "operation-id-required",
  ]);
  expect(rulesOf("Error : paths/~1tickets~1{id}/post : Zzz.")).toEqual(["service"]);
});
