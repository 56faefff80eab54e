import type { Rule } from "../rule.js";
import iconBackgroundBrandColor from "./icon-background-brand-color.js";
import iconBackgroundNotDefault from "./icon-background-not-default.js";
import iconDimensions from "./icon-dimensions.js";
import iconFormatPng from "./icon-format-png.js";
import iconLogoRatio from "./icon-logo-ratio.js";
import iconNoTransparency from "./icon-no-transparency.js";
import iconNotForIndependentPublisher from "./icon-not-for-independent-publisher.js";
import iconSize from "./icon-size.js";

/** The rules about icons, by name. */
export const iconRules: readonly Rule[] = [
  iconBackgroundBrandColor,
  iconBackgroundNotDefault,
  iconDimensions,
  iconFormatPng,
  iconLogoRatio,
  iconNoTransparency,
  iconNotForIndependentPublisher,
  iconSize,
];
