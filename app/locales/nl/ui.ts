import type { ui as english } from "../en/ui.ts";
import type { Translated } from "../shape.ts";

export const ui: Translated<typeof english> = {
  breadcrumbs: "Je bent hier",
  close: "Sluiten",
  copied: "Gekopieerd",
  copy: "Kopiëren",
  dismiss: "Sluiten",
  error: "Fout",
  errorSummary_one: "Er klopt nog één ding niet",
  errorSummary_other: "Er kloppen nog {{count}} dingen niet",
  filters: "Filters",
  hostedBy: "Georganiseerd door",
  optional: "niet verplicht",
  seatsFull: "Vol",
  seatsLeft_one: "nog {{count}} plek",
  seatsLeft_other: "nog {{count}} plekken",
  seatsOpen: "Plek genoeg",
  seatsTaken: "{{taken}} van de {{capacity}} plekken bezet",
  seatsWaiting_one: "{{count}} wachtende",
  seatsWaiting_other: "{{count}} wachtenden",
  showResults: "Toon",
  skipToContent: "Direct naar de inhoud",
  working: "Een ogenblik",
};
