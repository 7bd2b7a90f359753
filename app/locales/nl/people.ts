import type { people as english } from "../en/people.ts";
import type { Translated } from "../shape.ts";

export const people: Translated<typeof english> = {};
