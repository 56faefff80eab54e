import { folderOfMac } from "../../connector/archive.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-outer-contents",
  validatorCodes: [],
  policies: ["5000.1.1.5", "5000.1.1.11"],
  sources: ["policyErrors"],
  severity: { certified: "error" },
  summary: "The package holds one intro.md and one archive, and no folder.",
  why: `What is uploaded is an archive with exactly two things at its root: the page that introduces the connector, and the inner package. Archives that were made
of a folder have it around everything, and nothing is found.`,
  on: "package",
  check(certification, { report }) {
    const { folders: all } = certification.root;
    const folders = all.filter((folder) => folder !== folderOfMac);
    if (folders.length < all.length)
      report({
        at: "",
        message: `The package has the folder ${folderOfMac}, which macOS adds; remove it.`,
      });
    if (folders.length > 0)
      report({
        at: "",
        message: `The package must have no folder at its root, but has ${folders.slice(0, 3).join(", ")}; put what is in it at the root.`,
      });
    const [pages, archives] = [".md", ".zip"].map((ending) => certification.namesAtRoot(ending));
    if (pages!.length !== 1)
      report({
        at: "",
        message:
          pages!.length === 0
            ? "The package has no intro.md at its root."
            : `The package has ${pages!.length} pages at its root, ${pages!.join(", ")}; it has one, intro.md.`,
      });
    if (archives!.length !== 1)
      report({
        at: "",
        message:
          archives!.length === 0
            ? "The package has no archive at its root, which is the inner package with the solutions."
            : `The package has ${archives!.length} archives at its root, ${archives!.join(", ")}; it has one, the inner package.`,
      });
  },
  bad: `
tickets/intro.md
tickets/package.zip > PkgAssets/connector.zip > solution.xml
__MACOSX/._intro.md = Mac OS X
//in certification.zip: The package has the folder __MACOSX, which macOS adds; remove it.
//in certification.zip: The package must have no folder at its root, but has tickets; put what is in it at the root.
//in certification.zip: The package has no intro.md at its root.
//in certification.zip: The package has no archive at its root, which is the inner package with the solutions.`,
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
