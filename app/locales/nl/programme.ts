import type { programme as english } from "../en/programme.ts";
import type { Translated } from "../shape.ts";

export const programme: Translated<typeof english> = {};
