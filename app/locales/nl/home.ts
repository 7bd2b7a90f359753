import type { home as english } from "../en/home.ts";
import type { Translated } from "../shape.ts";

export const home: Translated<typeof english> = {};
