import type { sessions as english } from "../en/sessions.ts";
import type { Translated } from "../shape.ts";

export const sessions: Translated<typeof english> = {
  about: "Waar het over gaat",
  with: "Met",
  when: "Wanneer",
  where: "Waar",
  host: "Van",
  track: "Thema",
  language: "Taal",
  again: "Ook op een ander moment",
  noAbstract: "Nog geen beschrijving.",
  cancelled: "Dit gaat niet door",
  cancelledText: "Het blijft hier staan, zodat niemand voor een dichte deur komt.",
  tentative: "Nog niet zeker",
  toCalendar: "Zet in mijn kalender",
  edit: "Bewerken",
  accessibility: "Toegankelijkheid",
  kinds: {
    workshop: "Workshop",
    talk: "Praatje",
    plenary: "Voor iedereen",
    break: "Pauze",
    lecture: "Minicollege",
  },
};
