import type { CSSProperties } from "react";
import { themedColours } from "./contrast.ts";

/** Goes with the class `organisation`, which then offers `var(--organisation)` in the theme in force. */
export function organisationColour(colour: string): CSSProperties {
  const { light, dark } = themedColours(colour);
  return { "--organisation-light": light, "--organisation-dark": dark } as CSSProperties;
}
