/** A way to sign in that is built into the platform: the value of `identityProvider`. */
export interface IdentityProvider {
  /** What it is called in a list. */
  title: string;
  /** What it is for, in sentences. */
  purpose: string;
  /** The custom parameters without which nobody can sign in. */
  required: readonly string[];
  /** The custom parameters that it usually has, each as it may be written. */
  examples?: Readonly<Record<string, string>>;
  /** Whether it knows no service, so that the addresses of one have to be told. */
  isGeneric?: true;
}

/** The identity providers of the platform, by the names that `identityProvider` can have. */
export const identityProviders: ReadonlyMap<string, IdentityProvider> = new Map<
  string,
  IdentityProvider
>([
  [
    "oauth2",
    {
      title: "OAuth 2.0",
      purpose:
        "OAuth 2.0 as most services have it: users sign in at an address of the service, which issues tokens at another one.",
      required: ["authorizationUrl", "tokenUrl", "refreshUrl"],
      examples: {
        authorizationUrl: "https://login.contoso.com/authorize",
        tokenUrl: "https://login.contoso.com/token",
        refreshUrl: "https://login.contoso.com/token",
      },
      isGeneric: true,
    },
  ],
  [
    "oauth2generic",
    {
      title: "OAuth 2.0 with templates",
      purpose:
        "OAuth 2.0 of a service that asks for other requests than usual. Addresses, queries and bodies are templates with placeholders such as {ClientId}, which the platform fills in.",
      required: ["authorizationUrlTemplate", "tokenUrlTemplate", "refreshUrlTemplate"],
      examples: {
        authorizationUrlTemplate: "https://login.contoso.com/authorize",
        authorizationUrlQueryStringTemplate:
          "?response_type=code&client_id={ClientId}&redirect_uri={RedirectUrl}&scope={Scopes}&state={State}",
        tokenUrlTemplate: "https://login.contoso.com/token",
        tokenBodyTemplate:
          "grant_type=authorization_code&code={Code}&redirect_uri={RedirectUrl}&client_id={ClientId}&client_secret={ClientSecret}",
        refreshUrlTemplate: "https://login.contoso.com/token",
        refreshBodyTemplate:
          "grant_type=refresh_token&refresh_token={RefreshToken}&client_id={ClientId}&client_secret={ClientSecret}",
        scopeListDelimiter: " ",
      },
      isGeneric: true,
    },
  ],
  [
    "aad",
    {
      title: "Microsoft Entra ID",
      purpose: "Microsoft Entra ID: users sign in with their work or school account.",
      required: ["resourceUri"],
      examples: {
        loginUri: "https://login.microsoftonline.com",
        tenantId: "common",
        resourceUri: "https://api.contoso.com",
        enableOnbehalfOfLogin: "false",
      },
    },
  ],
  [
    "aadcertificate",
    {
      title: "Microsoft Entra ID with a certificate",
      purpose:
        "Microsoft Entra ID, where the connector proves who it is by a certificate. It is for Microsoft's own connectors.",
      required: ["resourceUri"],
      examples: {
        loginUri: "https://login.microsoftonline.com",
        tenantId: "common",
        resourceUri: "https://api.contoso.com",
      },
    },
  ],
  ["facebook", { title: "Facebook", purpose: "The sign-in of Facebook.", required: [] }],
  ["DocuSign", { title: "DocuSign", purpose: "The sign-in of DocuSign.", required: [] }],
  ["SalesforceV2", { title: "Salesforce", purpose: "The sign-in of Salesforce.", required: [] }],
  [
    "oauth2pkcewithprm",
    {
      title: "OAuth 2.0 with PKCE",
      purpose:
        "OAuth 2.0 with a proof key (PKCE) and, as the name says, the metadata of the protected resource.",
      required: [],
    },
  ],
]);
