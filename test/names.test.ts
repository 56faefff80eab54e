import { describe, expect, it } from "vitest";
import { definition, namedAt, references } from "../language/definition.js";
import { highlights } from "../language/highlights.js";
import { prepareRename, RenameError, rename } from "../language/rename.js";
import { able, placeIn, plain } from "./sight.js";

/** The lines of a connector in which everything has a name. */
function connector(edit: (text: string) => string): string {
  return edit(`
{
  "swagger": "2.0",
  "info": { "title": "Contoso", "version": "1.0" },
  "host": "api.contoso.com",
  "schemes": ["https"],
  "tags": [{ "name": "Tickets" }],
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "security": [{ "key": [] }],
  "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } },
  "responses": { "none": { "description": "Nothing." } },
  "paths": {
    "/tickets/{id}/parts/{part~1no}": {
      "parameters": [{ "name": "id", "in": "path", "type": "string", "required": true }],
      "get": {
        "operationId": "GetPart",
        "tags": ["Tickets"],
        "parameters": [
          { "$ref": "#/parameters/page" },
          { "name": "part~1no", "in": "path", "type": "string", "required": true },
          {
            "name": "queue", "in": "query", "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "parameters": { "owner": { "parameter": "id" } },
              "value-path": "id"
            }
          }
        ],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Part~1of" } }, "404": { "$ref": "#/responses/none" } }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "tags": ["Tickets"],
        "parameters": [{ "name": "owner", "in": "query", "type": "string" }],
        "responses": { "200": { "description": "OK", "schema": { "type": "array", "items": { "$ref": "#/definitions/Part~1of" } } } }
      }
    }
  },
  "definitions": { "Part/of": { "type": "object", "properties": { "id": { "type": "string" } } } }
}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": { "region": { "type": "string" } },
    "scriptOperations": ["GetPart"],
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://\\u0061pi-@{connectionParameters('region')}.contoso.com",
          "x-ms-apimTemplate-operationName": ["GetPart", "ListQueues"]
        }
      }
    ]
  }
}
//- script.csx
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        if (this.Context.OperationId == "GetPart") return null;
        return null;
    }
}`);
}

const at = (before: string, name: string, place = 0) =>
  placeIn(
    connector((text) => {
      const offset = text.indexOf(before) + before.length;
      expect(text.slice(offset).startsWith(name)).toBe(true);
      return `${text.slice(0, offset + place)}$0${text.slice(offset + place)}`;
    }),
    "apiDefinition.swagger.json",
  );

/** The text of each place, with the line it is in, counted from 1. */
const shown = (place: ReturnType<typeof at>, locations: ReturnType<typeof references>) =>
  locations.map(({ uri, range }) => {
    const file = place.sight.connector.all.find(({ path }) => uri === `file://${path}`)!;
    const line = file.lines.line(range.start.line);
    return `${file.name}:${range.start.line + 1} ${line.slice(range.start.character, range.end.character)}`;
  });

describe("names", () => {
  it.each([
    ['"operationId": "', "GetPart"],
    ['"scriptOperations": ["', "GetPart"],
    ['operationName": ["', "GetPart"],
    ['OperationId == "', "GetPart"],
  ])("finds an operation in all files, from %s", (before, name) => {
    const place = at(before, name, 2);
    expect(shown(place, references(place, true))).toEqual([
      "apiDefinition.swagger.json:15 GetPart",
      "apiProperties.json:4 GetPart",
      "apiProperties.json:11 GetPart",
      "script.csx:5 GetPart",
    ]);
    expect(shown(place, definition(place, plain) as never)).toEqual([
      "apiDefinition.swagger.json:15 GetPart",
    ]);
  });

  it("finds a definition by references that escape its name", () => {
    const place = at('"definitions": { "', "Part/of", 1);
    expect(shown(place, references(place, false))).toEqual([
      "apiDefinition.swagger.json:29 Part~1of",
      "apiDefinition.swagger.json:37 Part~1of",
    ]);
  });

  it("takes the parameters of a path and its template together", () => {
    const place = at('"/tickets/{', "id", 1);
    expect(shown(place, references(place, true))).toEqual([
      "apiDefinition.swagger.json:13 id",
      "apiDefinition.swagger.json:12 id",
      "apiDefinition.swagger.json:24 id",
    ]);
  });

  it("finds the properties that a dynamic reference needs", () => {
    const place = at('"value-path": "', "id");
    expect(shown(place, definition(place, plain) as never)).toEqual([
      "apiDefinition.swagger.json:41 id",
    ]);
    expect(prepareRename(place)).toBeUndefined();
  });

  it("highlights what is in the same file", () => {
    expect(highlights(at('"operationId": "', "GetPart"))).toEqual([
      { range: expect.anything(), kind: 3 },
    ]);
  });

  it("finds a connection parameter behind an escape", () => {
    const place = at("connectionParameters('", "region", 6);
    expect(shown(place, references(place, true))).toEqual([
      "apiProperties.json:3 region",
      "apiProperties.json:10 region",
    ]);
  });

  const withReadme = (readme: string, id?: string) =>
    placeIn(
      `
{
  "paths": {
    "/part": {
      "get": { "operationId": "GetPart", "summary": "Get a part" },
      "put": { "operationId": "Search", "summary": "Search parts" },
      "post": { "operationId": "AddPart", "summary": "AddPart" }
    }
  }
}
//- readme.md
${readme}`.replace(`"${id}"`, `"$0${id}"`),
      "apiDefinition.swagger.json",
    );

  it.each([
    "### GetPart",
    "#### `GetPart` ####",
    "* **GetPart**: gets a part.",
    "1. GetPart",
    "| GetPart | gets a part |",
    "GetPart: gets a part.",
    "Use the GetPart action, which is quick.",
    "Call the action GetPart.",
    "What is not found by `GetPart` is not there.",
    "Gets a part (GetPart).",
    "Gets a part - GetPart",
    "### Search",
    "* `Search`: searches.",
  ])("finds an operation in a readme: %s", (line) => {
    const place = withReadme(line, /GetPart|Search/.exec(line)![0]);
    expect(references(place, false)).toHaveLength(1);
  });

  it.each([
    "GetPart is a connector for parts.",
    "[a picture](images/GetPart.png)",
    "https://contoso.com/GetPart",
    "* GetPart.json",
    "### GetParts",
    "### My-GetPart",
    "### ÄGetPart",
    // These are words.
    "* Search the parts.",
    "Use `Search` for this.",
    // Makers see this as a summary.
    "### AddPart",
  ])("finds none in a readme that means something else: %s", (line) => {
    const place = withReadme(line, /GetPart|Search|AddPart/.exec(line)![0]);
    expect(references(place, false)).toEqual([]);
  });

  it("leads from a readme to the operation", () => {
    const place = withReadme("### Get$0Part");
    expect(shown(place, definition(place, plain) as never)).toEqual([
      "apiDefinition.swagger.json:4 GetPart",
    ]);
  });

  it("finds a connection parameter that a policy writes with other capitals", () => {
    const place = placeIn(
      `
{
  "properties": {
    "connectionParameters": { "ho$0st": { "type": "string" } },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Host",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('Host')" }
      }
    ]
  }
}`,
      "apiProperties.json",
    );
    expect(shown(place, references(place, false))).toEqual(["apiProperties.json:8 Host"]);
  });

  it("knows nothing elsewhere", () => {
    expect(namedAt(at('"swagger": "', "2.0"))).toBeUndefined();
    expect(definition(at('"host": "', "api"), plain)).toEqual([]);
  });
});

describe("rename", () => {
  /** The text of the line of each edit after it. */
  const renamed = (place: ReturnType<typeof at>, name: string) => {
    const { documentChanges = [] } = rename(place, name, able, () => 1)!;
    return documentChanges.flatMap((change) => {
      const { textDocument, edits } = change as {
        textDocument: { uri: string };
        edits: {
          range: { start: { line: number; character: number }; end: { character: number } };
          newText: string;
        }[];
      };
      const file = place.sight.connector.all.find(({ path }) => textDocument.uri.endsWith(path))!;
      return edits.map(({ range, newText }) => {
        const line = file.lines.line(range.start.line);
        return (
          line.slice(0, range.start.character) +
          newText +
          line.slice(range.end.character)
        ).trim();
      });
    });
  };

  it("changes an operation everywhere and says that flows break", () => {
    const place = at('"operationId": "', "GetPart");
    expect(prepareRename(place)).toMatchObject({ placeholder: "GetPart" });
    expect(renamed(place, "ReadPart")).toEqual([
      '"operationId": "ReadPart",',
      '"scriptOperations": ["ReadPart"],',
      '"x-ms-apimTemplate-operationName": ["ReadPart", "ListQueues"]',
      'if (this.Context.OperationId == "ReadPart") return null;',
    ]);
    expect(rename(place, "ReadPart", able, () => 1)).toMatchObject({
      changeAnnotations: { published: { needsConfirmation: true } },
    });
  });

  it("changes an operation in a readme", () => {
    const place = placeIn(
      `
{ "paths": { "/part": { "get": { "operationId": "$0GetPart" } } } }
//- readme.md
# Contoso
### GetPart
The GetPart action gets a part.`,
      "apiDefinition.swagger.json",
    );
    expect(renamed(place, "ReadPart").slice(1)).toEqual([
      "### ReadPart",
      "The ReadPart action gets a part.",
    ]);
  });

  it("escapes a name as each place wants it", () => {
    expect(renamed(at('"definitions": { "', "Part/of"), 'a "b"/c')[1]).toBe(
      '"responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/a \\"b\\"~1c" } }, "404": { "$ref": "#/responses/none" } }',
    );
  });

  it("changes what users enter for a sign-in where it is filled in", () => {
    const place = placeIn(
      `
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2generic",
          "customParameters": {
            "tokenUrlTemplate": { "value": "https://{ho$0st}/token" },
            "tokenBodyTemplate": { "value": "code={Code}" }
          }
        }
      },
      "token:Host": { "type": "string" },
      "other:Code": { "type": "string" }
    }
  }
}`,
      "apiProperties.json",
    );
    expect(prepareRename(place)).toMatchObject({ placeholder: "token:Host" });
    expect(renamed(place, "token:Server")).toEqual([
      '"token:Server": { "type": "string" },',
      '"tokenUrlTemplate": { "value": "https://{Server}/token" },',
    ]);
    for (const name of ["Server", "token:", "token:My server", "tokenServer"])
      expect(() => rename(place, name, able, () => 1)).toThrow('it takes "token:" and letters');
  });

  it("takes path parameters together that one place calls for several operations", () => {
    const operation = (id: string, rest = "") =>
      `"operationId": "${id}", "parameters": [{ "name": "id", "in": "path", "type": "string", "required": true }${rest}], "responses": {}`;
    const body = ', { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Note" } }';
    const place = placeIn(
      `
{
  "paths": {
    "/tasks/{i$0d}": { "get": { ${operation("GetTask")} } },
    "/old/{id}/{task}": { "get": { ${operation("GetOldTask", ', { "name": "task", "in": "path", "type": "string", "required": true }')} } },
    "/notes/{id}": { "post": { ${operation("AddNote", body)} } },
    "/new/{id}": { "post": { ${operation("AddNewNote", body)} } },
    "/lists": { "get": { "operationId": "Lists", "parameters": [{ "name": "of", "in": "query", "type": "string" }], "responses": {} } }
  },
  "definitions": {
    "Note": {
      "type": "object",
      "properties": {
        "list": {
          "type": "string",
          "x-ms-dynamic-list": {
            "operationId": "Lists", "itemValuePath": "id",
            "parameters": { "of": { "parameterReference": "id" } }
          }
        }
      }
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "parameters": {
          "x-ms-apimTemplateParameter.newPath": "/v1/tasks/{id}",
          "x-ms-apimTemplate-operationName": ["GetTask", "GetOldTask"]
        }
      },
      {
        "templateId": "routerequesttoendpoint",
        "parameters": {
          "x-ms-apimTemplateParameter.newPath": "/v1/notes/{id}",
          "x-ms-apimTemplate-operationName": ["AddNote", "GetTask"]
        }
      }
    ]
  }
}`,
      "apiDefinition.swagger.json",
    );
    const paths = renamed(place, "number").flatMap(
      (line) => /"\/[^"]*\{number\}[^"]*"/.exec(line) ?? [],
    );
    expect(new Set(paths)).toEqual(
      new Set([
        '"/tasks/{number}"',
        '"/old/{number}/{task}"',
        '"/notes/{number}"',
        '"/new/{number}"',
        '"/v1/tasks/{number}"',
        '"/v1/notes/{number}"',
      ]),
    );
    expect(renamed(place, "number")).toContain(
      '"parameters": { "of": { "parameterReference": "number" } }',
    );
    expect(() => rename(place, "task", able, () => 1)).toThrow('There is another parameter "task"');
  });

  it("says that the service finds what signs in by its name", () => {
    const place = placeIn(
      `{ "properties": { "connectionParameters": { "api$0_key": { "type": "securestring" }, "region": { "type": "string" } } } }
//- apiDefinition.swagger.json
{ "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } }`,
      "apiProperties.json",
    );
    const description = (name: string) =>
      rename(place, name, able, () => 1)!.changeAnnotations!.published!.description;
    expect(description("secret")).toMatch(/by its name for the security definition "key"\.$/);
    expect(description("apikey")).not.toContain("security definition");
  });

  it("makes no two paths one", () => {
    const path = (name: string, id: string, method: string) =>
      `"/tickets/{${name}}": { "${method}": { "operationId": "${id}", "parameters": [{ "name": "${name.replace("$0", "")}", "in": "path", "type": "string", "required": true }], "responses": {} } }`;
    const place = placeIn(
      `{ "paths": { ${path("i$0d", "GetTicket", "get")}, ${path("key", "DeleteTicket", "delete")} } }`,
      "apiDefinition.swagger.json",
    );
    expect(() => rename(place, "key", able, () => 1)).toThrow(
      'There is another path "/tickets/{key}"',
    );
  });

  it("says why a name will not do", () => {
    const place = at('"operationId": "', "GetPart");
    for (const [name, reason] of [
      ["", "A name is needed"],
      ["List Queues", "no operationId"],
      ["listqueues", 'There is another operation "listqueues"'],
    ] as const)
      expect(() => rename(place, name, able, () => 1)).toThrow(reason);
    expect(() => rename(place, "", able, () => 1)).toThrow(RenameError);
    const parameter = at("connectionParameters('", "region");
    for (const name of ["it's", "a b", "a-b"])
      expect(() => rename(parameter, name, able, () => 1)).toThrow(
        "no name of a connection parameter",
      );
  });

  it("leaves the names that the service gives alone", () => {
    expect(prepareRename(at('"page": { "name": "', "page"))).toBeUndefined();
  });

  it("has no annotation where the editor knows none", () => {
    const edit = rename(at('"operationId": "', "GetPart"), "ReadPart", plain, () => 1)!;
    expect(Object.keys(edit)).toEqual(["changes"]);
  });
});
