import type { exchange as english } from "../en/exchange.ts";
import type { Translated } from "../shape.ts";

export const exchange: Translated<typeof english> = {
  schedule: { notFound: "Hier is geen programma, of het is niet openbaar." },
};
