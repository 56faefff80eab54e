import { rules } from "../index.js";
import { toSpectral } from "../toSpectral.js";

/** The ruleset that is published as `paconn`: outside of our own command line, that of certified connectors. */
export default toSpectral(rules, "certified");
