import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-icon-present",
  validatorCodes: [],
  policies: ["5000.1.1.1"],
  sources: ["policyErrors"],
  severity: { certified: "error" },
  summary: "The connector in a solution has an icon.",
  why: `The icon of a certified connector comes from the solution. A custom connector that was never given one has none there.`,
  on: "solution",
  check({ location, parts }, { report }) {
    for (const { name, files } of parts?.connectors ?? [])
      if (files.iconblob === undefined)
        report({
          at: "",
          entry: [...location, "customizations.xml"],
          message: `The connector "${name}" has no icon.`,
        });
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > Workflows/Sync.json = {"connector":"new_tickets"}
//in certification.zip > package.zip > PkgAssets/connector.zip > customizations.xml: The connector "new_tickets" has no icon.`,
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
