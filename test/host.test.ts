import { expect, test } from "vitest";
import { Connector, ConnectorFile } from "../connector/connector.js";
import { judge } from "../rulesets/judge.js";

/** Which of the two rules about the names of hosts find something. */
function found(host: string, properties?: unknown): string[] {
  const files = [
    new ConnectorFile("apiDefinition", "/x/apiDefinition.swagger.json", JSON.stringify({ host })),
  ];
  if (properties !== undefined)
    files.push(
      new ConnectorFile("apiProperties", "/x/apiProperties.json", JSON.stringify({ properties })),
    );
  const { findings, failures } = judge(new Connector(files, "certified"), files);
  expect(failures).toEqual([]);
  return findings
    .map(({ rule }) => rule)
    .filter((rule) => rule === "host-production" || rule === "host-no-placeholder");
}

test.each([
  "api-staging.contoso.com",
  "dev.api.contoso.com",
  "contoso-test01.azurewebsites.net",
  "uat.contoso.co.uk",
  "SANDBOX.contoso.com:8443",
  "contoso.eu.ngrok.io",
  "contoso.ngrok-free.app",
  "localhost:7071",
  "127.0.0.1",
  "192.168.4.2:8080",
  "172.20.0.1",
])("%s is no host for production", (host) => {
  expect(found(host)).toEqual(["host-production"]);
});

test.each([
  "your-host.contoso.com",
  "yourInstance.contoso.com",
  "yourdomain.com",
  "api.example.com",
  "tickets.example",
  "<host>",
  "[[HOST]]",
  "ToBeReplaced",
])("%s is a placeholder", (host) => {
  expect(found(host)).toEqual(["host-no-placeholder"]);
});

test.each([
  "api.contoso.com",
  "contoso.azure-api.net",
  "api.contoso.dev",
  "test.io",
  "qa-contoso.com",
  "sandbox.co.uk",
  "contest.contoso.com",
  "testing.contoso.com",
  "stages.contoso.com",
  "dev.azure.com",
  "vsrm.dev.azure.com",
  "ws.yourmembership.com",
  "172.32.0.1",
  "8.8.8.8",
  "myserver",
  '@environmentVariables("test.host")',
  "",
  "{{your-host}}",
])("%s may be the host that customers use, or is told by another rule", (host) => {
  expect(found(host)).toEqual([]);
});

test("a policy gives the host, and a gateway knows names of its own", () => {
  const policies = { policyTemplateInstances: [{ templateId: "dynamichosturl", parameters: {} }] };
  expect(found("api-test.contoso.com", policies)).toEqual([]);
  expect(found("your-host.contoso.com", policies)).toEqual([]);
  const gateway = { connectionParameters: { gateway: { type: "gatewaySetting" } } };
  expect(found("192.168.4.2", gateway)).toEqual([]);
  expect(found("api-test.contoso.com", gateway)).toEqual(["host-production"]);
});
