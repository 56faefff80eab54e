/** What an access token says of itself. It is only read, not trusted: the service checks the signature. */
export interface Claims {
  /** What it is for. */
  audience?: string;
  objectId?: string;
  tenant?: string;
  /** The name of a user, or the id of an application. */
  name?: string;
  /** In milliseconds since 1970. */
  expiresOn?: number;
}

/** The claims of a JSON Web Token; none when it is not one. */
export function claimsOf(token: string): Claims {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const members = value as Record<string, unknown>;
  const text = (...names: string[]) =>
    names
      .map((name) => members[name])
      .find((each): each is string => typeof each === "string" && each !== "");
  const audience = text("aud");
  const objectId = text("oid");
  const tenant = text("tid");
  const name = text(
    "upn",
    "preferred_username",
    "unique_name",
    "email",
    "app_displayname",
    "appid",
    "azp",
  );
  const expiresOn = Number(members.exp) * 1_000;
  return {
    ...(audience !== undefined && { audience }),
    ...(objectId !== undefined && { objectId }),
    ...(tenant !== undefined && { tenant }),
    ...(name !== undefined && { name }),
    ...(Math.abs(expiresOn) <= 8.64e15 && { expiresOn }),
  };
}
