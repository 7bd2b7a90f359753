import type { scheduleImport as english } from "../en/import.ts";
import type { Translated } from "../shape.ts";

export const scheduleImport: Translated<typeof english> = {
  title: "Een programma importeren",
  intro:
    "Neem een programma over uit pretalx, frab of een ander hulpmiddel dat een conferentieprogramma kan wegschrijven (schedule.json of schedule.xml).",
  draftOnly:
    "Wat je importeert komt in het concept van het programma. Niemand ziet het tot je het publiceert, en hetzelfde bestand nog eens importeren werkt het bij zonder iets te verdubbelen.",
  file: "Programmabestand",
  fileHint: "JSON of XML, hooguit 5 MB.",
  pasted: "Of plak het hier",
  pastedHint: "Telt als er geen bestand is gekozen.",
  submit: "Importeren",
  report: {
    title: "Wat ervan is gekomen",
    intoDraft: "Het staat in het concept van {{festival}}. Kijk het na en publiceer het daarna.",
    toDraft: "Bekijk het concept",
    another: "Nog een bestand importeren",
    taken_one: "{{count}} sessie overgenomen",
    taken_other: "{{count}} sessies overgenomen",
    left_one: "{{count}} vermelding overgeslagen",
    left_other: "{{count}} vermeldingen overgeslagen",
    leftTitle: "In het bestand gebleven",
    leftIntro: "Verbeter deze in het bestand en importeer het nog eens: wat er al is, wordt bijgewerkt.",
    mendedTitle: "Overgenomen, met iets hersteld",
    takenTitle: "Overgenomen zoals het was",
    missingTitle: "Niet meer in het bestand",
    missingIntro:
      "Deze kwamen met een eerdere keer mee en staan nog in het concept. Zeg af wat echt niet doorgaat.",
    zone: "Het bestand noemt de tijdzone {{named}}, maar de tijden zijn die van {{used}}. De tijden gelden.",
    where: "Dag {{day}}, {{room}}, nummer {{entry}}",
    whereNoRoom: "Dag {{day}}, nummer {{entry}}",
    whereRoom: "Dag {{day}}, {{room}}",
    whereDay: "Dag {{day}}",
    untitled: "Zonder titel",
    columns: { where: "Waar in het bestand", title: "Titel", why: "Wat is ermee" },
  },
  refusal: {
    nothingSent: "Kies een bestand of plak een programma.",
    empty: "Het bestand is leeg.",
    tooLarge: "Het bestand is groter dan 5 MB. Een programma is veel kleiner: is dit het goede bestand?",
    notText: "Dit is geen tekstbestand. Exporteer het programma als JSON of XML.",
    brokenJson:
      "De JSON in dit bestand breekt af of bevat een fout. Download het opnieuw en probeer het nog eens.",
    brokenXml:
      "De XML in dit bestand breekt af of bevat een fout. Download het opnieuw en probeer het nog eens; een opgeslagen webpagina werkt niet.",
    neither: "Dit is geen JSON en geen XML. Exporteer het programma als schedule.json of schedule.xml.",
    notASchedule:
      "Dit is geen conferentieprogramma: de lijst met dagen ontbreekt. Zoek een bestand met de naam schedule.json of schedule.xml.",
    tooManyEntries: "Het bestand heeft meer dan 5000 vermeldingen. Splits het op.",
    nothingToTake: "Er staat geen sessie in dit bestand die we kunnen overnemen.",
    noOrganisation:
      "Er is nog geen organisatie die het festival kan dragen. Start de server een keer, richt de eerste in en importeer het dan nog eens.",
    unknownOrganisation: "Er is geen organisatie met deze korte naam.",
    notAHost: "Deze organisatie is geen gastheer van het festival.",
    badSlug:
      "De korte naam van een festival heeft alleen kleine letters, cijfers en losse streepjes, zoals deell-spring.",
  },
  nothingChanged: "Er is niets veranderd.",
  reason: {
    notAnEntry: "Dit is geen vermelding.",
    notAList: "Hier hoort een lijst met vermeldingen te staan.",
    noTitle: "Er is geen titel.",
    noTime: "Er is geen tijd.",
    badTime: "De tijd is niet te lezen.",
    badDuration: "Zo lang kan het niet duren.",
    duplicate: "Een eerdere vermelding heeft hetzelfde nummer.",
    otherHost: "Het is van een andere gastheer; alleen die mag het wijzigen.",
  },
  note: {
    shortened: "ingekort waar het te lang was",
    noRoom: "het heeft geen zaal",
    noId: "het heeft geen nummer: we herkennen het aan tijd, zaal en titel",
    noTrack: "het spoor hoort niet bij dit festival",
    languageAssumed: "geen taal genoemd; die van het festival genomen",
    durationAssumed: "geen duur genoemd; een uur genomen",
    namelessSpeakers: "een spreker zonder naam is weggelaten",
    outsideDates: "valt buiten de data van het festival",
  },
  cli: {
    usage: "Gebruik: npm run import -- schedule BESTAND --festival NAAM [--organisation NAAM]",
    unreadable: "Het bestand {{file}} is niet te lezen.",
    locked:
      "Er draait een server op deze database, dus het importeren gaat daarlangs: open {{url}} en stuur het bestand daar in.",
    release: "Het staat in het concept: kijk het na en publiceer het op {{url}}",
    result: "{{taken}} overgenomen, {{left}} overgeslagen",
    taken: "overgenomen",
    left: "overgeslagen",
    missing: "ontbreekt",
    stillThere: "Niet meer in het bestand, nog wel in het concept.",
  },
};
