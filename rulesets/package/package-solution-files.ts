import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-solution-files",
  validatorCodes: [],
  policies: ["5000.1.1.16"],
  sources: ["policyErrors"],
  severity: { certified: "error" },
  summary: "Every solution has its three descriptions at the root.",
  why: `An exported solution has \`[Content_Types].xml\`, \`customizations.xml\` and \`solution.xml\` at its root. Without them it cannot be imported; mostly a folder was
put around them.`,
  on: "solution",
  check({ archive, location, parts }, { report }) {
    const names = [...archive.files.keys()].map((path) => path.toLowerCase());
    const missing = ["[Content_Types].xml", "customizations.xml", "solution.xml"].filter(
      (name) => !names.includes(name.toLowerCase()),
    );
    if (missing.length > 0)
      report({
        at: "",
        entry: location,
        message: `The solution has no ${missing.join(" and no ")} at its root.`,
      });
    else if (parts === undefined)
      report({
        at: "",
        entry: [...location, "customizations.xml"],
        message: "This is no well-formed XML, so that nothing of the solution can be read.",
      });
    else if (!parts.hasManifest)
      report({
        at: "",
        entry: [...location, "solution.xml"],
        message: "This is no well-formed XML, so that the solution cannot be imported.",
      });
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/other.zip > [Content_Types].xml
package.zip > PkgAssets/other.zip > customizations.xml = <ImportExportXml></ImportExportXml>
package.zip > PkgAssets/other.zip > solution.xml = not XML
//in certification.zip > package.zip > PkgAssets/connector.zip: The solution has no [Content_Types].xml at its root.
//in certification.zip > package.zip > PkgAssets/flow.zip > customizations.xml: This is no well-formed XML, so that nothing of the solution can be read.
//in certification.zip > package.zip > PkgAssets/other.zip > solution.xml: This is no well-formed XML, so that the solution cannot be imported.`,
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
