import type { OrganisationKey, PersonKey } from "./organisations.ts";

export interface SpeakerContent {
  person: PersonKey;
  /** In the order in which they are given. */
  topics: string[];
}

/** Four colleagues of each organisation and what they tell in ten minutes. */
export const speakersContent: Record<OrganisationKey, SpeakerContent[]> = {
  waterland: [
    {
      person: "joris",
      topics: [
        "Waarom een brug nooit af is",
        "Drie knopen die je elke week gebruikt",
        "De sluiswachter en zijn schriftje",
        "Wat roest ons vertelt",
        "Rekenen op een bierviltje",
      ],
    },
    {
      person: "fatima",
      topics: [
        "De letter nun",
        "Hoe je een stilte laat duren",
        "Koken voor tachtig mensen",
        "Wat een tolk hoort en jij niet",
        "Muntthee, stap voor stap",
      ],
    },
    {
      person: "meike",
      topics: [
        "Formulieren met manieren",
        "De kaart van mijn ochtend",
        "Vijf mensen zijn genoeg",
        "Een proces in één regel",
        "Het verdwenen vinkje",
      ],
    },
    {
      person: "kofi",
      topics: [
        "A model that learned to cheat",
        "Counting fish with a microphone",
        "What autocomplete knows about me",
        "My grandmother's ledger",
        "The cheapest sensor in the world",
      ],
    },
  ],
  lumen: [
    {
      person: "noor",
      topics: [
        "De kortste privacyverklaring van Nederland",
        "Wat je niet hoeft te weten",
        "Bewaren is een besluit",
        "De AVG in zeven plaatjes",
        "Wie las mijn brief?",
      ],
    },
    {
      person: "thomas",
      topics: [
        "Second place, eleven months",
        "How Swedes take a break",
        "A changelog for my garden",
        "Reading a contract backwards",
        "The queue at the post office",
      ],
    },
    {
      person: "oliver",
      topics: [
        "What a river sounds like",
        "Tuning a piano by ear",
        "Bells, and why they are never in tune",
        "The loudest room in this building",
        "A Wednesday without e-mail",
      ],
    },
    {
      person: "priya",
      topics: [
        "A question the canteen could not answer",
        "Monsoon arithmetic",
        "Why my dashboards are empty",
        "The spreadsheet that ran a wedding",
        "Zero, a short history",
      ],
    },
  ],
  kade: [
    {
      person: "chloe",
      topics: [
        "Een jaar zonder auto",
        "Wat de kassière ziet",
        "Hoe een krant aan zijn kop komt",
        "Mijn opa en de wisselwachter",
        "Waarom we fluisteren in een museum",
      ],
    },
    {
      person: "yusuf",
      topics: [
        "De taartgrafiek van 110 procent",
        "Niemand is gemiddeld",
        "Wat de bakker van statistiek weet",
        "Waarom de bus altijd net weg is",
        "Eén getal, drie verhalen",
      ],
    },
    {
      person: "hannah",
      topics: [
        "Yes, and",
        "The demo nobody came to",
        "What toddlers know about feedback",
        "An agenda in three verbs",
        "Applause, a user manual",
      ],
    },
    {
      person: "pieter",
      topics: [
        "Notulen in dertig seconden",
        "De mooiste foutmelding",
        "Lof van het potlood",
        "Waarom ik alles nummer",
        "Een spreadsheet uit 1986",
      ],
    },
  ],
  polder: [
    {
      person: "jelle",
      topics: [
        "Stroom van een kerkdak",
        "De kleinste windmolen van Friesland",
        "Wat kost een douche?",
        "Dijken lezen",
        "Een zomer met een warmtepomp",
      ],
    },
    {
      person: "sofia",
      topics: [
        "Coffee in Trieste",
        "Improvising with the tax office",
        "How Lisbon does it",
        "A gesture for every occasion",
        "The art of the second question",
      ],
    },
    {
      person: "nadia",
      topics: [
        "Posters that changed my mind",
        "Saying no in four languages",
        "One idea, three colours",
        "The alphabet of pictograms",
        "What my first boss drew",
      ],
    },
    {
      person: "bas",
      topics: [
        "Alles is te repareren, behalve één ding",
        "De schroef die de wereld veroverde",
        "Lijm, een liefdesgeschiedenis",
        "Waarom je fiets piept",
        "Wat er in de la ligt",
      ],
    },
  ],
};
