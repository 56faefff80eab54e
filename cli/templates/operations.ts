import type { JsonObject } from "../../connector/values.js";
import type { StartKind } from "./template.js";

/** Operations of a connector, with what belongs to them in the other file. */
export interface Operations {
  /** As a person chooses them. */
  label: string;
  hint: string;
  paths: JsonObject;
  /** The `policyTemplateInstances` without which they do not work. */
  policies?: readonly JsonObject[];
}

const item = { $ref: "#/definitions/Item" };
const itemList = { $ref: "#/definitions/ItemList" };
const refused = { description: "The credentials were refused." };

/** What all the operations are about: an example to put one's own things in the place of. */
export const definitions: JsonObject = {
  Item: {
    type: "object",
    properties: {
      id: { type: "string", title: "ID", description: "What tells the item from all others." },
      name: { type: "string", title: "Name", description: "What people call the item." },
      createdAt: {
        type: "string",
        format: "date-time",
        title: "Created At",
        description: "When the item was created.",
      },
    },
  },
  ItemList: {
    type: "object",
    properties: {
      value: {
        type: "array",
        title: "Items",
        description: "The items, the newest one first.",
        items: item,
      },
    },
  },
};

function idIn(what: string, use: string) {
  return {
    name: "id",
    in: "path",
    required: true,
    type: "string",
    "x-ms-summary": `${what} ID`,
    description: `The ${what.toLowerCase()} to ${use}.`,
    "x-ms-url-encoding": "single",
  };
}

/** The actions that every new connector has. The first one can test connections: it requires no parameter. */
const actions: JsonObject = {
  "/items": {
    get: {
      operationId: "ListItems",
      summary: "List items",
      description: "Returns the items that match the search text.",
      "x-ms-visibility": "important",
      parameters: [
        {
          name: "search",
          in: "query",
          type: "string",
          "x-ms-summary": "Search Text",
          description: "Only items with this text in their name are returned.",
        },
      ],
      responses: {
        200: { description: "The items that match.", schema: itemList },
        401: refused,
      },
    },
  },
  "/items/{id}": {
    get: {
      operationId: "GetItem",
      summary: "Get an item",
      description: "Returns one item with all its details.",
      "x-ms-visibility": "important",
      parameters: [idIn("Item", "return")],
      responses: {
        200: { description: "The item.", schema: item },
        401: refused,
        404: { description: "There is no such item." },
      },
    },
  },
};

/** The operation that is called to see whether a new connection works. */
export const testOperation = "ListItems";

const trigger = {
  operationId: "WhenItemCreated",
  summary: "When an item is created",
  description: "This operation triggers when an item is created.",
  "x-ms-visibility": "important",
};
const triggerHint = { "x-ms-trigger-hint": "To see it work now, create an item." };

/** The service is told an address and calls it. Its answer names in `Location` what ends that. */
const webhook: JsonObject = {
  "/webhooks": {
    "x-ms-notification-content": { description: "The item that was created.", schema: item },
    post: {
      ...trigger,
      "x-ms-trigger": "single",
      ...triggerHint,
      parameters: [
        {
          name: "body",
          in: "body",
          required: true,
          schema: {
            type: "object",
            required: ["callbackUrl"],
            properties: {
              callbackUrl: {
                type: "string",
                title: "Callback URL",
                description: "The address that is called when an item is created.",
                "x-ms-visibility": "internal",
                "x-ms-notification-url": true,
              },
            },
          },
        },
      ],
      responses: {
        201: {
          description: "The webhook was created.",
          headers: {
            Location: {
              type: "string",
              "x-ms-summary": "Location",
              description: "The address that deletes the webhook.",
            },
          },
        },
        401: refused,
      },
    },
  },
  "/webhooks/{id}": {
    delete: {
      operationId: "DeleteWebhook",
      summary: "Delete a webhook",
      description: "Ends the calls when the flow is turned off.",
      "x-ms-visibility": "internal",
      parameters: [idIn("Webhook", "delete")],
      responses: { 204: { description: "The webhook was deleted." } },
    },
  },
};

/** The platform asks for what is newer than the newest item of the last answer. */
const polling: JsonObject = {
  "/new-items": {
    get: {
      ...trigger,
      "x-ms-trigger": "batch",
      "x-ms-trigger-metadata": { kind: "query", mode: "polling" },
      ...triggerHint,
      parameters: [
        {
          name: "since",
          in: "query",
          type: "string",
          format: "date-time",
          "x-ms-summary": "Since",
          description: "Only items that were created after this time are returned.",
          "x-ms-visibility": "internal",
        },
      ],
      responses: {
        200: { description: "The new items.", schema: itemList },
        202: { description: "There are no new items." },
        401: refused,
      },
    },
  },
};
const pollingPolicy = {
  templateId: "pollingtrigger",
  title: "Remember the newest item",
  type: "PollingTrigger",
  parameters: {
    "x-ms-apimTemplateParameter.triggerConfig": { since: "@{triggerBody().value[0].createdAt}" },
    "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody().value",
    "x-ms-apimTemplate-operationName": [trigger.operationId],
  },
};

export const operations: Readonly<Record<StartKind, Operations>> = {
  action: { label: "Actions", hint: "a list and a single item", paths: actions },
  webhook: {
    label: "Actions and a webhook trigger",
    hint: "the service calls when something happens",
    paths: { ...actions, ...webhook },
  },
  polling: {
    label: "Actions and a polling trigger",
    hint: "the service is asked regularly",
    paths: { ...actions, ...polling },
    policies: [pollingPolicy],
  },
};
