import type { scheduleImport as english } from "../en/import.ts";
import type { Translated } from "../shape.ts";

export const scheduleImport: Translated<typeof english> = {};
