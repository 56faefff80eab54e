import { defineRule } from "../rule.js";

/** What a column of Dataverse takes. */
const maximum = 500_000;

export default defineRule({
  name: "package-artifact-size",
  validatorCodes: [],
  policies: ["5000.1.1.17"],
  sources: ["policyErrors"],
  severity: { certified: "warning" },
  summary: "No file of a connector in a solution has more than 500,000 characters.",
  why: `So much a column takes in which the solution keeps each of these files. A larger definition can be uploaded as a custom connector, and the import of
the solution fails.`,
  on: "solution",
  check({ archive, location, parts }, { report }) {
    for (const { files } of parts?.connectors ?? [])
      for (const path of Object.values(files)) {
        if (/\.png$/i.test(path)) continue;
        // No character has less than a byte.
        const file = archive.files.get(path);
        if (file === undefined || file.size <= maximum) continue;
        const { length } = new TextDecoder().decode(file.content);
        if (length > maximum)
          report({
            at: "",
            entry: [...location, path],
            message: `The file has ${length} characters; a solution takes ${maximum}.`,
          });
      }
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = ${"x".repeat(500_001)}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > Workflows/Sync.json = {"connector":"new_tickets"}
//in certification.zip > package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json: The file has 500001 characters; a solution takes 500000.`,
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
