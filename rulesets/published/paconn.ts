import { rules } from "../index.js";
import type { SpectralRuleset } from "../spectralRuleset.js";
import { toSpectral } from "../toSpectral.js";

/** The ruleset that is published as `paconn`: outside of our own command line, that of certified connectors. */
const ruleset: SpectralRuleset = toSpectral(rules, "certified");
export default ruleset;
