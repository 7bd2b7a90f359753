import type { timetable as english } from "../en/timetable.ts";
import type { Translated } from "../shape.ts";

export const timetable: Translated<typeof english> = {};
