import type { ApiProperties, ConnectionParameter } from "../connector/apiProperties.js";
import { child, type Pointer } from "../connector/pointer.js";
import { asArray, asObject, isObject, type JsonObject, strings } from "../connector/values.js";
import type { Mark } from "./places.js";
import type { Showing } from "./showing.js";

/** How a connection is made. */
export interface Connecting {
  /** The ways to connect; none when that is not known. One without any parameters needs no sign-in. */
  ways: readonly Way[];
  /** What the ways are called as a whole, when there are several to choose from. */
  label: string | undefined;
  description: string | undefined;
  /** What concerns signing in as a whole. */
  marks: readonly Mark[];
}

/** A way to connect: a dialog of its own. */
export interface Way {
  key: string;
  /** Its name among several. */
  label: string | undefined;
  description: string | undefined;
  fields: readonly ConnectionField[];
  /** How many parameters users never see. */
  hidden: number;
  marks: readonly Mark[];
}

export interface ConnectionField {
  key: string;
  label: string;
  name: string;
  description: string | undefined;
  tooltip: string | undefined;
  isRequired: boolean;
  control: ConnectionControl;
  default: string | undefined;
  /** What must hold for the field to be there, as sentences. */
  conditions: readonly string[];
  marks: readonly Mark[];
}

export type ConnectionControl =
  | { kind: "text" | "secret" | "number" | "yesNo" | "gateway" }
  | { kind: "choice"; options: readonly { value: string; text: string }[] }
  | { kind: "signIn"; provider: string; scopes: readonly string[] };

const plain = "/properties/connectionParameters";
const sets = "/properties/connectionParameterSets";

/** The ways to connect that the properties tell: each set of parameters, or the parameters that are in none. */
export function connectingOf(properties: ApiProperties | undefined, showing: Showing): Connecting {
  const { places } = showing;
  const marks = places.show(
    ...[plain, sets].map((pointer) => showing.inProperties(pointer)),
    ...["/securityDefinitions", "/security"].map((pointer) => showing.inDefinition(pointer)),
  );
  const declared = asObject(properties?.properties.connectionParameterSets);
  const ways = asArray(declared.values).flatMap((set, index): Way[] => {
    if (properties === undefined || !isObject(set)) return [];
    const pointer = child(sets, "values", index);
    const { displayName, description } = asObject(set.uiDefinition);
    return [
      {
        key: `set ${index}`,
        label: showing.text(displayName) ?? showing.text(set.name) ?? `Set ${index + 1}`,
        description: showing.text(description),
        ...fieldsBelow(child(pointer, "parameters"), properties, showing),
        marks: places.show(showing.inProperties(pointer)),
      },
    ];
  });
  const { displayName, description } = asObject(declared.uiDefinition);
  if (ways.length === 0 && properties !== undefined)
    ways.push({
      key: "only",
      label: undefined,
      description: undefined,
      ...fieldsBelow(plain, properties, showing),
      marks: [],
    });
  return {
    ways,
    label: showing.text(displayName),
    description: showing.text(description),
    marks,
  };
}

function fieldsBelow(
  pointer: Pointer,
  properties: ApiProperties,
  showing: Showing,
): Pick<Way, "fields" | "hidden"> {
  const own = properties.connectionParameters.filter(
    (parameter) => parameter.pointer === child(pointer, parameter.name),
  );
  const hasGateway = own.some(({ value }) => typeOf(value) === "gatewaysetting");
  const fields = [...own]
    .sort((a, b) => tabIndexOf(a) - tabIndexOf(b))
    .flatMap((parameter) => fieldOf(parameter, hasGateway, showing) ?? []);
  return { fields, hidden: own.length - fields.length };
}

function uiOf({ value }: ConnectionParameter) {
  const shown = asObject(value.uiDefinition);
  return { shown, constraints: asObject(shown.constraints) };
}

/** Those without an index come first, in the order in which they are written. */
function tabIndexOf(parameter: ConnectionParameter): number {
  const { shown, constraints } = uiOf(parameter);
  const index = Number(constraints.tabIndex ?? shown.tabIndex ?? 0);
  return Number.isFinite(index) ? index : 0;
}

function fieldOf(
  parameter: ConnectionParameter,
  hasGateway: boolean,
  showing: Showing,
): ConnectionField | undefined {
  const { name, pointer, value } = parameter;
  const { shown, constraints } = uiOf(parameter);
  // Booleans are a fault that another place tells, and what is meant is clear.
  if (String(constraints.hidden).toLowerCase() === "true") return undefined;
  const control = controlOf(parameter, showing);
  return {
    key: pointer,
    label: showing.text(shown.displayName) ?? name,
    name,
    description: showing.text(shown.description),
    tooltip: showing.text(shown.tooltip),
    isRequired: String(constraints.required).toLowerCase() === "true",
    control,
    default:
      control.kind === "secret" || isSecure(parameter)
        ? undefined
        : showing.value(value.defaultValue, name),
    conditions: conditionsOf(parameter, hasGateway, showing),
    marks: showing.places.show(showing.inProperties(pointer)),
  };
}

/** The type, in lower case: capitals are a fault that is told elsewhere, and what is meant is clear. */
function typeOf({ type }: JsonObject): string {
  return String(type).toLowerCase();
}

function isSecure({ value }: ConnectionParameter): boolean {
  return typeOf(value) === "securestring";
}

function controlOf(parameter: ConnectionParameter, showing: Showing): ConnectionControl {
  const { value } = parameter;
  const { constraints } = uiOf(parameter);
  switch (typeOf(value)) {
    case "oauthsetting": {
      const { identityProvider, scopes } = asObject(value.oAuthSettings);
      return {
        kind: "signIn",
        provider: showing.text(identityProvider) ?? "",
        scopes: strings(scopes).flatMap((scope) => showing.text(scope) ?? []),
      };
    }
    case "gatewaysetting":
      return { kind: "gateway" };
    case "bool":
      return { kind: "yesNo" };
  }
  const options = [...asArray(constraints.allowedValues), ...asArray(value.allowedValues)].flatMap(
    (allowed) => {
      const { value, text, uiDefinition } = asObject(allowed);
      const shown = showing.value(value);
      if (shown === undefined) return [];
      const title = showing.text(text) ?? showing.text(asObject(uiDefinition).displayName);
      return [{ value: shown, text: title ?? shown }];
    },
  );
  if (options.length > 0) return { kind: "choice", options };
  const isClear = constraints.clearText ?? !isSecure(parameter);
  if (isClear !== true) return { kind: "secret" };
  return { kind: typeOf(value) === "int" ? "number" : "text" };
}

function conditionsOf(
  parameter: ConnectionParameter,
  hasGateway: boolean,
  showing: Showing,
): string[] {
  const { constraints } = uiOf(parameter);
  const conditions: string[] = [];
  const capabilities = strings(constraints.capability);
  if (capabilities.length === 1 && capabilities[0] === "gateway")
    conditions.push("Shown only for a connection through an on-premises data gateway.");
  if (hasGateway && capabilities.length === 1 && capabilities[0] === "cloud")
    conditions.push("Shown only for a connection without an on-premises data gateway.");
  for (const [other, dependency] of Object.entries(asObject(constraints.dependencies))) {
    const values = strings(asObject(dependency).values).flatMap((each) => showing.text(each) ?? []);
    if (values.length > 0)
      conditions.push(
        `Shown only when "${other}" is ${values.map((each) => `"${each}"`).join(" or ")}.`,
      );
  }
  return conditions;
}
