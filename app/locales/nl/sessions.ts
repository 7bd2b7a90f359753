import type { sessions as english } from "../en/sessions.ts";
import type { Translated } from "../shape.ts";

export const sessions: Translated<typeof english> = {
  about: "Waar het over gaat",
  with: "Met {{names}}",
  yourTime: "Jouw tijd",
  where: "Waar",
  host: "Van",
  level: "Voor wie",
  levels: {
    all: "Iedereen",
    beginner: "Wie er nieuw in is",
    advanced: "Wie het al kent",
  },
  equipment: "In de zaal",
  calendarFile: "Kalenderbestand (.ics)",
  track: "Thema",
  language: "Taal",
  again: "Ook op",
  noAbstract: "Nog geen beschrijving.",
  cancelled: "Dit gaat niet door",
  cancelledText: "Het blijft hier staan, zodat niemand voor een dichte deur komt.",
  toCalendar: "Zet in mijn kalender",
  edit: "Bewerken",
};
