import { profiles } from "../connector/connector.js";
import { type Switch, switches } from "../server/settings.js";

const shown: Readonly<Record<Switch, string>> = {
  codeLens:
    "Above operations, definitions and connection parameters: what they are and where they are used.",
  inlayHints: "In the text: what is not written there, such as the label that makers see.",
  semanticTokens:
    "Names of operations, definitions, parameters and the like are colored by what they stand for.",
  formatting:
    "Whether files are laid out. Where an editor has a way of its own, it is not asked which one to take when this is false at the start.",
};

/** docs/settings.schema.json: what may stand in the section `paconn` of an editor's settings, and be given at the start. */
export function settingsSchema(): string {
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of paconn in editors",
    type: "object",
    properties: {
      profile: {
        description:
          "By whose requirements connectors are judged; auto: told by the folder, else certified.",
        enum: ["auto", ...profiles],
        default: "auto",
      },
      ...Object.fromEntries(
        switches.map((name) => [
          name,
          {
            type: ["object", "boolean"],
            properties: { enabled: { description: shown[name], type: "boolean", default: true } },
            additionalProperties: false,
          },
        ]),
      ),
      isTrusted: {
        description:
          "Whether code in .spectral.* files is run. Taken from initializationOptions alone, so that a folder cannot trust itself.",
        type: "boolean",
        default: false,
      },
      trace: {
        description:
          "Read by the extension for VS Code; other editors log by settings of their own.",
        type: "object",
        properties: {
          server: {
            description:
              "What of the talk with the server is logged while the level of the log is Trace.",
            enum: ["messages", "verbose"],
            default: "messages",
          },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
