import type { turn as english } from "../en/turn.ts";
import type { Translated } from "../shape.ts";

export const turn: Translated<typeof english> = {
  openFloor: "Vrij podium: wie wil, vertelt iets",
  openFloorTitle: "Vrij podium",
};
