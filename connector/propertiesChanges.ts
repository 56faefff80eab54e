import type { ApiProperties, ConnectionParameter } from "./apiProperties.js";
import {
  type Change,
  type ChangeKind,
  changedMembers,
  type MemberChange,
  placeOf,
} from "./change.js";
import { child, type Pointer } from "./pointer.js";
import type { Policy } from "./policy.js";
import { isSecretName } from "./secrets.js";
import {
  asArray,
  asObject,
  asString,
  isEqual,
  isObject,
  type JsonObject,
  member,
} from "./values.js";

/** What has changed in the properties: ways to connect with their parameters, policies, and the rest member by member. */
export function changesOfProperties(before: ApiProperties, after: ApiProperties): Change[] {
  const comparison = new PropertiesComparison(before, after);
  comparison.run();
  return comparison.changes;
}

class PropertiesComparison {
  readonly changes: Change[] = [];
  private readonly setsBefore: ReadonlyMap<string, Pointer>;
  private readonly setsAfter: ReadonlyMap<string, Pointer>;

  constructor(
    private readonly before: ApiProperties,
    private readonly after: ApiProperties,
  ) {
    this.setsBefore = setsOf(before);
    this.setsAfter = setsOf(after);
  }

  run(): void {
    this.compareSets();
    for (const old of this.before.connectionParameters) this.compareOld(old);
    for (const now of this.after.connectionParameters) this.findNew(now);
    this.comparePolicies();
    const owner = { value: this.after.properties, pointer: "/properties" };
    for (const change of changedMembers(
      this.before.properties,
      this.after.properties,
      (key) => !comparedMembers.has(key),
    ))
      this.addMember(change, change.key, "the connector", owner);
  }

  private compareSets(): void {
    const { setsBefore, setsAfter } = this;
    const what = (name: string) => `the connection parameter set "${name}"`;
    for (const name of setsBefore.keys())
      if (!setsAfter.has(name))
        this.add(
          "authenticationRemoved",
          `connectionParameterSets/${name}`,
          what(name),
          setsPlace(this.after.properties),
          name,
          undefined,
        );
    for (const [name, pointer] of setsAfter)
      if (!setsBefore.has(name) && setsBefore.size > 0)
        this.add(
          "compatible",
          `connectionParameterSets/${name}`,
          what(name),
          pointer,
          undefined,
          name,
          "was added",
        );
  }

  private compareOld(old: ConnectionParameter): void {
    const { name, set } = old;
    if (set !== undefined && !this.setsAfter.has(set)) return;
    const among = this.after.connectionParameters;
    // What one way to connect had may have become one of several.
    const now =
      among.find((each) => each.name === name && each.set === set) ??
      (set === undefined ? among.find((each) => each.name === name) : undefined);
    if (now !== undefined) this.compare(old, now);
    else
      this.add(
        "connectionParameterRemoved",
        pathOf(old),
        labelOf(old),
        parametersPlace(this.after, set, this.setsAfter),
        asString(old.value.type) ?? name,
        undefined,
      );
  }

  private compare(old: ConnectionParameter, now: ConnectionParameter): void {
    const path = pathOf(old);
    const what = labelOf(old);
    const [oldType, newType] = [typeOf(old), typeOf(now)];
    if (oldType !== newType)
      this.add(
        kindOfTypes(oldType, newType),
        `${path}/type`,
        what,
        placeOf(now, "type"),
        old.value.type,
        now.value.type,
        'has another "type"',
      );
    const [wasRequired, isRequired] = [isNeeded(old), isNeeded(now)];
    const constraints = constraintsOf(now);
    if (oldType === newType && wasRequired !== isRequired)
      this.add(
        isRequired ? "connectionParameterRequired" : "compatible",
        `${path}/required`,
        what,
        "required" in constraints.value ? child(constraints.pointer, "required") : now.pointer,
        wasRequired,
        isRequired,
        "is optional now",
      );
    const [oldSettings, newSettings] = [settingsOf(old), settingsOf(now)];
    const [oldProvider, newProvider] = [oldSettings, newSettings].map(({ value }) =>
      asString(value.identityProvider),
    );
    if (
      oldProvider !== undefined &&
      newProvider !== undefined &&
      oldProvider.toLowerCase() !== newProvider.toLowerCase()
    )
      this.add(
        "authenticationRemoved",
        `${path}/oAuthSettings/identityProvider`,
        what,
        child(newSettings.pointer, "identityProvider"),
        oldProvider,
        newProvider,
      );
    const rest = [
      ["", old, now],
      ["/oAuthSettings", oldSettings, newSettings],
      ["/uiDefinition", shownOf(old), shownOf(now)],
      ["/uiDefinition/constraints", constraintsOf(old), constraintsOf(now)],
    ] as const;
    for (const [end, { value: before }, owner] of rest)
      for (const change of changedMembers(before, owner.value, (key) => !parameterMembers.has(key)))
        this.addMember(change, `${path}${end}/${change.key}`, what, owner);
  }

  private findNew(now: ConnectionParameter): void {
    const { name, set, pointer, value } = now;
    const isKnown = this.before.connectionParameters.some(
      (each) => each.name === name && (each.set === set || set !== undefined),
    );
    if (isKnown || (set !== undefined && !this.setsBefore.has(set))) return;
    const type = asString(value.type) ?? name;
    if (isNeeded(now))
      this.add("connectionParameterRequired", pathOf(now), labelOf(now), pointer, undefined, type);
    else this.add("compatible", pathOf(now), labelOf(now), pointer, undefined, type, "was added");
  }

  /** Policies have no names that must differ; one is the same as another with its title. */
  private comparePolicies(): void {
    const isIn = (policies: readonly Policy[], { value }: Policy) =>
      policies.some((other) => isEqual(other.value, value));
    const gone = this.before.policies.filter((old) => !isIn(this.after.policies, old));
    const come = this.after.policies.filter((now) => !isIn(this.before.policies, now));
    const list = placeOf(
      { value: this.after.properties, pointer: "/properties" },
      "policyTemplateInstances",
    );
    const tell = (policy: Policy, pointer: Pointer, did: string) => {
      const { label } = policy;
      const what = `${label[0]!.toLowerCase()}${label.slice(1)}`;
      this.add("compatible", "policyTemplateInstances", what, pointer, undefined, undefined, did);
    };
    for (const old of gone) {
      const index = come.findIndex((now) => now.label === old.label);
      const [now] = index < 0 ? [] : come.splice(index, 1);
      if (now === undefined) tell(old, list, "was removed");
      else tell(now, now.pointer, "does something else");
    }
    for (const now of come) tell(now, now.pointer, "was added");
  }

  private addMember(
    { key, old, new: now, did }: MemberChange,
    path: string,
    what: string,
    owner: { value: JsonObject; pointer: Pointer },
  ): void {
    const isShown = !isSecretName(key) && key !== "defaultValue";
    const values = isShown ? ([old, now] as const) : ([undefined, undefined] as const);
    this.add("compatible", path, what, placeOf(owner, key), ...values, did);
  }

  private add(
    kind: ChangeKind,
    path: string,
    what: string,
    pointer: Pointer,
    old: unknown,
    now: unknown,
    did?: string,
  ): void {
    this.changes.push({
      kind,
      path,
      what,
      old,
      new: now,
      file: "apiProperties",
      pointer,
      others: 0,
      ...(did !== undefined && { did }),
    });
  }
}

/** What is compared in a way of its own. */
const comparedMembers = new Set([
  "connectionParameters",
  "connectionParameterSets",
  "policyTemplateInstances",
]);
const parameterMembers = new Set([
  "type",
  "oAuthSettings",
  "identityProvider",
  "uiDefinition",
  "constraints",
  "required",
]);

/** The types whose values users enter and connections hold, and those that stand for something else. */
const valueTypes = new Set(["string", "securestring", "int", "bool"]);
const otherTypes = new Set(["oauthsetting", "gatewaysetting"]);

/** What it means that a parameter is of another type; with a word that is none nobody could connect. */
function kindOfTypes(old: string, now: string): ChangeKind {
  if (valueTypes.has(old) && valueTypes.has(now)) return "connectionParameterTypeChanged";
  const areKnown = [old, now].every((type) => valueTypes.has(type) || otherTypes.has(type));
  return areKnown ? "authenticationRemoved" : "compatible";
}

/** The type, whatever its capitals. */
function typeOf({ value }: ConnectionParameter): string {
  return String(value.type).toLowerCase();
}

/** Whether nobody can connect without it: it has to be entered, or it is who signs in. */
function isNeeded(parameter: ConnectionParameter): boolean {
  const { required, hidden } = constraintsOf(parameter).value;
  const says = (value: unknown) => String(value).toLowerCase() === "true";
  if ("defaultValue" in parameter.value || says(hidden)) return false;
  return says(required) || (typeOf(parameter) === "oauthsetting" && required === undefined);
}

function partOf(owner: { value: JsonObject; pointer: Pointer }, key: string) {
  return { value: asObject(owner.value[key]), pointer: child(owner.pointer, key) };
}

const settingsOf = (parameter: ConnectionParameter) => partOf(parameter, "oAuthSettings");
const shownOf = (parameter: ConnectionParameter) => partOf(parameter, "uiDefinition");
const constraintsOf = (parameter: ConnectionParameter) => partOf(shownOf(parameter), "constraints");

function pathOf({ name, set }: ConnectionParameter): string {
  const owner = set === undefined ? "" : `connectionParameterSets/${set}/`;
  return `${owner}connectionParameters/${name}`;
}

function labelOf({ name, set }: ConnectionParameter): string {
  return `the connection parameter "${name}"${set === undefined ? "" : ` of the set "${set}"`}`;
}

/** The places of the sets of connection parameters, by name. */
function setsOf({ properties }: ApiProperties): Map<string, Pointer> {
  const sets = new Map<string, Pointer>();
  const values = asArray(asObject(properties.connectionParameterSets).values);
  for (const [index, set] of values.entries()) {
    const name = asString(member(set, "name"));
    if (name !== undefined)
      sets.set(name, child("/properties/connectionParameterSets/values", index));
  }
  return sets;
}

function setsPlace(properties: JsonObject): Pointer {
  const sets = properties.connectionParameterSets;
  if (!isObject(sets)) return "/properties";
  return child("/properties/connectionParameterSets", ...("values" in sets ? ["values"] : []));
}

function parametersPlace(
  { properties }: ApiProperties,
  set: string | undefined,
  sets: ReadonlyMap<string, Pointer>,
): Pointer {
  if (set !== undefined) return sets.get(set) ?? setsPlace(properties);
  return "connectionParameters" in properties ? "/properties/connectionParameters" : "/properties";
}
