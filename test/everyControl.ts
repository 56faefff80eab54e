/** A connector of Contoso that has every way to fill in a field, to connect and to give something back. */

const ticket = {
  type: "object",
  required: ["subject"],
  properties: {
    note: { type: "string", title: "Note", "x-ms-visibility": "advanced" },
    priority: {
      type: "string",
      "x-ms-summary": "Priority",
      description: "How soon somebody looks at it.",
      default: "normal",
      enum: ["low", "normal", "high"],
      "x-ms-enum-values": [
        { value: "low", displayName: "Whenever there is time" },
        { value: "high", displayName: "At once" },
      ],
    },
    subject: { type: "string", "x-ms-summary": "Subject", description: "What it is about." },
    "source-id": { type: "string", "x-ms-visibility": "internal", default: "flow" },
    customer: {
      type: "object",
      title: "Customer",
      required: ["mail"],
      properties: {
        mail: { type: "string", "x-ms-summary": "Mail", format: "email" },
        address: { $ref: "#/definitions/Address" },
      },
    },
    urgent: {
      type: "boolean",
      "x-ms-summary": "Urgent",
      default: false,
      "x-ms-visibility": "important",
    },
    due: { type: "string", format: "date-time", "x-ms-summary": "Due" },
    day: { type: "string", format: "date", "x-ms-summary": "Day" },
    hours: { type: "number", "x-ms-summary": "Hours", default: 1.5 },
    tags: { type: "array", "x-ms-summary": "Tags", items: { type: "string" } },
    attachments: {
      type: "array",
      "x-ms-summary": "Attachments",
      description: "Files that belong to it.",
      items: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", "x-ms-summary": "File Name" },
          content: { type: "string", format: "byte", "x-ms-summary": "File Content" },
        },
      },
    },
    extra: { type: "object", "x-ms-summary": "Extra" },
    parent: { $ref: "#/definitions/Ticket" },
    team: {
      type: "string",
      "x-ms-summary": "Team",
      "x-ms-dynamic-list": {
        operationId: "ListTeams",
        itemsPath: "value",
        itemValuePath: "id",
        itemTitlePath: "name",
        parameters: { queue: { parameterReference: "queue" } },
      },
    },
    form: {
      type: "object",
      "x-ms-summary": "Form",
      "x-ms-dynamic-properties": {
        operationId: "GetForm",
        itemValuePath: "schema",
        parameters: { team: { parameterReference: "body/team" } },
      },
    },
  },
};

const list = (items: object) => ({
  200: {
    description: "OK",
    schema: {
      type: "object",
      properties: { value: { type: "array", title: "Tickets", items } },
    },
  },
});

export const definition = {
  swagger: "2.0",
  info: {
    title: "Contoso Desk",
    description: "Tickets of a help desk, with everything that a form can ask for.",
    version: "1.0",
    contact: { name: "Contoso Support", url: "https://contoso.com/support" },
  },
  host: "api.contoso.com",
  basePath: "/",
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  paths: {
    "/queues/{queue}/tickets": {
      parameters: [{ $ref: "#/parameters/Queue" }],
      post: {
        operationId: "CreateTicket",
        summary: "Create a ticket",
        description: "Creates a ticket in a queue.",
        parameters: [
          { name: "dry", in: "query", type: "boolean", "x-ms-visibility": "advanced" },
          {
            name: "api-version",
            in: "query",
            type: "string",
            required: true,
            default: "1",
            "x-ms-visibility": "internal",
          },
          { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Ticket" } },
        ],
        responses: {
          201: { description: "Created", schema: { $ref: "#/definitions/Ticket" } },
        },
      },
      get: {
        operationId: "OnNewTicket",
        summary: "When a ticket is created",
        description: "Triggers for each new ticket.",
        "x-ms-trigger": "batch",
        "x-ms-visibility": "important",
        parameters: [
          {
            name: "since",
            in: "query",
            type: "string",
            "x-ms-visibility": "internal",
          },
        ],
        responses: {
          200: {
            description: "OK",
            schema: { type: "array", items: { $ref: "#/definitions/Summary" } },
          },
        },
      },
    },
    "/hooks": {
      "x-ms-notification-content": {
        description: "A ticket that was closed",
        schema: {
          type: "object",
          properties: {
            ticket: { $ref: "#/definitions/Summary" },
            by: { type: "string", "x-ms-summary": "Closed By", "x-ms-visibility": "important" },
          },
        },
      },
      post: {
        operationId: "OnClosed",
        summary: "When a ticket is closed",
        description: "Triggers when a ticket is closed.",
        "x-ms-trigger": "single",
        "x-ms-trigger-hint": "Close a ticket to see it work now.",
        parameters: [
          {
            name: "body",
            in: "body",
            required: true,
            schema: {
              type: "object",
              required: ["url"],
              properties: {
                url: {
                  type: "string",
                  "x-ms-notification-url": true,
                  "x-ms-visibility": "internal",
                },
              },
            },
          },
        ],
        responses: { 201: { description: "Created" } },
      },
    },
    "/files": {
      post: {
        operationId: "UploadFile",
        summary: "Upload a file",
        description: "Uploads a file.",
        deprecated: true,
        "x-ms-visibility": "advanced",
        consumes: ["multipart/form-data"],
        parameters: [
          { name: "file", in: "formData", type: "file", required: true, "x-ms-summary": "File" },
          {
            name: "folder",
            in: "formData",
            type: "string",
            "x-ms-summary": "Folder",
            "x-ms-dynamic-tree": {
              settings: { canSelectParentNodes: true, canSelectLeafNodes: true },
              open: { operationId: "ListFolders", itemsPath: "value", itemValuePath: "id" },
              browse: { operationId: "ListFolders", itemsPath: "value", itemValuePath: "id" },
            },
          },
        ],
        responses: { 204: { description: "Done" } },
      },
    },
    "/forms/{team}": {
      get: {
        operationId: "GetForm",
        summary: "Get the form of a team",
        description: "Returns the schema of a form.",
        "x-ms-visibility": "internal",
        parameters: [
          {
            name: "team",
            in: "path",
            required: true,
            type: "string",
            "x-ms-summary": "Team",
            "x-ms-url-encoding": "single",
          },
        ],
        responses: {
          200: {
            description: "OK",
            schema: { type: "object", properties: { schema: { type: "object" } } },
          },
        },
      },
    },
    "/teams": {
      get: {
        operationId: "ListTeams",
        summary: "List teams",
        description: "Returns the teams of a queue.",
        parameters: [{ name: "queue", in: "query", type: "string", "x-ms-summary": "Queue" }],
        responses: list({
          type: "object",
          properties: {
            id: { type: "string", title: "ID" },
            name: { type: "string", title: "Name" },
          },
        }),
      },
    },
    "/folders": {
      get: {
        operationId: "ListFolders",
        summary: "List folders",
        description: "Returns the folders.",
        "x-ms-visibility": "internal",
        responses: list({ type: "object", properties: { id: { type: "string", title: "ID" } } }),
      },
    },
    "/forms/{team}/answers": {
      post: {
        operationId: "GetAnswers",
        summary: "Get the answers",
        description: "Returns the answers of a form.",
        parameters: [
          {
            name: "team",
            in: "path",
            required: true,
            type: "string",
            "x-ms-summary": "Team",
            "x-ms-url-encoding": "single",
          },
          {
            name: "fields",
            in: "body",
            schema: { type: "array", title: "Fields", items: { type: "string", enum: ["a", "b"] } },
          },
        ],
        responses: {
          200: {
            description: "OK",
            schema: {
              type: "object",
              "x-ms-dynamic-schema": {
                operationId: "GetForm",
                "value-path": "schema",
                parameters: { team: { parameter: "team" } },
              },
            },
          },
        },
      },
    },
  },
  parameters: {
    Queue: {
      name: "queue",
      in: "path",
      required: true,
      type: "string",
      "x-ms-summary": "Queue",
      description: "The queue of the ticket.",
      "x-ms-url-encoding": "single",
    },
  },
  definitions: {
    Ticket: ticket,
    Address: {
      type: "object",
      title: "Address",
      properties: { city: { type: "string", "x-ms-summary": "City" } },
    },
    Summary: {
      type: "object",
      properties: {
        id: { type: "integer", "x-ms-summary": "ID", description: "The number of the ticket." },
        secretNote: { type: "string", "x-ms-visibility": "internal" },
        closed: { type: "boolean", "x-ms-summary": "Closed" },
        created: { type: "string", format: "date-time", title: "Created" },
        customer: {
          type: "object",
          "x-ms-summary": "Customer",
          properties: { mail: { type: "string", "x-ms-summary": "Mail" } },
        },
        related: { type: "array", title: "Related", items: { $ref: "#/definitions/Summary" } },
      },
    },
  },
};

export const properties = {
  properties: {
    iconBrandColor: "#0b6a53",
    publisher: "Contoso",
    connectionParameterSets: {
      uiDefinition: { displayName: "Authentication Type", description: "How you sign in." },
      values: [
        {
          name: "key",
          uiDefinition: { displayName: "API key", description: "With a key of your account." },
          parameters: {
            region: {
              type: "string",
              uiDefinition: {
                displayName: "Region",
                description: "Where your data is.",
                constraints: {
                  tabIndex: 2,
                  required: "true",
                  allowedValues: [
                    { text: "Europe", value: "eu" },
                    { text: "Asia", value: "as" },
                  ],
                },
              },
            },
            api_key: {
              type: "securestring",
              defaultValue: "kX93-Contoso-7Lq2",
              uiDefinition: {
                displayName: "Key",
                description: "The key of your account.",
                tooltip: "Found in your profile.",
                constraints: { tabIndex: 1, required: "true", clearText: false },
              },
            },
            site: {
              type: "string",
              uiDefinition: { constraints: { hidden: "true", required: "false" } },
            },
          },
        },
        {
          name: "oauth",
          uiDefinition: { displayName: "Sign in", description: "With your account." },
          parameters: {
            token: {
              type: "oauthSetting",
              oAuthSettings: {
                identityProvider: "oauth2",
                clientId: "8b1c-contoso-client-42",
                scopes: ["tickets.read", "tickets.write"],
                customParameters: {
                  authorizationUrl: { value: "https://login.contoso.com/authorize" },
                  tokenUrl: { value: "https://login.contoso.com/token" },
                  refreshUrl: { value: "https://login.contoso.com/token" },
                },
              },
            },
          },
        },
        {
          name: "gateway",
          uiDefinition: { displayName: "On-premises", description: "Through a gateway." },
          parameters: {
            gateway: { type: "gatewaySetting", uiDefinition: { displayName: "Gateway" } },
            useTls: {
              type: "bool",
              uiDefinition: {
                displayName: "Encrypt",
                description: "Whether to encrypt.",
                constraints: { capability: ["gateway"] },
              },
            },
          },
        },
      ],
    },
  },
};
