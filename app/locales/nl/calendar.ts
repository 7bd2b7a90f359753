import type { calendar as english } from "../en/calendar.ts";
import type { Translated } from "../shape.ts";

export const calendar: Translated<typeof english> = {
  feed: {
    cancelled: "Geannuleerd:",
    waiting: "Wachtlijst:",
    offered: "Plaats aangeboden:",
    given: "Met {{names}}",
    personalName: "{{product}}: mijn agenda",
    notFound: "Hier is geen agenda.",
  },
  agenda: {
    title: "Mijn agenda",
    zone: "Tijden zijn die waar jij bent ({{zone}}). Loopt ergens de klok anders, dan staat die tijd eronder.",
    ownClock: "{{time}} in {{zone}}",
    emptyTitle: "Nog niets in je agenda",
    empty:
      "Waar je je voor aanmeldt, op wacht of wat je zelf geeft, komt hier op volgorde van tijd te staan.",
    emptyComing: "Er staat niets meer op het programma",
    findFestival: "Bekijk de festivals",
    findLecture: "Bekijk de praatjes",
    allDay: "Hele dag",
    part: {
      gives: "Jij geeft dit",
      attends: "Je hebt een plek",
      offered: "Er wordt een plaats voor je vastgehouden",
      waits: "Wachtlijst, nummer {{place}}",
      "passed-over": "Wachtlijst, nummer {{place}}",
    },
    cancelled: "Geannuleerd",
    tentative: "Nog niet zeker",
    passedOver: "Er kwam een plek vrij, maar je hebt dan iets anders. Je houdt je plaats in de rij.",
    clash: "Tegelijk met {{titles}}",
    with: "Met {{names}}",
    answer: "Antwoord",
    leaveSeat: "Mijn plek opgeven",
    pastCount_one: "Geweest: {{count}} sessie",
    pastCount_other: "Geweest: {{count}} sessies",
  },
  subscribe: {
    summary: "In mijn agenda zetten",
    title: "In je eigen agenda",
    intro:
      "Abonneer je één keer, en je eigen agenda volgt deze: wat erbij komt, wat verschuift en wat niet doorgaat.",
    twice:
      "De uitnodigingen die we mailen staan misschien al in dezelfde agenda. Zie je alles dubbel, houd dan een van de twee.",
    local:
      "Deze installatie draait op je eigen computer: Google en Outlook op het web kunnen er niet bij. Een agenda op deze computer wel.",
    google: "Google Agenda",
    outlook: "Outlook",
    apple: "Apple Agenda",
    other: "Een andere agenda",
    open: {
      google: "Open Google Agenda",
      outlook: "Open Outlook",
      apple: "Open Apple Agenda",
      other: "Open mijn agendaprogramma",
    },
    link: "Link om te kopiëren",
    download: "Eén keer downloaden (.ics)",
    downloadHint: "Een bestand blijft zoals het is; een abonnement volgt elke wijziging.",
    refresh: {
      google:
        "Google vraagt of je de agenda wilt toevoegen: zeg ja. Gebeurt dat niet, plak de link dan onder Instellingen, Agenda toevoegen, Via URL. Google kijkt om de paar uur of er iets veranderd is, soms maar één keer per dag.",
      outlook:
        "Outlook vraagt om een naam en voegt de agenda toe. Gebeurt dat niet, plak de link dan onder Agenda toevoegen, Abonneren via internet. Outlook kijkt ongeveer om de drie uur.",
      apple:
        "Je Mac of iPhone vraagt of je je wilt abonneren. Kies daar om elk uur te verversen; zo snel volgt hij wijzigingen.",
      other:
        "Plak de link waar je agendaprogramma zich op een agenda abonneert. De onze zegt erbij: kijk elk uur.",
    },
    followsAll: "Het volgt elke wijziging vanzelf; je agenda bepaalt hoe vaak hij kijkt.",
    mintedTitle: "Jouw link voor {{name}}",
    mintedOnce:
      "Houd hem voor jezelf: wie deze link heeft, kan je agenda lezen. We laten hem alleen nu zien; later kun je hem alleen nog intrekken.",
    mintedWhat: "Hij leidt naar wat je geeft, bijwoont en waar je op wacht, en kan niets veranderen.",
    backToAgenda: "Klaar, terug naar mijn agenda",
    listTitle: "Wie mijn agenda mag lezen",
    listEmpty: "Nog niemand. Elke link die je in Mijn agenda maakt, komt hier te staan.",
    name: "Gemaakt voor",
    made: "Gemaakt",
    used: "Laatst gebruikt",
    never: "Nog niet",
    revoke: "Intrekken",
    revokeConfirm: "Deze link intrekken? De agenda die hem gebruikt, krijgt dan geen wijzigingen meer.",
  },
  toast: { revoked: "De link werkt niet meer. Verwijder de agenda daar waar je hem had neergezet." },
  errors: { tooMany: "Je hebt al {{count}} links. Trek er eerst een in die je niet meer gebruikt." },
  mail: {
    subject: {
      placed: "{{name}} heeft je aangemeld: {{title}} ({{day}})",
      signedOut: "{{name}} heeft je afgemeld: {{title}} ({{day}})",
      seat: "Je hebt een plek: {{title}} ({{day}})",
      promoted: "Er kwam een plek voor je vrij: {{title}} ({{day}})",
      speaking: "Jij geeft: {{title}} ({{day}})",
      asked: "Jij bent gevraagd voor: {{title}} ({{day}})",
      changed: "Gewijzigd: {{title}} ({{day}})",
      queued: "Op de wachtlijst: {{title}} ({{day}})",
      passedOver: "Je houdt je plaats in de rij: {{title}} ({{day}})",
      offerChanged: "Gewijzigd, en er wordt een plaats voor je vastgehouden: {{title}} ({{day}})",
      queueChanged: "Gewijzigd: {{title}} ({{day}})",
      seatToQueue: "Op de wachtlijst: {{title}} ({{day}})",
      cancelled: "Geannuleerd: {{title}} ({{day}})",
      seatGone: "Je plek is opgegeven: {{title}} ({{day}})",
      speakingGone: "Jij geeft niet meer: {{title}} ({{day}})",
    },
    heading: {
      placed: "Je bent aangemeld",
      signedOut: "Je bent afgemeld",
      seat: "Je hebt een plek",
      promoted: "Er kwam een plek voor je vrij",
      speaking: "Jij geeft deze sessie",
      asked: "Jij bent gevraagd om deze sessie te geven",
      changed: "Er is iets veranderd",
      queued: "Je staat op de wachtlijst",
      passedOver: "Er kwam een plek vrij, maar je hebt dan iets anders",
      offerChanged: "Er is iets veranderd aan een sessie waar een plaats voor je wordt vastgehouden",
      queueChanged: "Een sessie waarop je wacht is veranderd",
      seatToQueue: "Je staat op de wachtlijst",
      cancelled: "Deze sessie gaat niet door",
      seatGone: "Je plek is opgegeven",
      speakingGone: "Jij geeft deze sessie niet meer",
    },
    intro: {
      placed:
        "{{name}} van {{organisation}} heeft je aangemeld, met deze reden: “{{reason}}” Klopt dat niet? Geef de plek op via de pagina van de sessie, of vraag het {{name}}. De uitnodiging in deze mail houdt je agenda vanzelf bij.",
      signedOut:
        "{{name}} van {{organisation}} heeft je afgemeld, met deze reden: “{{reason}}” Klopt dat niet? Vraag het {{name}}. Stond het in je agenda, dan verdwijnt het vanzelf.",
      seat: "Tot dan. De uitnodiging in deze mail houdt je agenda vanzelf bij, wat er ook verandert.",
      promoted:
        "Je stond op de wachtlijst en nu ben je erbij. De uitnodiging in deze mail houdt je agenda vanzelf bij.",
      speaking: "Je staat ermee in het programma. De uitnodiging in deze mail houdt je agenda vanzelf bij.",
      asked: "Je staat er met potlood bij. Er ligt nog niets vast.",
      changed: "Je agenda neemt het vanzelf over. Dit was het, en dit is het nu.",
      queued:
        "Je bent nummer {{place}} in de rij. Komt er een plek voor je vrij, dan mailen we je een uitnodiging; tot dan blijft je agenda zoals hij is.",
      passedOver:
        "Je hebt op dat moment iets anders, dus de plek ging naar de volgende. Je houdt je plaats, nummer {{place}}. Heb je liever deze? Geef dan het andere op, op de pagina daarvan.",
      offerChanged:
        "Dit was het, en dit is het nu. Met de mail waarin de plaats je werd aangeboden kun je nog steeds antwoorden.",
      queueChanged: "Je houdt je plaats in de rij, nummer {{place}}. Dit was het, en dit is het nu.",
      seatToQueue:
        "Je hebt je plek opgegeven en bent nu nummer {{place}} in de rij. De sessie verdwijnt uit je agenda.",
      cancelled: "Het spijt ons: ze gaat niet door. Staat ze in je agenda, dan verandert dat daar vanzelf.",
      seatGone:
        "De sessie verdwijnt vanzelf uit je agenda. Toch liever wel? Meld je opnieuw aan op haar pagina.",
      speakingGone:
        "Je staat er niet meer mee in het programma, en de sessie verdwijnt vanzelf uit je agenda.",
    },
    dropped: "Je wacht niet meer op {{titles}}: je hebt op die tijd nu een plaats.",
    note: {
      attends: "Kun je toch niet? Geef je plek op via de pagina van de sessie, dan kan iemand anders komen.",
      waits: "Toch niet? Ga via de pagina van de sessie van de wachtlijst af.",
      gives: "Klopt er iets niet? De organisatoren op de pagina van de sessie kunnen het aanpassen.",
    },
    speak: "Wil je hier zelf eens vertellen? Zet jezelf op het rooster.",
    when: "Wanneer",
    where: "Waar",
    with: "Met",
    what: "Wat",
    status: "Stand",
    settled: "zeker",
    notSettled: "nog niet zeker",
    before: "eerst: {{value}}",
    nothing: "nog niets",
    yourTime: "{{time}} waar jij bent ({{zone}})",
    button: "Open de sessie",
    footer: "{{product}} mailt je wat er speelt rond de sessies die je geeft, bijwoont of waar je op wacht.",
  },
  news: {
    subject: {
      changed_one: "Nieuws over {{count}} van je sessies: {{titles}}",
      changed_other: "Nieuws over {{count}} van je sessies: {{titles}}",
      cancelled_one: "Afgelast: {{titles}}",
      cancelled_other: "Afgelast, {{count}} van je sessies: {{titles}}",
    },
    heading: {
      changed_one: "Nieuws over {{count}} van je sessies",
      changed_other: "Nieuws over {{count}} van je sessies",
      cancelled_one: "{{count}} van je sessies is afgelast",
      cancelled_other: "{{count}} van je sessies zijn afgelast",
    },
    intro: {
      changed: "Je agenda neemt het vanzelf over. Dit was het, en dit is het nu.",
      cancelled: "Helaas: ze gaan niet door. Wat ervan in je agenda staat, wordt daar vanzelf gemarkeerd.",
    },
    announced: {
      cancelled: {
        subject: "{{festival}} gaat niet door",
        heading: "{{festival}} gaat niet door",
        intro:
          "Helaas: het festival van {{dates}} is afgelast. Wat ervan in je agenda staat, wordt daar vanzelf gemarkeerd.",
      },
      postponed: {
        subject: "{{festival}} is uitgesteld",
        heading: "{{festival}} is uitgesteld",
        intro:
          "Het gaat niet door op {{dates}}; er is nog geen nieuwe datum. Je houdt je plekken, ook op de wachtlijst, en hoort het zodra er een is.",
      },
      rescheduled: {
        subject: "{{festival}}: nieuwe data",
        heading: "{{festival}} heeft nieuwe data: {{dates}}",
        intro:
          "Je houdt je plekken, ook op de wachtlijst, en je agenda schuift vanzelf mee. Kun je dan niet? Geef je plek op bij de sessie.",
      },
      reinstated: {
        subject: "{{festival}} gaat toch door",
        heading: "{{festival}} gaat toch door",
        intro:
          "Het is weer op {{dates}}. Wie een plek had, heeft die weer, en het staat vanzelf terug in je agenda.",
      },
    },
    note: "Bij elke sessie in deze mail zit een eigen agendapunt; het eerste laat je mailprogramma zien, de andere zitten als bijlage bij de mail.",
    agenda: "Naar mijn agenda",
    festival: "Naar het festival",
    footer: "{{product}} mailt je omdat je bij {{festival}} iets geeft, volgt, voorstelt of organiseert.",
  },
};
