import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-solutions-count",
  validatorCodes: [],
  policies: ["5000.1.1.6", "5000.1.1.13"],
  sources: ["policyErrors"],
  severity: { certified: "error" },
  summary: "The package has two solutions, or three with a plugin.",
  why: `One solution holds the connector alone, the other a flow that uses it. For a connector with an AI plugin there is a third. Folders among them are
not looked into.`,
  on: "package",
  check({ inner, assets, solutions }, { report }) {
    if (inner === undefined || assets === undefined) return;
    const entry = [...inner.location, assets];
    const inside = new Set(
      [...inner.archive.files.keys()].flatMap((path) =>
        path.startsWith(`${assets}/`) && path.split("/").length > 2 ? [path.split("/")[1]!] : [],
      ),
    );
    if (inside.size > 0)
      report({
        at: "",
        entry,
        message: `${assets} must have no folders in it, but has ${[...inside].slice(0, 3).join(", ")}.`,
      });
    const hasPlugin = solutions.some(({ parts }) => parts?.hasPlugin);
    const wanted = hasPlugin ? 3 : 2;
    if (solutions.length !== wanted)
      report({
        at: "",
        entry,
        message: `${assets} has ${solutions.length === 0 ? "no solutions" : solutions.length === 1 ? "one solution" : `${solutions.length} solutions`}; a package has ${hasPlugin ? "three: with the connector, with a flow and with the plugin" : "two: one with the connector, and one with a flow that uses it"}.`,
      });
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
//in certification.zip > package.zip > PkgAssets: PkgAssets has one solution; a package has two: one with the connector, and one with a flow that uses it.`,
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
