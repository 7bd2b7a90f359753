import type { WorkshopContent } from "./programme.ts";

/** The workshops that are given on the second day only. */
export const dayTwo: WorkshopContent[] = [
  {
    title: "Van klacht naar compliment",
    abstract:
      "Negentig klachten van vorig jaar, gesorteerd op wat de klager eigenlijk vroeg. Wat we daarna anders deden, en wat ons dat opleverde: minder klachten, en een taart.",
    language: "nl",
    track: "together",
    by: ["aisha"],
    at: ["2A zaal"],
    minutes: 60,
  },
  {
    title: "Git for writers",
    abstract:
      "Version control, without the command line and without the word 'commit'. For everyone with a file called final_v7_REALLY.docx.",
    language: "en",
    track: "craft",
    by: ["thomas"],
    at: ["2A dok"],
    minutes: 75,
  },
  {
    title: "Reken je dienstreis uit",
    abstract:
      "Trein, auto of thuisblijven: op één vel papier schat je de uitstoot van een jaar reizen van je team. Geen schuldgevoel, wel een getal.",
    language: "nl",
    track: "green",
    by: ["jelle"],
    at: ["2A kajuit"],
    minutes: 60,
  },
  {
    title: "Maps that mislead",
    abstract:
      "Every map leaves something out. Tom brings ten that changed a decision, rightly or wrongly, and lets you draw an eleventh of your own neighbourhood.",
    language: "en",
    track: "data",
    by: ["tom"],
    at: ["2A prisma"],
    minutes: 60,
  },
  {
    title: "Slow reading: one page, one hour",
    abstract:
      "Eight people, one page, no phones. We read a single page of a report so slowly that it becomes interesting. Surprisingly restful.",
    language: "en",
    track: "words",
    by: ["grace"],
    at: ["2A lens"],
    minutes: 60,
  },
  {
    title: "A year without e-mail on Wednesdays",
    abstract:
      "Fifty-two Wednesdays, one rule, two exceptions. What the figures say, who hated it, and the automatic reply that made it work.",
    language: "en",
    track: "together",
    by: ["oliver"],
    at: ["2B zaal"],
    minutes: 60,
  },
  {
    title: "Open data, open vragen",
    abstract:
      "Bij elke dataset hoort de vraag wie er niet in voorkomt. We zoeken hem uit in vier openbare bestanden van de stad, in tweetallen.",
    language: "nl",
    track: "data",
    by: ["yusuf", "noor"],
    at: ["2B prisma"],
    minutes: 60,
  },
  {
    title: "Repareer je spreadsheet",
    abstract:
      "Samengevoegde cellen, kleuren met een betekenis, een formule die niemand durft aan te raken. Neem je ergste mee; Pieter heeft een hamer bij zich.",
    language: "nl",
    track: "craft",
    by: ["pieter"],
    at: ["2B atelier"],
    minutes: 60,
  },
  {
    title: "Planten die een kantoor overleven",
    abstract:
      "Welke plant past bij een raam op het noorden en een collega die nooit water geeft? Met stekjes om mee te nemen, zolang de voorraad strekt.",
    language: "nl",
    track: "green",
    by: ["ilse"],
    at: ["2B lens"],
    minutes: 45,
  },
  {
    title: "Improvise! Theatre for people who plan",
    abstract:
      "Say yes, add something, look good by making the other look good. Ninety minutes on your feet, and you never have to be funny.",
    language: "en",
    track: "together",
    by: ["sofia", "hannah"],
    at: ["2C zaal"],
    minutes: 90,
  },
  {
    title: "Interviewen zonder vragenlijst",
    abstract:
      "Het beste antwoord komt na de stilte. Je interviewt iemand van een andere organisatie over een dag die misging, en leert vooral wachten.",
    language: "nl",
    track: "craft",
    by: ["fatima"],
    at: ["2C dok"],
    minutes: 75,
  },
  {
    title: "Twelve ways to say no",
    abstract:
      "Kind ones, clear ones, and two that sound like yes. We practise on requests from your own inbox until it no longer hurts.",
    language: "en",
    track: "together",
    by: ["nadia"],
    at: ["2C kajuit"],
    minutes: 60,
  },
  {
    title: "Fietswiel recht in een uur",
    abstract:
      "Een slag in je wiel haal je er met een spaaksleutel zelf uit. Bas brengt acht scheve wielen mee. Neem je eigen wiel gerust ook mee.",
    language: "nl",
    track: "green",
    by: ["bas"],
    at: ["2C atelier"],
    minutes: 60,
  },
  {
    title: "Breakfast in Brooklyn",
    abstract:
      "Marcus keeps nine draw bridges moving with a crew of six. He has breakfast, we have just had soup. Bring a question about maintenance that nobody here can answer.",
    language: "en",
    track: "craft",
    by: ["thomas"],
    guests: ["Marcus Bell"],
    at: ["2C lens"],
    minutes: 60,
    timeZone: "America/New_York",
  },
  {
    title: "Wat een brug ons leert over onderhoud",
    abstract:
      "Een brug gaat niet stuk op de dag dat ze stukgaat. Joris loopt tachtig jaar logboek door en vraagt: welk logboek houdt jouw team bij?",
    language: "nl",
    track: "craft",
    by: ["joris"],
    at: ["2D zaal"],
    minutes: 60,
  },
  {
    title: "Feedback in one breath",
    abstract:
      "If it does not fit in one breath, it is not feedback but a speech. Forty-five minutes, thirty rounds, a kitchen timer.",
    language: "en",
    track: "together",
    by: ["tom"],
    at: ["2D dok"],
    minutes: 45,
  },
  {
    title: "Testen met je buurvrouw",
    abstract:
      "Vijf gewone mensen vinden de meeste fouten in je formulier. Hoe je ze vindt, wat je vraagt, en hoe je je mond houdt terwijl ze zoeken.",
    language: "nl",
    track: "craft",
    by: ["meike"],
    at: ["2D kajuit"],
    minutes: 60,
  },
  {
    title: "Listening to data",
    abstract:
      "A year of water levels sounds like a cello. Oliver turns three of our own datasets into sound, and you hear the mistake that nobody saw.",
    language: "en",
    track: "data",
    by: ["oliver"],
    at: ["2D prisma"],
    minutes: 60,
  },
];
