import type { ApiDefinition, Operation } from "./apiDefinition.js";
import { type Call, type ExpressionText, readExpressions, readName } from "./expression.js";
import { keep } from "./keep.js";
import { child, type Pointer } from "./pointer.js";
import { asArray, asObject, asString, type JsonObject, member } from "./values.js";

/** The templates of policies by their ids, with what the portal calls a new one. */
export const policyTemplates: ReadonlyMap<string, string> = new Map([
  ["convertarraytoobject", "Convert an array to an object"],
  ["convertobjecttoarray", "Convert an object to an array"],
  ["dynamichosturl", "Set the host"],
  ["dynamicsubdomain", "Set the subdomain"],
  ["encodepropertyvalue", "Encode a property"],
  ["moveproperties", "Move properties"],
  ["pollingtrigger", "Poll for what is new"],
  ["routerequesttoendpoint", "Route the request"],
  ["setconnectionstatustounauthenticated", "Ask to sign in again"],
  ["setheader", "Set a header"],
  ["setproperty", "Set a property"],
  ["setqueryparameter", "Set a query parameter"],
  ["setvaluefromurl", "Set a value from another call"],
  ["stringreplace", "Replace text"],
  ["stringtoarray", "Convert a text to an array"],
  ["updatenextlink", "Update the next link"],
]);

/** The key by which a policy says to which operations it applies; all of them without it. */
export const policyOperationKey = "x-ms-apimTemplate-operationName";

/** The key by which a policy says whether it changes the request or the response. */
export const policySectionKey = "x-ms-apimTemplate-policySection";

const prefix = "x-ms-apimTemplateParameter.";

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
    return title ? `The policy "${title}"` : `A policy "${this.templateId ?? ""}"`;
  }

  get parameters(): JsonObject {
    return asObject(this.value.parameters);
  }

  /** What a parameter of the template is set to, by its name without the prefix. */
  parameter(name: string): unknown {
    return member(this.parameters, prefix + name);
  }

  /** The place of a parameter of the template. */
  at(name: string): Pointer {
    return child(this.pointer, "parameters", prefix + name);
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
