import type { editions as english } from "../en/editions.ts";
import type { Translated } from "../shape.ts";

export const editions: Translated<typeof english> = {};
