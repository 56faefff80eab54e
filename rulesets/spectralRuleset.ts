/** The parts of Spectral's types that a ruleset needs: what is published imports nothing. */
export interface SpectralRuleset {
  rules: Record<string, SpectralRule>;
}

export interface SpectralRule {
  description: string;
  message: string;
  severity: "error" | "warn" | "info" | "hint" | "off";
  given: "$";
  resolved: false;
  documentationUrl?: string;
  then: { function: SpectralFunction };
}

export type SpectralFunction = (
  value: unknown,
  options: unknown,
  context: { document: { data: unknown; source: string | null } },
) => SpectralResult[];

export interface SpectralResult {
  message: string;
  path: string[];
}
