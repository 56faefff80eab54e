import type { JsonObject } from "../../connector/values.js";
import { placeholder } from "./placeholder.js";
import type { AuthKind } from "./template.js";

/** A way to sign in: what the files say of it. */
export interface Auth {
  /** As a person chooses it. */
  label: string;
  hint?: string;
  /** The root's `securityDefinitions` and `security`. */
  security: JsonObject;
  connectionParameters: JsonObject;
  /** What a user needs before the first connection, for the readme. */
  prerequisites: string;
  /** How a user gets it, for the readme. */
  credentials: string;
}

const authorizationUrl = placeholder("authorization url");
const tokenUrl = placeholder("token url");
const scope = placeholder("scope");
const resourceUri = placeholder("resource uri");
const tenantUrl = "https://login.microsoftonline.com/common/oauth2";

/** A text that a user enters. The service takes `required` as a text only. */
function entered(displayName: string, description: string, tabIndex: number, isSecret: boolean) {
  return {
    type: isSecret ? "securestring" : "string",
    uiDefinition: {
      displayName,
      description,
      tooltip: `Provide your ${displayName.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
      constraints: { tabIndex, clearText: !isSecret, required: "true" },
    },
  };
}

/** What a user signs in to in a window; the client secret is never in a file. */
function oauth(settings: JsonObject) {
  const { identityProvider, scopes, ...others } = settings;
  return {
    token: {
      type: "oauthSetting",
      oAuthSettings: {
        identityProvider,
        clientId: placeholder("client id"),
        scopes,
        redirectMode: "GlobalPerConnector",
        ...others,
      },
    },
  };
}

/**
 * How to deploy a connector that signs in by OAuth. With `GlobalPerConnector` the redirect address ends in what the
 * service calls the connector, so it is known only afterwards.
 */
function deployment(registration: string): string {
  return `Whoever deploys the connector does this once:

1. ${registration}
2. Write its client id into \`apiProperties.json\` and create the connector with its secret, which no file keeps:
   \`paconn create --secret-env NAME\`, where NAME is an environment variable.
3. Add the redirect address \`https://global.consent.azure-apim.net/redirect/ID\` to the application, where ID is the
   \`connectorId\` in \`settings.json\` without \`shared_\`.`;
}

export const auths: Readonly<Record<AuthKind, Auth>> = {
  none: {
    label: "Nobody signs in",
    security: {},
    connectionParameters: {},
    prerequisites: "Nothing is needed: the service answers without signing in.",
    credentials: "No credentials are needed.",
  },
  "api-key": {
    label: "API key",
    hint: "sent in a header",
    security: {
      securityDefinitions: { api_key: { type: "apiKey", in: "header", name: "X-Api-Key" } },
      security: [{ api_key: [] }],
    },
    connectionParameters: { api_key: entered("API key", "The API key of your account.", 1, true) },
    prerequisites: "You need an account with the service, and an API key of it.",
    credentials: `${placeholder("where users find their API key")}

Enter the key when you make a connection.`,
  },
  basic: {
    label: "User name and password",
    hint: "basic authentication",
    security: {
      securityDefinitions: { basic: { type: "basic" } },
      security: [{ basic: [] }],
    },
    connectionParameters: {
      username: entered("User name", "The user name of your account.", 1, false),
      password: entered("Password", "The password of your account.", 2, true),
    },
    prerequisites: "You need an account with the service, with a user name and a password.",
    credentials: `${placeholder("where users get an account")}

Enter the user name and the password when you make a connection.`,
  },
  oauth2: {
    label: "OAuth 2.0",
    hint: "any service, authorization code",
    security: {
      securityDefinitions: {
        oauth2: {
          type: "oauth2",
          flow: "accessCode",
          authorizationUrl,
          tokenUrl,
          scopes: { [scope]: "Use the service on behalf of the user." },
        },
      },
      security: [{ oauth2: [scope] }],
    },
    connectionParameters: oauth({
      identityProvider: "oauth2",
      scopes: [scope],
      properties: { IsFirstParty: "False" },
      customParameters: {
        authorizationUrl: { value: authorizationUrl },
        tokenUrl: { value: tokenUrl },
        refreshUrl: { value: tokenUrl },
      },
    }),
    prerequisites:
      "You need an account with the service. Whoever deploys the connector needs an application, too.",
    credentials: `Users sign in with their account in a window.

${deployment(`Register an application with the service, with a client secret: ${placeholder("where to register an application")}`)}`,
  },
  aad: {
    label: "Microsoft Entra ID",
    hint: "formerly Azure AD",
    security: {
      securityDefinitions: {
        aad: {
          type: "oauth2",
          flow: "accessCode",
          authorizationUrl: `${tenantUrl}/authorize`,
          tokenUrl: `${tenantUrl}/token`,
          scopes: {},
        },
      },
      security: [{ aad: [] }],
    },
    connectionParameters: oauth({
      identityProvider: "aad",
      scopes: [],
      properties: {
        IsFirstParty: "False",
        IsOnbehalfofLoginSupported: false,
        AzureActiveDirectoryResourceId: resourceUri,
      },
      customParameters: {
        loginUri: { value: "https://login.microsoftonline.com" },
        tenantId: { value: "common" },
        resourceUri: { value: resourceUri },
        enableOnbehalfOfLogin: { value: "false" },
      },
    }),
    prerequisites:
      "You need a work or school account. Whoever deploys the connector needs an application, too.",
    credentials: `Users sign in with their work or school account in a window.

${deployment(`Register an application in the Microsoft Entra admin center, with a client secret and the delegated
   permission for the service.`)}`,
  },
};
