import { ApiDefinition } from "../../connector/apiDefinition.js";
import { asString, type JsonObject } from "../../connector/values.js";
import type { Auth } from "./auth.js";
import { placeholder } from "./placeholder.js";

/** The readme of a connector in the sections that certification asks for; it lists what users see of the operations. */
export function readme(definition: JsonObject, { prerequisites, credentials }: Auth): string {
  const { info, operations } = new ApiDefinition(definition);
  const visible = operations.filter(({ isInternal }) => !isInternal);
  return `# ${info.title}

${info.description}

## Publisher: ${placeholder("publisher")}

## Prerequisites

${prerequisites}

## Supported Operations

${visible.map(({ summary, value }) => `### ${summary}\n\n${asString(value.description)}`).join("\n\n")}

## Obtaining Credentials

${credentials}

## Known Issues and Limitations

No issues are known.

## Deployment Instructions

Sign in with \`paconn login\`, then run \`paconn create\` in the folder of these files. \`paconn update\` brings later
changes to the same connector.
`;
}
