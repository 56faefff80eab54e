import { followsTemplate, headingOf, readmeSections } from "../readmeSections.js";
import { insertBlocks } from "../readmeText.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-deployment-instructions",
  validatorCodes: [],
  sources: ["repository"],
  severity: {},
  summary: "The readme says how to deploy the connector.",
  why: `The template for certified connectors asks for Deployment Instructions: with them a reviewer or a maker brings the files into
an environment before the connector is published. Many published readmes do without, so this rule is off until a configuration
switches it on.`,
  on: "readme",
  check(readme, { report }) {
    if (!followsTemplate(readme) || headingOf(readme, readmeSections.deployment) !== undefined)
      return;
    report({
      at: "",
      message:
        'The readme has no section "Deployment Instructions", which says how to bring the connector into an environment.',
      fix: {
        title: 'Insert "Deployment Instructions"',
        isSafe: false,
        edits: [
          insertBlocks(readme, readme.text.length, [
            "## Deployment Instructions\nCreate a custom connector with the command line tool of the platform: `paconn create --settings settings.json`.",
          ]),
        ],
      },
    });
  },
  bad: `
# Contoso Tickets
//root The readme has no section "Deployment Instructions", which says how to bring the connector into an environment.
Creates and reads tickets.

## Prerequisites
A plan of Contoso.`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Prerequisites
A plan of Contoso.

## Deployment Instructions
Create a custom connector with the command line tool of the platform: \`paconn create --settings settings.json\`.`,
  good: `
# Contoso Tickets
Creates and reads tickets.

## Prerequisites
A plan of Contoso.

## Deploying the connector
Import the files of this folder.`,
});
