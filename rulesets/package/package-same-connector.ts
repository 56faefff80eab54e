import type { Archive } from "../../connector/archive.js";
import { type Exact, inOrderOf, isSameExact, wholeValue } from "../../connector/exactJson.js";
import { JsonText } from "../../connector/json.js";
import { flowsOf, roleOf, type SolutionConnector } from "../../connector/solution.js";
import { decode } from "../../connector/text.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-same-connector",
  validatorCodes: [],
  policies: ["5000.1.1.7"],
  sources: ["policyErrors"],
  severity: { certified: "warning" },
  summary: "The flow uses the connector that is submitted.",
  why: `The solution with the flow brings the connector along, under the same name as the other one. Another connector there, or a flow that does not use it, shows
nothing of what is to be reviewed.`,
  on: "package",
  check({ solutions }, { report }) {
    const connectors =
      solutions.find((solution) => roleOf(solution) === "connector")?.parts?.connectors ?? [];
    const flow = solutions.find((solution) => roleOf(solution) === "flow");
    const names = flow?.parts?.connectors.map(({ name }) => name) ?? [];
    if (flow === undefined || connectors.length === 0) return;
    const shared = connectors.filter(({ name }) => names.includes(name));
    if (shared.length === 0) {
      report({
        at: "",
        entry: [...flow.location, "customizations.xml"],
        message: `The solution with the flow holds ${names.map((name) => `"${name}"`).join(", ")}, the other one ${connectors.map(({ name }) => `"${name}"`).join(", ")}; both are to hold the same connector.`,
      });
      return;
    }
    const submitted = solutions.find((each) => roleOf(each) === "connector")!;
    for (const connector of shared) {
      const own = definitionIn(submitted.archive, connector);
      const other = definitionIn(
        flow.archive,
        flow.parts!.connectors.find(({ name }) => name === connector.name)!,
      );
      // What cannot be read is told by other rules.
      if (own !== undefined && other !== undefined && !isSameExact(inOrderOf(own, other), other))
        report({
          at: "",
          entry: flow.location,
          message: `The connector "${connector.name}" of this solution has another API definition than the one that is submitted.`,
        });
    }
    const flows = flowsOf(flow.archive);
    const isUsed = flows.some(({ text }) => {
      const plain = withoutSigns(text);
      return (
        !new JsonText(text).isComplete || shared.some(({ name }) => plain.includes(shortName(name)))
      );
    });
    if (flows.length > 0 && !isUsed)
      report({
        at: "",
        entry: flow.location,
        message: `No flow of the solution uses the connector "${shared[0]!.name}".`,
      });
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_other</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > Workflows/Sync.json = {}
//in certification.zip > package.zip > PkgAssets/flow.zip > customizations.xml: The solution with the flow holds "new_other", the other one "new_tickets"; both are to hold the same connector.`,
  good: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > Workflows/Sync.json = {"connector":"new_tickets"}`,
});

/** The definition of a connector in a solution; `undefined` when it is not there or no JSON. */
function definitionIn({ files }: Archive, connector: SolutionConnector): Exact | undefined {
  const content = files.get(connector.files.openapidefinition ?? "")?.content;
  return content === undefined ? undefined : wholeValue(decode(content).text);
}

/**
 * What a flow calls the connector at least: its name without the prefix of the publisher. A very short one could stand
 * anywhere, so that it is taken to be there.
 */
function shortName(name: string): string {
  const short = withoutSigns(name.replace(/^[a-z0-9]+_/i, ""));
  return short.length >= 4 ? short : "";
}

/**
 * A text without the signs that names are told with: `new_my-20tasks` in a solution is `shared_new-5fmy-20tasks-5f…` in a flow, where the
 * underscore is written by its code as well.
 */
function withoutSigns(text: string): string {
  return text.toLowerCase().replace(/-[0-9a-f]{2}|_/g, "");
}
