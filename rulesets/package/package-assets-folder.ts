import { folderOfMac } from "../../connector/archive.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-assets-folder",
  validatorCodes: [],
  policies: ["5000.1.1.12"],
  sources: ["policyErrors"],
  severity: { certified: "error" },
  summary: "The inner package has one folder with the solutions.",
  why: `The service looks for the solutions in the one folder of the inner package, which is called \`PkgAssets\` by the tools that make it.`,
  on: "package",
  check({ inner }, { report }) {
    if (inner === undefined) return;
    const { folders: all } = inner.archive;
    const folders = all.filter((folder) => folder !== folderOfMac);
    if (folders.length < all.length)
      report({
        at: "",
        entry: inner.location,
        message: `The inner package has the folder ${folderOfMac}, which macOS adds; remove it.`,
      });
    if (folders.length === 1) return;
    report({
      at: "",
      entry: inner.location,
      message:
        folders.length === 0
          ? "The inner package has no folder; put the solutions into one that is called PkgAssets."
          : `The inner package has ${folders.length} folders, ${folders.join(", ")}; it has one, PkgAssets.`,
    });
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > connector.zip > solution.xml
//in certification.zip > package.zip: The inner package has no folder; put the solutions into one that is called PkgAssets.`,
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
