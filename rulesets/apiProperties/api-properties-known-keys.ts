import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";
import { unknownKeyFix, unknownKeyMessage } from "../unknownKey.js";

export default defineRule({
  name: "api-properties-known-keys",
  validatorCodes: [],
  sources: ["repository"],
  severity: "warning",
  tag: "unnecessary",
  summary: "Every key of apiProperties.json is one that the platform knows at its place.",
  why: `A key that the platform does not know is ignored or lost on the way, so that a misspelt one has no effect: sign-in
settings under \`oauthSettings\` instead of \`oAuthSettings\` are not there, and a policy parameter without the prefix
\`x-ms-apimTemplateParameter.\` is not passed on.`,
  on: "violation",
  check(violation, { file, report }) {
    if (violation.rule !== "api-properties-known-keys") return;
    if (violation.keyword !== "additionalProperties") return;
    report({
      at: child(violation.pointer, violation.key),
      part: "key",
      message: unknownKeyMessage(violation),
      fix: unknownKeyFix(violation, file),
    });
  },
  bad: `
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "stackowner": "Contoso",
  //^^^^^^^^^^^^ "properties" has the unknown key "stackowner". Is "stackOwner" meant?
    "website": "https://www.contoso.com",
  //^^^^^^^^^ "properties" has the unknown key "website".
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oauthSettings": {}
      //^^^^^^^^^^^^^^^ The connection parameter "token" has the unknown key "oauthSettings". Is "oAuthSettings" meant?
      }
    },
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Old path",
        "parameters": {
          "newPath": "/v1/tickets"
        //^^^^^^^^^ "parameters" of "Old path" has the unknown key "newPath". Is "x-ms-apimTemplateParameter.newPath" meant?
        }
      }
    ]
  },
  "publisher": "Contoso"
//^^^^^^^^^^^ apiProperties.json has the key "publisher", whose place is in "properties".
}`,
  fixed: `
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "stackOwner": "Contoso",
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {}
      }
    },
    "policyTemplateInstances": [
      {
        "templateId": "routerequesttoendpoint",
        "title": "Old path",
        "parameters": {
          "x-ms-apimTemplateParameter.newPath": "/v1/tickets"
        }
      }
    ],
    "publisher": "Contoso"
  }
}`,
  good: `
//- apiProperties.json
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "connectionParameters": {
      "token:TenantId": { "type": "string", "metadata": { "sourceType": "AzureActiveDirectoryTenant" } },
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": { "customParameters": { "audience": { "value": "tickets" } } }
      }
    },
    "policyTemplateInstances": [
      { "templateId": "contosotemplate", "title": "Not known here", "parameters": { "any": 1 } },
      {
        "templateId": "SetHeader",
        "title": "Source",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "X-Source",
          "x-ms-apimTemplateParameter.value": "flow",
          "x-ms-apimTemplate-policySection": "Request"
        }
      }
    ]
  }
}`,
});
