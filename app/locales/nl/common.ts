import type { common as english } from "../en/common.ts";
import type { Translated } from "../shape.ts";

export const common: Translated<typeof english> = {};
