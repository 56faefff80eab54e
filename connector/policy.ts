import type { ApiDefinition, Operation } from "./apiDefinition.js";
import { type Call, type ExpressionText, readExpressions, readName } from "./expression.js";
import { keep } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import type { Span } from "./text.js";
import { asArray, asObject, asString, type JsonObject, member } from "./values.js";

/** What can be done to requests and responses on their way. */
export interface PolicyTemplate {
  /** What the portal calls a new policy of it. */
  title: string;
  /** What it does, in sentences. */
  purpose: string;
  /** What it changes as a rule, when it can change requests as well as responses and so has to say which. */
  section?: "Request" | "Response";
}

/** The templates of policies by their ids. */
export const policyTemplates: ReadonlyMap<string, PolicyTemplate> = new Map<string, PolicyTemplate>(
  [
    [
      "convertarraytoobject",
      {
        title: "Convert an array to an object",
        purpose:
          "Turns a list into an object. A property of each item becomes the key under which the item stands.",
        section: "Request",
      },
    ],
    [
      "convertobjecttoarray",
      {
        title: "Convert an object to an array",
        purpose:
          "Turns an object into a list. Each of its properties becomes an item with the key and the value.",
        section: "Response",
      },
    ],
    [
      "dynamichosturl",
      {
        title: "Set the host",
        purpose:
          "Sends requests to an address that is put together when they are made, most often from what users enter in the connection. It takes the place of scheme, host and basePath.",
      },
    ],
    [
      "dynamicsubdomain",
      {
        title: "Set the subdomain",
        purpose:
          "Sends requests to an address that is put together when they are made, as dynamichosturl does, which nearly all connectors use instead.",
      },
    ],
    [
      "encodepropertyvalue",
      {
        title: "Encode a property",
        purpose: "Writes the value of a property as it has to be written in an address.",
        section: "Request",
      },
    ],
    [
      "moveproperties",
      {
        title: "Move properties",
        purpose: "Moves a property from one object to another, or only what is inside it.",
        section: "Request",
      },
    ],
    [
      "pollingtrigger",
      {
        title: "Poll for what is new",
        purpose:
          "Makes an operation that lists something a polling trigger. It says where the new items are in the answer and what the next poll asks for, so that each item starts a flow once.",
      },
    ],
    [
      "routerequesttoendpoint",
      {
        title: "Route the request",
        purpose:
          "Calls another path than that of the operation, and another method where one is given. So one path of the service can have several operations.",
      },
    ],
    [
      "setconnectionstatustounauthenticated",
      {
        title: "Ask to sign in again",
        purpose:
          "Marks the connection as broken when the test of the connection is answered with a certain status, so that its user signs in again. It needs testConnection in the API definition.",
      },
    ],
    [
      "setheader",
      {
        title: "Set a header",
        purpose: "Adds a header to requests or responses, or changes one.",
        section: "Request",
      },
    ],
    [
      "setproperty",
      {
        title: "Set a property",
        purpose: "Writes a property into the body.",
        section: "Request",
      },
    ],
    [
      "setqueryparameter",
      {
        title: "Set a query parameter",
        purpose: "Adds a query parameter to requests, or changes one.",
      },
    ],
    [
      "setvaluefromurl",
      {
        title: "Set a value from another call",
        purpose:
          "Makes another call first and puts a value of its answer into a header or a query parameter.",
        section: "Request",
      },
    ],
    [
      "stringreplace",
      {
        title: "Replace text",
        purpose: "Replaces a text wherever it stands in the value of a property.",
        section: "Request",
      },
    ],
    [
      "stringtoarray",
      {
        title: "Convert a text to an array",
        purpose: "Splits the text of a property into a list of objects.",
        section: "Request",
      },
    ],
    [
      "updatenextlink",
      {
        title: "Update the next link",
        purpose:
          "Makes the address of the next page one that goes through the platform, with the connection of the user. It is for operations with x-ms-pageable.",
      },
    ],
  ],
);

/** The key by which a policy says to which operations it applies; all of them without it. */
export const policyOperationKey = "x-ms-apimTemplate-operationName";

/** The key by which a policy says whether it changes the request or the response. */
export const policySectionKey = "x-ms-apimTemplate-policySection";

/** What stands before the name of each parameter of a template. */
export const policyParameterPrefix = "x-ms-apimTemplateParameter.";

/** An instance of a policy template: how requests or responses of some operations are changed on their way. */
export class Policy {
  constructor(
    readonly pointer: Pointer,
    readonly value: JsonObject,
  ) {}

  get templateId(): string | undefined {
    return asString(this.value.templateId);
  }

  /** The id of the template as it is in the list of them: capitals do not count. */
  get template(): string | undefined {
    return this.templateId?.trim().toLowerCase();
  }

  /** What a message calls it. */
  get label(): string {
    const title = asString(this.value.title)?.trim();
    if (title) return `The policy "${title}"`;
    return this.templateId?.trim() ? `A policy "${this.templateId}"` : "A policy";
  }

  get parameters(): JsonObject {
    return asObject(this.value.parameters);
  }

  /** What a parameter of the template is set to, by its name without the prefix. */
  parameter(name: string): unknown {
    return member(this.parameters, policyParameterPrefix + name);
  }

  /** The place of a parameter of the template. */
  at(name: string): Pointer {
    return child(this.pointer, "parameters", policyParameterPrefix + name);
  }

  /** A parameter of the template that is a text, with its expressions. */
  text(name: string): PolicyText | undefined {
    const pointer = this.at(name);
    return this.texts.find((text) => text.pointer === pointer);
  }

  get section(): string | undefined {
    return asString(member(this.parameters, policySectionKey));
  }

  /** Whether it changes what is sent, as far as it says so. */
  get isOfRequest(): boolean {
    return this.section === undefined || this.section.toLowerCase() === "request";
  }

  /** The operations that it names, with the places; none when it applies to all. */
  get namedOperations(): readonly { name: string; pointer: Pointer }[] {
    const names = asArray(member(this.parameters, policyOperationKey)).flatMap((name, index) =>
      typeof name === "string"
        ? [{ name, pointer: child(this.pointer, "parameters", policyOperationKey, index) }]
        : [],
    );
    return keep(this, "namedOperations", names);
  }

  /** Whether it names no operation, and so applies to each. */
  get isForAll(): boolean {
    const names = member(this.parameters, policyOperationKey);
    return names === undefined || (Array.isArray(names) && names.length === 0);
  }

  appliesTo({ id }: Operation): boolean {
    return this.isForAll || this.namedOperations.some(({ name }) => name === id);
  }

  /** The operations to which it applies, those that it names in vain left out. */
  operationsOf(definition: ApiDefinition): readonly Operation[] {
    return definition.operations.filter((operation) => this.appliesTo(operation));
  }

  /**
   * The variables of the path of an operation that a route puts into its new path, each with its place between braces in
   * that text. Braces of an expression are none.
   */
  get routeVariables(): readonly ({ name: string } & Span)[] {
    const path =
      this.template === "routerequesttoendpoint" ? this.text("newPath")?.text : undefined;
    return [...(path ?? "").matchAll(/(?<!@)\{([\w.-]+)\}/g)].map(({ 1: name = "", index }) => ({
      name,
      offset: index + 1,
      length: name.length,
    }));
  }

  /** Every text of its parameters in which expressions can stand. */
  get texts(): readonly PolicyText[] {
    const texts: PolicyText[] = [];
    const visit = (pointer: Pointer, value: unknown) => {
      if (typeof value === "string")
        texts.push({ policy: this, pointer, text: value, ...readExpressions(value) });
      if (typeof value === "object" && value !== null)
        for (const [key, item] of Object.entries(value)) visit(child(pointer, key), item);
    };
    for (const [key, value] of Object.entries(this.parameters))
      if (key !== policyOperationKey && key !== policySectionKey)
        visit(child(this.pointer, "parameters", key), value);
    return keep(this, "texts", texts);
  }
}

/** A text of a policy with the expressions in it. */
export interface PolicyText extends ExpressionText {
  policy: Policy;
  pointer: Pointer;
  text: string;
}

/** A place in which an expression reads a value by its name. */
export interface NamedUse {
  by: "connectionParameters" | "headers" | "queryParameters";
  name: string;
  /** Whether it says what counts when there is no such value. */
  hasDefault: boolean;
  /** The text that holds it, and its place. */
  in: PolicyText;
  pointer: Pointer;
  call: Call;
}

/** Every place in policies in which an expression reads a connection parameter, a header or a query parameter. */
export function readNamedUses(policies: readonly Policy[]): NamedUse[] {
  return policies.flatMap(({ texts }) =>
    texts.flatMap((text) =>
      text.calls.flatMap((call): NamedUse[] => {
        const { function: by } = call;
        const name = readName(call);
        if (name === undefined) return [];
        if (by !== "connectionParameters" && by !== "headers" && by !== "queryParameters")
          return [];
        const hasDefault = call.arguments.length > 1;
        return [{ by, name, hasDefault, in: text, pointer: text.pointer, call }];
      }),
    ),
  );
}
