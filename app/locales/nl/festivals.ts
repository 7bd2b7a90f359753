import type { festivals as english } from "../en/festivals.ts";
import type { Translated } from "../shape.ts";

export const festivals: Translated<typeof english> = {};
