import { roleOf } from "../../connector/solution.js";
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
    for (const connector of shared) {
      const [own, other] = [
        { files: solutions.find((each) => roleOf(each) === "connector")!.archive.files, connector },
        {
          files: flow.archive.files,
          connector: flow.parts!.connectors.find(({ name }) => name === connector.name)!,
        },
      ].map(({ files, connector: { files: paths } }) => {
        const content = files.get(paths.openapidefinition ?? "")?.content;
        return content === undefined ? undefined : new TextDecoder().decode(content);
      });
      if (own !== undefined && other !== undefined && own !== other)
        report({
          at: "",
          entry: flow.location,
          message: `The connector "${connector.name}" of this solution has another API definition than the one that is submitted.`,
        });
    }
    const flows = [...flow.archive.files].filter(([path]) =>
      /^Workflows\/[^/]+\.json$/i.test(path),
    );
    const isUsed = flows.some(([, { content }]) => {
      const text = new TextDecoder().decode(content).toLowerCase();
      return shared.some(
        ({ name }) => text.includes(name.toLowerCase()) || usesShortName(text, name),
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

/**
 * What a flow calls the connector at least: its id has the name without prefix and signs, written out in another way. A very short
 * one could stand anywhere.
 */
function shortName(name: string): string | undefined {
  const short = name
    .toLowerCase()
    .replace(/^[a-z0-9]+_/, "")
    .replace(/-[0-9a-f]{2}/g, "");
  return short.length >= 4 ? short : undefined;
}

function usesShortName(text: string, name: string): boolean {
  const short = shortName(name);
  return short === undefined || text.includes(short);
}
