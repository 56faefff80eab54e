import { child } from "../../connector/pointer.js";
import { asObject } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "connection-parameter-tenant-shape",
  validatorCodes: [],
  sources: ["connections"],
  severity: "warning",
  summary: "`token:TenantId` is declared as the service knows it.",
  why: `The service fills this parameter with the tenant in which the user has signed in. It does so by its \`metadata\`; declared in another way it
is a field that users see and leave empty.`,
  on: "connectionParameter",
  check({ name, pointer, value }, { report }) {
    if (name.toLowerCase() !== "token:tenantid") return;
    const source = "AzureActiveDirectoryTenant";
    if (asObject(value.metadata).sourceType !== source)
      report({
        at: "metadata" in value ? child(pointer, "metadata") : pointer,
        missing: "metadata" in value ? undefined : "metadata",
        message: `The connection parameter "${name}" has no metadata with the sourceType "${source}", by which the service fills it.`,
        fix: {
          title: "Say where it comes from",
          isSafe: false,
          edits: [
            {
              set: child(pointer, "metadata"),
              value: { ...asObject(value.metadata), sourceType: source },
            },
          ],
        },
      });
  },
  bad: `
{
  "properties": {
    "connectionParameters": {
      "token:TenantId": { "type": "string" }
    //^^^^^^^^^^^^^^^^ The connection parameter "token:TenantId" has no metadata with the sourceType "AzureActiveDirectoryTenant", by which the service fills it.
    }
  }
}`,
  fixed: `
{
  "properties": {
    "connectionParameters": {
      "token:TenantId": { "type": "string", "metadata": { "sourceType": "AzureActiveDirectoryTenant" } }
    }
  }
}`,
  good: `
{
  "properties": {
    "connectionParameters": {
      "token:TenantId": {
        "type": "string",
        "metadata": { "sourceType": "AzureActiveDirectoryTenant" }
      },
      "token:clientId": { "type": "string" }
    }
  }
}`,
});
