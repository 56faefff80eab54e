import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-custom-properties",
  validatorCodes: [],
  policies: ["5000.1.1.5"],
  sources: ["policyErrors", "multipleAuthentication"],
  severity: { certified: "info" },
  summary: "A connector with several ways to sign in comes with customProperties.json.",
  why: `The list of what a submission is made of has this file for connectors with several ways to sign in. Microsoft does not say what it
holds or where it stands, so that this is a reminder: ask your reviewer.`,
  on: "package",
  check({ root, inner, solutions }, { report }) {
    const hasSets = solutions.some(({ archive, parts }) =>
      parts?.connectors.some(({ files }) => {
        const content = archive.files.get(files.connectionparameters ?? "")?.content;
        return (
          content !== undefined &&
          /"(?:connectionParameterSets|values)"\s*:/.test(new TextDecoder().decode(content))
        );
      }),
    );
    const paths = [...root.files.keys(), ...(inner?.archive.files.keys() ?? [])];
    if (!hasSets || paths.some((path) => /(?:^|\/)customProperties\.json$/i.test(path))) return;
    report({
      at: "",
      message:
        "The connector has several ways to sign in, but the package has no customProperties.json.",
    });
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml></ImportExportXml>
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Connectors><Connector><name>new_tickets</name><connectionparameters>/Connector/parameters.json</connectionparameters></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/parameters.json = { "connectionParameterSets": { "values": [] } }
//in certification.zip: The connector has several ways to sign in, but the package has no customProperties.json.`,
  good: `
intro.md = # Contoso Tickets
customProperties.json = {}
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml></ImportExportXml>
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Connectors><Connector><name>new_tickets</name><connectionparameters>/Connector/parameters.json</connectionparameters></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/parameters.json = { "connectionParameterSets": { "values": [] } }`,
});
