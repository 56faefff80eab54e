import { reportChange, shownValues } from "../change.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "breaking-security-changed",
  validatorCodes: [],
  sources: ["updates"],
  severity: "warning",
  summary: "The definition authenticates as before.",
  why: `A connection holds what one way to authenticate needs: a key, a password, a token. It does not turn into one of another way, and a key is
not sent under another name just because the service now wants it there. Microsoft never allows another authentication in an update.
Whether connections break depends on the connection parameters, too, so it is a warning here.`,
  on: "change",
  check(change, context) {
    if (change.kind !== "securityChanged") return;
    const now = (change.new as unknown[]).length > 0 ? shownValues(change.new) : "none";
    const message = `The securityDefinitions had ${shownValues(change.old)} and have ${now} now, but connections that exist were made for the way before.`;
    reportChange(change, context, message);
  },
  bad: `
{
  "securityDefinitions": {
//^^^^^^^^^^^^^^^^^^^^^ The securityDefinitions had "oauth2" and have "apiKey in the header x-key" now, but connections that exist were made for the way before.
    "key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Key"
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "securityDefinitions": {
    "sign_in": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.contoso.com/authorize",
      "tokenUrl": "https://login.contoso.com/token",
      "scopes": {}
    }
  }
}`,
  good: `
{
  "securityDefinitions": {
    "api_key": {
      "type": "apiKey",
      "in": "header",
      "name": "X-Key"
    },
    "basic": {
      "type": "basic"
    }
  }
}
//- old/apiDefinition.swagger.json
{
  "securityDefinitions": {
    "key": {
      "type": "apiKey",
      "in": "header",
      "name": "x-key"
    }
  }
}`,
});
