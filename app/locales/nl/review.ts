import type { review as english } from "../en/review.ts";
import type { Translated } from "../shape.ts";

export const review: Translated<typeof english> = {};
