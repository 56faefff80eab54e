/** How users of a connector sign in. */
export const authKinds = ["none", "api-key", "basic", "oauth2", "aad"] as const;
export type AuthKind = (typeof authKinds)[number];

/** What a connector begins with; a trigger comes beside the actions. */
export const startKinds = ["action", "webhook", "polling"] as const;
export type StartKind = (typeof startKinds)[number];

/** What a new connector is made from. */
export interface Template {
  auth: AuthKind;
  start: StartKind;
  /** The name that users see. */
  title: string;
  /** The host of the API, without scheme and path. */
  host: string;
}

/** Why a text is no host, as a full sentence. */
export function hostProblem(text: string): string | undefined {
  return /^[a-z\d]([a-z\d.-]*[a-z\d])?(:\d+)?$/i.test(text)
    ? undefined
    : "It must be a host alone, without https:// and path, such as api.contoso.com.";
}
