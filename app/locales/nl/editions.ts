import type { editions as english } from "../en/editions.ts";
import type { Translated } from "../shape.ts";

export const editions: Translated<typeof english> = {
  releases: {
    festivalCancelled: "Het festival is afgelast: er wordt niets meer gepubliceerd.",
  },
  audience: {
    attends_one: "{{count}} met een plek",
    attends_other: "{{count}} met een plek",
    waits_one: "{{count}} op de wachtlijst",
    waits_other: "{{count}} op de wachtlijst",
    gives_one: "{{count}} spreker",
    gives_other: "{{count}} sprekers",
    told: "Krijgen bericht: {{who}}",
    nobody: "Niemand krijgt bericht",
    mails_one: "Eén persoon krijgt één mail met wat er voor hen verandert, na tien rustige minuten.",
    mails_other:
      "{{count}} mensen krijgen elk één mail met wat er voor hen verandert, na tien rustige minuten.",
    noMail: "Niemand krijgt een mail: het raakt geen plek, wachtlijst of spreker.",
  },
  changes: {
    kind: "Soort wijziging",
    everyKind: "Alle soorten",
    none: "Geen wijziging van deze soort.",
    groups: {
      cancelled: "Afgelast ({{count}})",
      added: "Nieuw ({{count}})",
      time: "Op een andere tijd ({{count}})",
      room: "Op een andere plek ({{count}})",
      title: "Met een andere titel ({{count}})",
      speakers: "Door iemand anders ({{count}})",
      capacity: "Met meer of minder plekken ({{count}})",
      details: "Bijgewerkt ({{count}})",
    },
    kinds: {
      cancelled: "Afgelast",
      added: "Nieuw",
      time: "Verplaatst in tijd",
      room: "Andere plek",
      title: "Andere titel",
      speakers: "Sprekers",
      capacity: "Plekken",
      details: "Details",
    },
    speakersFrom: "gegeven door {{names}}, was {{before}}",
    mended: "gewijzigd: {{what}}",
    fields: {
      organisationId: "gastheer",
      kind: "soort sessie",
      abstract: "beschrijving",
      language: "taal",
      trackId: "spoor",
      level: "niveau",
    },
  },
  changelog: {
    title: "Wat er veranderde",
    titleOf: "Wat er veranderde · {{festival}}",
    intro: "Elke versie van het programma, de nieuwste bovenaan.",
    empty: "Nog geen programma",
    emptyHint: "Zodra het er is, lees je hier elke wijziging.",
    everybody: "Wat iedereen ervan leest",
    link: "Wat er veranderde",
  },
  rollBack: {
    link: "Bekijken of ernaar terug",
    all: "Alle publicaties",
    title: "Terug naar versie {{number}}?",
    intro:
      "Gepubliceerd {{when}}. Teruggaan maakt versie {{number}} met deze inhoud; de versies ertussen blijven in de lijst staan.",
    noteHint: "Staat bij de publicatie: waarom je teruggaat.",
    submit: "Terug naar versie {{to}}, als versie {{number}}",
    done: "Versie {{number}} is uit, met de inhoud van versie {{to}}.",
    same: "Dit is wat bezoekers nu zien",
    sameHint: "Er is niets om naar terug te gaan.",
    nothingLeft: "Bezoekers zien dit al precies zo. Er is niets veranderd.",
    seats:
      "Niemand raakt een plek kwijt: wie een plek had in een sessie die terugkomt, heeft die weer, en een sessie die verdwijnt houdt tot dan haar inschrijvingen.",
    drafts:
      "Het concept gaat ook terug. Sessies die nooit gepubliceerd zijn, blijven in het concept zoals ze zijn.",
    keptSeats: "Deze houden de plekken die bezet zijn",
    keptSeat_one: "‘{{title}}’: {{count}} plek",
    keptSeat_other: "‘{{title}}’: {{count}} plekken",
    lostRooms: "Deze zalen zijn er niet meer",
    lostRoom: "‘{{title}}’: {{room}} staat er alleen nog als naam. Kies daarna een zaal.",
  },
};
