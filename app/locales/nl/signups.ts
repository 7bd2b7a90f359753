import type { signups as english } from "../en/signups.ts";
import type { Translated } from "../shape.ts";

export const signups: Translated<typeof english> = {};
