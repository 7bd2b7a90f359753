import type { home as english } from "../en/home.ts";
import type { Translated } from "../shape.ts";

export const home: Translated<typeof english> = {
  title: "Wat er te doen is",
  hello: "Hallo {{name}}",
  welcome: {
    title: "Het meeste leer je van een collega",
    text: "Bevriende organisaties delen wat ze weten: festivals vol workshops door en voor hun eigen mensen, en elke week tien minuten bij de koffieautomaat. Kies iets uit, leg je plek vast, en het staat in je agenda.",
    look: "Bekijk de festivals",
  },
  how: {
    title: "Hoe het werkt",
    festivals: {
      title: "Samen een festival",
      text: "Twee dagen workshops door collega's van alle organisaties. Kies wat je leuk vindt; niemand dringt voor.",
    },
    lectures: {
      title: "Tien minuten bij de koffie",
      text: "Elke week vertelt iemand anders wat die weet. Zonder apparaten, zonder stoelen, en eerlijk om de beurt.",
    },
    calendars: {
      title: "In je eigen agenda",
      text: "Waar je je voor aanmeldt komt vanzelf in je agenda, en verhuist mee als het verschuift.",
    },
  },
  festival: {
    now: "Nu bezig",
    next: "Volgende festival, {{when}}",
    choose: "Kies je workshops",
    programme: "Bekijk het programma",
    more: "Lees meer",
    none: "Er staat nog geen festival gepland",
    noneText: "Zodra er een wordt aangekondigd, vind je het hier.",
  },
  lecture: {
    noTopic: "Het onderwerp is nog een verrassing",
    noSpeaker: "Nog niemand is aan de beurt",
    more: "Over dit praatje",
    none: "Deze week geen praatje",
    noneText: "Kijk wie er later aan de beurt is.",
    all: "Alle praatjes",
  },
  asked: {
    turn: "Jij bent aan de beurt bij {{series}}: kun je spreken?",
    host: "Je organisatie is gevraagd om {{festival}} mee te organiseren",
    answer: "Antwoord geven",
  },
  agenda: {
    title: "Mijn agenda",
    all: "Mijn hele agenda",
    empty: "Je agenda is nog leeg",
    emptyText: "Waar je je voor aanmeldt of wat je zelf geeft, staat hier en in je eigen agenda.",
    part: {
      gives: "Jij geeft dit",
      attends: "Je gaat",
      offered: "Plaats voor je vastgehouden",
      waits: "Wachtlijst",
      "passed-over": "Wachtlijst",
    },
    cancelled: "Gaat niet door",
  },
};
