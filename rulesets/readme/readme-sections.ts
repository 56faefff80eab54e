import { hasSection, type ReadmeSection, readmeSections } from "../readmeSections.js";
import { defineRule, oneOf } from "../rule.js";

export default defineRule({
  name: "readme-sections",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The readme tells what one needs, what can be done and how to get credentials.",
  why: `These sections of Microsoft's template are what a user looks for: what is needed before (a subscription, say), which operations there
are, and where the key or the app for signing in comes from. Reviewers ask for them; with OAuth the steps to create the app are required.`,
  on: "readme",
  check(readme, { properties, report }) {
    if (readme.text.trim() === "") {
      report({
        at: "",
        message: "The readme is empty; say what the connector does, needs and offers.",
      });
      return;
    }
    const wanted: ReadmeSection[] = ["prerequisites", "operations"];
    // Without a way to sign in there are no credentials.
    if ((properties?.connectionParameters.length ?? 0) > 0) wanted.push("credentials");
    const missing = wanted.filter((section) => !hasSection(readme, section));
    if (missing.length === 0) return;
    const titles = missing.map((section) => readmeSections[section].title);
    report({ at: "", message: `The readme has no section ${oneOf(titles)}.` });
  },
  bad: `
# Contoso Tickets
//root The readme has no section "Prerequisites", "Supported Operations" or "Obtaining Credentials".
Tickets of Contoso.
//- apiProperties.json
{ "properties": { "connectionParameters": { "key": { "type": "securestring" } } } }`,
  good: `
# Contoso Tickets
Tickets of Contoso.

Pre-requisites
--------------
A subscription.

<h2>Supported actions</h2>

**How to get an API key:**

Ask for one.
//- apiProperties.json
{ "properties": { "connectionParameters": { "key": { "type": "securestring" } } } }`,
});
