import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-solution-folders",
  validatorCodes: [],
  policies: ["5000.1.1.14", "5000.1.1.16"],
  sources: ["policyErrors"],
  severity: { certified: "error" },
  summary: "A solution has the folders of what it describes.",
  why: `\`customizations.xml\` lists connectors, flows and plugins; what they are lies in \`Connector\`, \`Workflows\`, \`aiplugins\` and \`aipluginoperations\`. An export has
all of them, so that a missing one was taken out by hand.`,
  on: "solution",
  check({ archive, location, parts }, { report }) {
    if (parts === undefined) return;
    const wanted = [
      ...(parts.connectors.length > 0 ? ["Connector"] : []),
      ...((parts.workflows?.length ?? 0) > 0 ? ["Workflows"] : []),
      ...(parts.hasPlugin ? ["aiplugins", "aipluginoperations"] : []),
    ];
    const there = archive.folders.map((folder) => folder.toLowerCase());
    const missing = wanted.filter((folder) => !there.includes(folder.toLowerCase()));
    if (missing.length > 0)
      report({
        at: "",
        entry: location,
        message: `The solution has no folder ${missing.join(" and no folder ")}, although its customizations.xml lists what belongs there.`,
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
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
//in certification.zip > package.zip > PkgAssets/flow.zip: The solution has no folder Workflows, although its customizations.xml lists what belongs there.`,
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
