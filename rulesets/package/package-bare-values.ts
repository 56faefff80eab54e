import { JsonText } from "../../connector/json.js";
import { bareFiles, placeInBareFile } from "../../connector/solution.js";
import { decode } from "../../connector/text.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "package-bare-values",
  validatorCodes: [],
  sources: ["solutionImport"],
  severity: "error",
  summary: "The files of a connector in a solution hold values of apiProperties.json alone.",
  why: `A solution takes apart what an \`apiProperties.json\` holds: one file is the value of \`connectionParameters\`, another that of
\`policyTemplateInstances\`, without \`properties\` around them. A solution that was put together from the files of a folder
often has the whole \`apiProperties.json\` there. The import fails and says only that a nullable object must have a value.`,
  on: "solution",
  check({ archive, location, parts }, { report }) {
    for (const { files } of parts?.connectors ?? [])
      for (const { file, key } of bareFiles) {
        const path = files[file];
        const content = path === undefined ? undefined : archive.files.get(path)?.content;
        if (path === undefined || content === undefined) continue;
        const place = placeInBareFile(new JsonText(decode(content).text).value, key);
        if (place === "") continue;
        report({
          at: "",
          entry: [...location, path],
          message:
            place === `/${key}`
              ? `This has the key "${key}" around its value, but a solution has nothing but the value here.`
              : `This is a whole apiProperties.json, but a solution has nothing but the value of "${key}" here.`,
        });
      }
  },
  bad: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><connectionparameters>/Connector/new_tickets_connectionparameters.json</connectionparameters><policytemplateinstances>/Connector/new_tickets_policytemplateinstances.json</policytemplateinstances><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_connectionparameters.json = {"properties":{"connectionParameters":{"api_key":{"type":"securestring"}},"iconBrandColor":"#0078d4"}}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_policytemplateinstances.json = {"policyTemplateInstances":[]}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><connectionparameters>/Connector/new_tickets_connectionparameters.json</connectionparameters><policytemplateinstances>/Connector/new_tickets_policytemplateinstances.json</policytemplateinstances><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > Workflows/Sync.json = {"connector":"new_tickets"}
//in certification.zip > package.zip > PkgAssets/connector.zip > Connector/new_tickets_connectionparameters.json: This is a whole apiProperties.json, but a solution has nothing but the value of "connectionParameters" here.
//in certification.zip > package.zip > PkgAssets/connector.zip > Connector/new_tickets_policytemplateinstances.json: This has the key "policyTemplateInstances" around its value, but a solution has nothing but the value here.`,
  good: `
intro.md = # Contoso Tickets
package.zip > PkgAssets/connector.zip > [Content_Types].xml
package.zip > PkgAssets/connector.zip > customizations.xml = <ImportExportXml><Workflows></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><connectionparameters>/Connector/new_tickets_connectionparameters.json</connectionparameters><policytemplateinstances>/Connector/new_tickets_policytemplateinstances.json</policytemplateinstances><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/connector.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/connector.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_connectionparameters.json = {"api_key":{"type":"securestring"},"properties":{"type":"string"}}
package.zip > PkgAssets/connector.zip > Connector/new_tickets_policytemplateinstances.json = null
package.zip > PkgAssets/connector.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > [Content_Types].xml
package.zip > PkgAssets/flow.zip > customizations.xml = <ImportExportXml><Workflows><Workflow><JsonFileName>/Workflows/Sync.json</JsonFileName></Workflow></Workflows><Connectors><Connector><name>new_tickets</name><openapidefinition>/Connector/new_tickets_openapidefinition.json</openapidefinition><connectionparameters>/Connector/new_tickets_connectionparameters.json</connectionparameters><policytemplateinstances>/Connector/new_tickets_policytemplateinstances.json</policytemplateinstances><iconblob>/Connector/new_tickets_iconblob.Png</iconblob></Connector></Connectors></ImportExportXml>
package.zip > PkgAssets/flow.zip > solution.xml = <ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>
package.zip > PkgAssets/flow.zip > Connector/new_tickets_openapidefinition.json = {}
package.zip > PkgAssets/flow.zip > Connector/new_tickets_iconblob.Png
package.zip > PkgAssets/flow.zip > Workflows/Sync.json = {"connector":"new_tickets"}`,
});
