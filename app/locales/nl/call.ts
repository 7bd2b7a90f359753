import type { call as english } from "../en/call.ts";
import type { Translated } from "../shape.ts";

export const call: Translated<typeof english> = {};
