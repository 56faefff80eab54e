import { defineRule } from "../../rule.js";

export default defineRule({
  name: "base-path-not-repeated",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "hint",
  summary: "The paths do not begin with the basePath once more.",
  why: `The platform puts \`basePath\` before each path. When every path begins with it too, it stands in each address
twice, as in \`/v1/v1/tickets\`, and the service usually answers 404.`,
  on: "definition",
  check({ value, pathItems }, { report }) {
    if (typeof value.basePath !== "string") return;
    const basePath = value.basePath.replace(/\/+$/, "");
    // A single path may have it by chance.
    if (!/^\/./.test(basePath) || pathItems.length < 2) return;
    if (!pathItems.every(({ path }) => path.startsWith(`${basePath}/`))) return;
    const [first] = pathItems;
    report({
      at: "/basePath",
      message: `The basePath "${value.basePath}" stands at the beginning of all ${pathItems.length} paths too, so that their addresses begin with "${basePath}${basePath}/".`,
      related: [{ at: first!.pointer, part: "key", message: "This is one of the paths." }],
      fix: {
        title: `Change the basePath to "/"`,
        isSafe: false,
        edits: [{ set: "/basePath", value: "/" }],
      },
    });
  },
  bad: `
{
  "basePath": "/v1",
            //^^^^^ The basePath "/v1" stands at the beginning of all 2 paths too, so that their addresses begin with "/v1/v1/".
  "paths": {
    "/v1/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    },
    "/v1/people": {
      "get": {
        "operationId": "ListPeople"
      }
    }
  }
}`,
  fixed: `
{
  "basePath": "/",
  "paths": {
    "/v1/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    },
    "/v1/people": {
      "get": {
        "operationId": "ListPeople"
      }
    }
  }
}`,
  good: `
{
  "basePath": "/v1",
  "paths": {
    "/v1/tickets": {
      "get": { "operationId": "ListOldTickets" }
    },
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    }
  }
}`,
});
