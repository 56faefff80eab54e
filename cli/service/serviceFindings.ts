import type { ApiDefinition } from "../../connector/apiDefinition.js";
import type { ConnectorFile } from "../../connector/connector.js";
import { child, type Pointer, parent } from "../../connector/pointer.js";
import { rules } from "../../rulesets/index.js";
import type { Finding, Severity } from "../../rulesets/rule.js";
import type { LocalConnector } from "./localConnector.js";

/** A line of what the service says of a definition. */
export interface ServiceLine {
  severity: Severity;
  pointer: Pointer;
  message: string;
  /** Microsoft's name of the rule, in the formats that have it. */
  code?: string;
}

const severities: Record<string, Severity> = {
  error: "error",
  critical: "error",
  warning: "warning",
};

/**
 * Reads what the service says, in any of the formats that were seen: lines as `Error : <pointer> : <message>`, with
 * `ValuePath: <pointer>`, with the path of a member as .NET writes it, or plain sentences. A place that the
 * definition does not have is shown by what is around it.
 * @param unmarked the severity of lines that do not say theirs
 */
export function readServiceText(
  text: string,
  file: ConnectorFile,
  definition: ApiDefinition | undefined,
  unmarked: Severity = "error",
): ServiceLine[] {
  const begun = text.replace(/^[^\n]*?following errors:\s*(?=(?:error|warning)\s*:)/i, "");
  // A line that is indented goes on with the one before.
  const lines = begun
    .split(/\r?\n(?![ \t])/)
    .map((line) => line.replace(/\s*\r?\n\s*/g, " ").trim())
    .filter((line) => line !== "");
  return lines.map((line) => {
    const build = /:\s*(error|warning)\s+([A-Z]\w+)\s*:\s*(.*)$/s.exec(line);
    const level = /^(?:##\[)?(error|warning|critical)\]?\s*:?\s*(.*)$/is.exec(line);
    const mark = build?.[1] ?? level?.[1];
    const severity = mark === undefined ? unmarked : severities[mark.toLowerCase()]!;
    const { pointer, message } = placeOf(
      (build?.[3] ?? level?.[2] ?? line).trim(),
      file,
      definition,
    );
    return { severity, pointer, message, ...(build !== null && { code: build[2]! }) };
  });
}

/** Finds the place that a sentence of the service names; `""` when it names none. */
function placeOf(
  sentence: string,
  file: ConnectorFile,
  definition: ApiDefinition | undefined,
): { pointer: Pointer; message: string } {
  const { json } = file;
  const known = (pointer: Pointer): Pointer | undefined => {
    for (let at = pointer; at !== ""; at = parent(at)) if (json.node(at) !== undefined) return at;
    return undefined;
  };
  const separated = /^(.*?) : (.*)$/s.exec(sentence);
  if (separated !== null) {
    const pointer = known(`/${separated[1]!.trim().replace(/^#?\//, "")}`);
    if (pointer !== undefined) return { pointer, message: separated[2]!.trim() };
  }
  const valuePath = /\s*ValuePath:\s*(?:'([^']*)'|<([^>]*)>|(\S+))/.exec(sentence);
  if (valuePath !== null) {
    const path = valuePath[1] ?? valuePath[2] ?? valuePath[3] ?? "";
    const message = sentence.slice(0, valuePath.index).trim();
    return {
      pointer: ofOperation(path, definition) ?? known(`/${path.replace(/^#?\//, "")}`) ?? "",
      message,
    };
  }
  const dotted = memberPathIn(sentence);
  if (dotted !== undefined)
    return { pointer: known(ofMemberPath(dotted)) ?? "", message: sentence };
  const operation =
    /\[operation ([^\]]+)\]/i.exec(sentence)?.[1] ??
    /operation(?:Id)? ['"]([^'"]+)['"]/i.exec(sentence)?.[1];
  const found = operation === undefined ? undefined : definition?.operationsById(operation)[0];
  return { pointer: found?.pointer ?? "", message: sentence };
}

/** Where a refusal of a whole connector points: into one of its files, or nowhere. */
export function locate(
  refusal: string,
  { definitionFile, propertiesFile, connector }: LocalConnector,
): { file: ConnectorFile; pointer: Pointer } | undefined {
  const dotted = memberPathIn(refusal);
  const inBody = dotted === undefined ? "" : ofMemberPath(dotted);
  const ofProperties = /^\/properties\/(?!openApiDefinition\b)/.test(inBody);
  if (ofProperties && propertiesFile.json.node(inBody) !== undefined)
    return { file: propertiesFile, pointer: inBody };
  const sentence = refusal.replace(/'properties\.openApiDefinition\.?/, "'");
  for (const { pointer } of readServiceText(sentence, definitionFile, connector.apiDefinition))
    if (pointer !== "") return { file: definitionFile, pointer };
  return undefined;
}

/** `operation/GetTicket/parameter/id/…`: an operation by its id. */
function ofOperation(path: string, definition: ApiDefinition | undefined): Pointer | undefined {
  const id = /^\/?operation\/([^/]+)/.exec(path)?.[1];
  return id === undefined ? undefined : definition?.operationsById(id)[0]?.pointer;
}

/** The path that stands in `Path '…', line 1`; keys in it have quotes of their own. */
function memberPathIn(sentence: string): string | undefined {
  return /\bPath '(.+?)'(?=[,.\s]|$)/.exec(sentence)?.[1];
}

/** `paths['/tickets'].get.parameters[0].name`, as the JSON library of .NET writes the place of a member. */
function ofMemberPath(path: string): Pointer {
  let pointer = "";
  for (const [, quoted, index, name] of path.matchAll(
    /\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]|([^.[\]]+)/g,
  ))
    pointer = child(pointer, quoted?.replaceAll("\\'", "'") ?? index ?? name!);
  return pointer;
}

/** Words that say nothing of what a sentence is about; most rules want something to be present. */
const empty = new Set(
  "the a an of in is are has have be must not no and or to for it this missing required present property valid".split(
    " ",
  ),
);

/** The words of a sentence, those of `operationId` apart. */
function words(text: string): Set<string> {
  const parts =
    text
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z]{2,}/g) ?? [];
  return new Set(parts.filter((word) => !empty.has(word)));
}

/**
 * Findings for what the service says. Its lines name no rule, so the rule is the one of ours that found something at
 * the same place, or right above or below it, with the most words in common; `service` when there is none.
 * @param ours what our rules find in the same file, by the rules of certification
 */
export function serviceFindings(
  lines: readonly ServiceLine[],
  file: ConnectorFile,
  ours: readonly Finding[],
): Finding[] {
  return lines.map(({ severity, pointer, message, code }) => {
    const byCode = rules.find((rule) => rule.validatorCodes.some((own) => own === code));
    const near = ours.filter(
      (finding) =>
        finding.pointer === pointer ||
        (pointer !== "" && parent(finding.pointer) === pointer) ||
        (finding.pointer !== "" && parent(pointer) === finding.pointer),
    );
    const said = words(message);
    const shared = (text: string) => [...words(text)].filter((word) => said.has(word)).length;
    const best = near
      .map((finding) => ({
        finding,
        // The name of a rule and Microsoft's code say what it is about; its message repeats the place, too.
        named: shared(`${finding.rule.replaceAll("-", " ")} ${finding.validatorCode ?? ""}`),
        told: shared(finding.message),
      }))
      .filter(({ finding, named }) => named >= (finding.pointer === pointer ? 1 : 2))
      .sort((a, b) => 2 * (b.named - a.named) + b.told - a.told)[0]?.finding;
    const rule = byCode?.name ?? best?.rule ?? "service";
    return {
      path: file.path,
      pointer,
      range: file.json.range(pointer, file.json.isContainer(pointer) ? "key" : "value"),
      rule,
      severity,
      message: `The service says: ${message}`,
      validatorCode: code ?? best?.validatorCode ?? null,
      related: [],
      fix: undefined,
    };
  });
}
