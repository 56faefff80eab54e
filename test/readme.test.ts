/** Readmes that do not follow the template, beyond the examples of the rules. */
import { expect, test } from "vitest";
import { judge } from "../rulesets/judge.js";
import { connectorOf } from "./fixture.js";

function titleFindings(readme: string) {
  const connector = connectorOf([
    {
      name: "apiDefinition.swagger.json",
      text: JSON.stringify({ info: { title: "Contoso Tickets", description: "Reads tickets." } }),
    },
    { name: "readme.md", text: readme },
  ]);
  return judge(connector, connector.all).findings.filter(({ rule }) => rule === "readme-title");
}

test("a title below the publisher is not written once more", () => {
  const [found] = titleFindings("# Publisher: Contoso\n# Contoso Tickets API\nReads tickets.\n");
  expect(found?.message).toBe(
    'The readme begins with the publisher; the title "Contoso Tickets API" belongs before it.',
  );
  expect(found?.fix).toBeUndefined();
});

test("a readme that has the publisher alone has no title", () => {
  const [found] = titleFindings("# Publisher: Contoso\nReads tickets.\n");
  expect(found?.message).toMatch(/^The readme has no title/);
  expect(found?.fix).toBeDefined();
});
