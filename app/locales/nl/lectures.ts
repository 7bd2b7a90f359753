import type { lectures as english } from "../en/lectures.ts";
import type { Translated } from "../shape.ts";

export const lectures: Translated<typeof english> = {};
