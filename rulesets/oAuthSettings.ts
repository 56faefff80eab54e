import type { ApiProperties, ConnectionParameter } from "../connector/apiProperties.js";
import { child, type Pointer } from "../connector/pointer.js";
import { asObject, asString, isObject, type JsonObject } from "../connector/values.js";

/** How a connection parameter signs in. */
export interface OAuthSettings {
  pointer: Pointer;
  value: JsonObject;
  /** In lower case. */
  provider: string;
  /** The value and place of a custom parameter, ignoring case. */
  custom(name: string): { value: string | undefined; pointer: Pointer } | undefined;
  customParameters: JsonObject;
}

/** Whether users enter a custom parameter themselves, as the connection parameter `token:name`. */
export function isEntered(name: string, properties: ApiProperties | undefined): boolean {
  const wanted = `token:${name.toLowerCase()}`;
  return (
    properties?.connectionParameters.some((each) => each.name.toLowerCase() === wanted) ?? false
  );
}

/** The settings of a parameter of type `oauthSetting`. */
export function oAuthSettingsOf({
  pointer,
  value,
}: ConnectionParameter): OAuthSettings | undefined {
  if (String(value.type).toLowerCase() !== "oauthsetting" || !isObject(value.oAuthSettings))
    return undefined;
  const settings = value.oAuthSettings;
  const at = child(pointer, "oAuthSettings");
  const customParameters = asObject(settings.customParameters);
  return {
    pointer: at,
    value: settings,
    provider: (asString(settings.identityProvider) ?? "").toLowerCase(),
    customParameters,
    custom(name) {
      const own = Object.keys(customParameters).find(
        (key) => key.toLowerCase() === name.toLowerCase(),
      );
      if (own === undefined) return undefined;
      return {
        value: asString(asObject(customParameters[own]).value),
        pointer: child(at, "customParameters", own, "value"),
      };
    },
  };
}
