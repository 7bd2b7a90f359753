import type { WorkshopContent } from "./programme.ts";

/** The workshops of the first day, and those given again on the second. */
export const dayOne: WorkshopContent[] = [
  {
    title: "How we stopped planning in quarters",
    abstract:
      "Three teams at Lumen threw away the quarterly plan and kept a list of bets instead. What replaced it, what we miss, and the one meeting we would not give up again.",
    language: "en",
    track: "together",
    by: ["grace"],
    at: ["1A zaal"],
    minutes: 60,
  },
  {
    title: "Vergaderen zonder vergadering",
    abstract:
      "Een besluit nemen met negen mensen, zonder dat ze op hetzelfde moment in dezelfde kamer zitten. We doen het een keer samen, met een besluit dat je zelf meebrengt.",
    language: "nl",
    track: "together",
    by: ["anna"],
    at: ["1A dok"],
    minutes: 60,
  },
  {
    title: "Een lastig gesprek in vier zinnen",
    abstract:
      "Wat je zag, wat het met je deed, wat je nodig hebt, wat je vraagt. We oefenen in drietallen met echte gesprekken die je voor je uit schuift. Je vertelt niet meer dan je wilt.",
    language: "nl",
    track: "together",
    by: ["marieke"],
    at: ["1A kajuit", "2B kajuit"],
    minutes: 60,
  },
  {
    title: "SQL for people who are afraid of SQL",
    abstract:
      "You can ask a database a question in one sentence. We write ten of those sentences together, on data about the canteen. Bring a laptop; nothing to install.",
    language: "en",
    track: "data",
    by: ["priya"],
    at: ["1A prisma", "2C prisma"],
    minutes: 75,
  },
  {
    title: "Schetsen wat je bedoelt",
    abstract:
      "Je hoeft niet te kunnen tekenen om iets uit te tekenen. Met vijf vormen en een dikke stift leg je je proces uit aan iemand die het niet kent.",
    language: "nl",
    track: "words",
    by: ["lotte"],
    at: ["1A atelier", "2A atelier"],
    minutes: 75,
  },
  {
    title: "What a failed tender taught us",
    abstract:
      "Eleven months of work, second place. We read the jury's report together and show which of our own sentences lost it. Honest, a little painful, useful.",
    language: "en",
    track: "craft",
    by: ["thomas", "hannah"],
    at: ["1B zaal"],
    minutes: 60,
  },
  {
    title: "Toegankelijk schrijven: B1 in de praktijk",
    abstract:
      "Neem een brief mee die je team verstuurt. We halen er de helft van de woorden uit en kijken of er nog hetzelfde staat.",
    language: "nl",
    track: "words",
    by: ["eva"],
    at: ["1B dok"],
    minutes: 60,
  },
  {
    title: "Ask me anything about parental leave",
    abstract:
      "Two fathers, one mother and a spreadsheet: how four of us arranged leave, part-time weeks and coming back. No slides, only your questions.",
    language: "en",
    track: "together",
    by: ["tom"],
    at: ["1B kajuit"],
    minutes: 45,
  },
  {
    title: "Hoe lees je een grafiek die je iets wil verkopen?",
    abstract:
      "Afgeknotte assen, handig gekozen jaren, een taart van 110 procent. Twaalf voorbeelden uit kranten en uit onze eigen jaarverslagen.",
    language: "nl",
    track: "data",
    by: ["yusuf"],
    at: ["1B prisma"],
    minutes: 60,
  },
  {
    title: "Teken de kaart van je werk",
    abstract:
      "Wie geeft wat aan wie door, en waar blijft het liggen? Elke groep tekent één proces op twee meter papier. De kaart gaat mee naar huis.",
    language: "nl",
    track: "craft",
    by: ["meike"],
    at: ["1B atelier"],
    minutes: 60,
  },
  {
    title: "Oefenen met tegenspraak",
    abstract:
      "Tegenspreken is een dienst die je een collega bewijst, mits je het goed doet. Acht korte oefeningen, van beleefd tot stevig. Met nabespreking.",
    language: "nl",
    track: "together",
    by: ["ruben", "aisha"],
    at: ["1C zaal"],
    minutes: 90,
  },
  {
    title: "Prompting without the hype",
    abstract:
      "What language models are good at in our kind of work, what they make up, and how to notice. You leave with five prompts you tested yourself and one you threw away.",
    language: "en",
    track: "data",
    by: ["kofi"],
    at: ["1C dok", "2B dok"],
    minutes: 60,
  },
  {
    title: "Steekproeven met drop",
    abstract:
      "Hoeveel dropjes moet je proeven om te weten wat er in de zak zit? Statistiek die je kunt opeten, voor wie ooit 'significant' heeft geroepen.",
    language: "nl",
    track: "data",
    by: ["joris"],
    at: ["1C kajuit"],
    minutes: 60,
  },
  {
    title: "One service, two countries: a call with Lisbon",
    abstract:
      "The team of Inês runs the same service as we do, for half a million people in Lisbon. Half of us sit in Prisma, half of them in Alcântara. We compare one day, hour by hour.",
    language: "en",
    track: "together",
    by: ["sofia"],
    guests: ["Inês Carvalho"],
    at: ["1C prisma"],
    minutes: 60,
    timeZone: "Europe/Lisbon",
  },
  {
    title: "Posters with one idea",
    abstract:
      "A poster says one thing to someone who walks past. We make one each, with scissors and three colours, for something your team keeps forgetting to tell.",
    language: "en",
    track: "words",
    by: ["nadia"],
    at: ["1C atelier"],
    minutes: 90,
  },
  {
    title: "Repair café: bring one broken thing",
    abstract:
      "A lamp, a zip, a radio, a chair. Bas brings the tools and a box of screws; you bring the thing and the patience. Most of it gets fixed.",
    language: "en",
    track: "green",
    by: ["bas"],
    at: ["1C lens"],
    minutes: 90,
    capacity: 8,
  },
  {
    title: "Duizend zonnepanelen op een monument",
    abstract:
      "Zes jaar, vier vergunningen, één dak. Hoe Polder een rijksmonument van stroom liet leven, wat het kostte en welke brief alles veranderde.",
    language: "nl",
    track: "green",
    by: ["jelle"],
    at: ["1D zaal"],
    minutes: 60,
  },
  {
    title: "The Friday demo nobody wanted",
    abstract:
      "Every Friday a team shows what works. For three months nobody came. Hannah tells what changed, and we plan the first four demos of your own team.",
    language: "en",
    track: "together",
    by: ["hannah"],
    at: ["1D dok"],
    minutes: 45,
  },
  {
    title: "Notuleren als sport",
    abstract:
      "Drie minuten gesprek, dertig seconden schrijven. Wie de kortste notulen maakt waar iedereen het mee eens is, wint een potlood.",
    language: "nl",
    track: "craft",
    by: ["pieter"],
    at: ["1D kajuit"],
    minutes: 45,
  },
  {
    title: "Privacy by sticky note",
    abstract:
      "An impact assessment does not have to be forty pages. On one wall, with four colours, we find out what a project really needs to know about people.",
    language: "en",
    track: "data",
    by: ["noor"],
    at: ["1D prisma"],
    minutes: 60,
  },
  {
    title: "Arabische kalligrafie voor beginners",
    abstract:
      "Een rietpen, inkt en de letter nun. Een uur lang niets anders. Je gaat naar huis met je naam op papier, en met inkt op je vingers.",
    language: "nl",
    track: "words",
    by: ["fatima"],
    at: ["1D atelier"],
    minutes: 60,
  },
  {
    title: "Tien vragen aan een ontwikkelaar",
    abstract:
      "Waarom duurt het zo lang? Waarom kan het ineens wél? Alles wat je een programmeur altijd hebt willen vragen, met eerlijke antwoorden en één live storing.",
    language: "nl",
    track: "craft",
    by: ["sander"],
    at: ["1D lens"],
    minutes: 45,
  },
];
