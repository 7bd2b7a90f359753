import type { hosting as english } from "../en/hosting.ts";
import type { Translated } from "../shape.ts";

export const hosting: Translated<typeof english> = {};
