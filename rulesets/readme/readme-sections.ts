import type { Connector } from "../../connector/connector.js";
import type { MarkdownText } from "../../connector/markdown.js";
import { asObject, asString, isObject } from "../../connector/values.js";
import {
  followsTemplate,
  headingOf,
  readmeSections,
  shownOperations,
  titleOf,
} from "../readmeSections.js";
import { asMarkdown, insertBlocks, operationBlock } from "../readmeText.js";
import { allOf, defineRule, type Fix } from "../rule.js";

type Name = keyof typeof readmeSections;

export default defineRule({
  name: "readme-sections",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary:
    "The readme says what is needed, what the connector does, how to get credentials, and what does not work.",
  why: `Reviewers ask for the sections of the template in Microsoft's repository, since they answer what every user asks:
which plan is needed (Prerequisites), what the connector can do (Supported Operations), where the key or the app
registration comes from (Obtaining Credentials; not asked for when the connector has no authentication), and what to expect of it
(Known Issues and Limitations). Other words for the same are understood, in headings of any level and in lines in bold.`,
  on: "readme",
  check(readme, { connector, report }) {
    if (readme.blocks.length === 0) return;
    const wanted = (Object.keys(readmeSections) as Name[]).filter((name) =>
      isWanted(name, connector),
    );
    const missing = wanted.filter((name) => headingOf(readme, readmeSections[name]) === undefined);
    // Who publishes it has a rule of its own.
    const told = followsTemplate(readme) ? missing.filter((name) => name !== "publisher") : missing;
    if (told.length === 0) return;
    const sections = told.map((name) => readmeSections[name]);
    const message =
      sections.length === 1
        ? `The readme has no section "${sections[0]!.title}", which says ${sections[0]!.says}.`
        : `The readme lacks the sections ${allOf(
            sections.map(({ title, says }) => `"${title}" (${says})`),
            false,
          )}.`;
    report({ at: "", message, fix: draftOf(told, readme, connector) });
  },
  bad: `
# Contoso Tickets
//root The readme lacks the sections "Supported Operations" (what each action and trigger does) and "Obtaining Credentials" (how a user gets what a connection asks for).
Creates and reads tickets.

## Publisher: Contoso

## Prerequisites
A plan of Contoso.

## Known Issues and Limitations
At most 100 tickets are read at once.
//- apiDefinition.swagger.json
{
  "info": { "title": "Contoso Tickets" },
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List tickets", "description": "Returns all tickets." }
    }
  },
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
}`,
  fixed: `
# Contoso Tickets
Creates and reads tickets.

## Publisher: Contoso

## Prerequisites
A plan of Contoso.

## Supported Operations

### List tickets
Returns all tickets.

## Obtaining Credentials
Sign in to Contoso Tickets and create an API key. Enter it when you create a connection.

## Known Issues and Limitations
At most 100 tickets are read at once.
//- apiDefinition.swagger.json
{
  "info": { "title": "Contoso Tickets" },
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets", "summary": "List tickets", "description": "Returns all tickets." }
    }
  },
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
}`,
  good: `
Contoso Tickets
===============
Creates and reads tickets.

Publisher
---------
Contoso

## PRE-REQUISITES:
A plan of Contoso.

<h3>Triggers &amp; Actions</h3>

- List tickets

**Limitations**

At most 100 tickets are read at once.`,
});

/** Whether reviewers ask for a section: not for credentials where nobody signs in, and not for what has rules of its own. */
function isWanted(name: Name, connector: Connector): boolean {
  if (name === "deployment") return false;
  return name !== "credentials" || hasAuthentication(connector);
}

function hasAuthentication({ apiDefinition, apiProperties }: Connector): boolean {
  const { connectionParameters, connectionParameterSets } = apiProperties?.properties ?? {};
  return (
    Object.keys(asObject(apiDefinition?.value.securityDefinitions)).length > 0 ||
    Object.keys(asObject(connectionParameters)).length > 0 ||
    isObject(connectionParameterSets)
  );
}

/** Inserts each missing section in its place among those that are there. */
function draftOf(
  missing: readonly Name[],
  readme: MarkdownText,
  connector: Connector,
): Fix | undefined {
  const names = Object.keys(readmeSections) as Name[];
  const there = names.flatMap((name) => headingOf(readme, readmeSections[name]) ?? []);
  const level = there.find((heading) => heading.level <= 5)?.level ?? 2;
  const byPlace = new Map<number, string[]>();
  for (const name of missing) {
    const blocks = draft(name, level, connector);
    if (blocks === undefined) return undefined;
    const later = names.slice(names.indexOf(name) + 1);
    const next = later
      .map((each) => headingOf(readme, readmeSections[each]))
      .find((heading) => heading !== undefined);
    const offset = next?.offset ?? readme.text.length;
    byPlace.set(offset, [...(byPlace.get(offset) ?? []), ...blocks]);
  }
  return {
    title:
      missing.length === 1
        ? `Insert a draft of "${readmeSections[missing[0]!].title}"`
        : "Insert drafts of the missing sections",
    isSafe: false,
    edits: [...byPlace].map(([offset, blocks]) => insertBlocks(readme, offset, blocks)),
  };
}

/** What a section may say, as far as the other files tell it; `undefined` when they do not. */
function draft(name: Name, level: number, connector: Connector): string[] | undefined {
  const heading = `${"#".repeat(level)} ${readmeSections[name].title}`;
  const service = asMarkdown(titleOf(connector) ?? "the service");
  if (name === "publisher") {
    const publisher = asString(connector.apiProperties?.properties.publisher)?.trim() ?? "";
    return publisher === "" ? undefined : [`${heading}: ${asMarkdown(publisher)}`];
  }
  if (name === "operations") {
    const operations = connector.apiDefinition ? shownOperations(connector.apiDefinition) : [];
    return operations.length === 0
      ? undefined
      : [heading, ...operations.map((operation) => operationBlock(operation, level + 1))];
  }
  if (name === "credentials") return [`${heading}\n${credentialsDraft(service, connector)}`];
  if (name === "prerequisites") return [`${heading}\nYou need an account of ${service}.`];
  return [`${heading}\nNo issues or limitations are known.`];
}

function credentialsDraft(service: string, { apiDefinition }: Connector): string {
  const [scheme] = Object.values(asObject(apiDefinition?.value.securityDefinitions));
  switch (asObject(scheme).type) {
    case "apiKey":
      return `Sign in to ${service} and create an API key. Enter it when you create a connection.`;
    case "basic":
      return `Enter the user name and the password of your account of ${service} when you create a connection.`;
    default:
      return `Sign in with your account of ${service} when you create a connection.`;
  }
}
