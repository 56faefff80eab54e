import { defineRule } from "../../rule.js";

export default defineRule({
  name: "header-not-reserved",
  validatorCodes: ["ReservedParameterIsUsed"],
  severity: "warning",
  summary: "No parameter is a header that the platform sets itself.",
  why: `The credentials of a connection and the transport of a request are the platform's business: what a maker enters
there is lost or breaks the request. Microsoft publishes no list of reserved names; these are the headers of HTTP about
credentials and transport, of which accepted connectors use none but \`Content-Length\`, once. \`Accept\`, \`Content-Type\`
and \`User-Agent\` are accepted.`,
  on: "parameter",
  check(parameter, { report }) {
    const name = parameter.name?.trim().toLowerCase();
    if (parameter.in !== "header" || name === undefined || !Object.hasOwn(reasons, name)) return;
    const { pointer } = parameter;
    // References to a shared one would lead nowhere.
    const isOwn = !pointer.startsWith("/parameters/");
    report({
      at: parameter.at("name"),
      message: `The ${parameter.label} is reserved: ${reasons[name]}.`,
      fix:
        isOwn && reasons[name] === transport
          ? { title: "Remove the parameter", isSafe: false, edits: [{ remove: pointer }] }
          : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "Content-Length",
                  //^^^^^^^^^^^^^^^^ The header parameter "Content-Length" is reserved: the platform sets it for each request.
            "in": "header",
            "type": "integer"
          },
          {
            "name": "Accept",
            "in": "header",
            "type": "string"
          },
          {
            "name": "host",
                  //^^^^^^ The header parameter "host" is reserved: the platform sets it for each request.
            "in": "header",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "Accept",
            "in": "header",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "parameters": {
    "Host": { "name": "host", "in": "query", "type": "string" }
  },
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "Content-Type", "in": "header", "type": "string" },
          { "name": "User-Agent", "in": "header", "type": "string" },
          { "name": "Authorization-Group", "in": "header", "type": "string" }
        ]
      }
    }
  },
  "securityDefinitions": {
    "key": { "type": "apiKey", "name": "Authorization", "in": "header" }
  }
}`,
});

const transport = "the platform sets it for each request";
const credentials = "credentials belong in the connection, that is in securityDefinitions";

const reasons: Readonly<Record<string, string>> = {
  authorization: credentials,
  connection: transport,
  "content-length": transport,
  expect: transport,
  host: transport,
  "keep-alive": transport,
  "proxy-authorization": credentials,
  "proxy-connection": transport,
  te: transport,
  trailer: transport,
  "transfer-encoding": transport,
  upgrade: transport,
};
