import { rules } from "../index.js";
import { toSpectral } from "../toSpectral.js";

export default toSpectral(rules, "certified");
