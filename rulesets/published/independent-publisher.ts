import { rules } from "../index.js";
import type { SpectralRuleset } from "../spectralRuleset.js";
import { toSpectral } from "../toSpectral.js";

const ruleset: SpectralRuleset = toSpectral(rules, "independent-publisher");
export default ruleset;
