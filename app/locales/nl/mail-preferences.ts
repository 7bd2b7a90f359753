import type { mailPreferences as english } from "../en/mail-preferences.ts";
import type { Translated } from "../shape.ts";

export const mailPreferences: Translated<typeof english> = {
  topics: {
    turns: {
      name: "Mijn beurten op een rooster",
      what: "Je wordt voor een week gevraagd of eraan herinnerd, iemand wil ruilen, of een collega draagt je voor als spreker.",
      without:
        "Je wordt dan alleen op de pagina van het rooster gevraagd, en niet op tijd antwoorden telt als nee. Liever helemaal niet gevraagd worden? Neem pauze of stap van het rooster af.",
    },
    "open-calls": {
      name: "Open weken en ruilverzoeken van anderen",
      what: "Een week heeft nog geen spreker, of een collega zoekt iemand om mee te ruilen.",
      without: "Open weken en ruilverzoeken staan dan alleen op de pagina van het rooster.",
    },
    "follow-up": {
      name: "Bedankjes en vragen na een praatje",
      what: "Wat luisteraars je na je praatje schrijven, en antwoorden op jouw vragen.",
      without: "Je vindt ze dan alleen op de pagina van het praatje.",
    },
    digest: {
      name: "Het maandoverzicht",
      what: "Eén mail op de eerste werkdag van de maand: wat er verteld is, wie er binnenkort spreekt, welke festivals open zijn.",
      without: "Hetzelfde staat dan op de pagina's van praatjes en festivals.",
    },
    proposals: {
      name: "Mijn workshopvoorstellen",
      what: "Wat je voorstelde of gevraagd werd te geven: ontvangen, besloten, te bevestigen.",
      without:
        "Besluiten staan dan alleen op de pagina van je voorstel. Voor een gevraagde bevestiging blijft de datum gelden.",
    },
    festivals: {
      name: "Nieuws van mijn festivals",
      what: "Een festival waaraan je meedoet gaat niet door, wordt uitgesteld of gaat toch door, of iemand vraagt of jullie samen gaan.",
      without: "Je agenda wordt nog steeds bijgewerkt: de mail die dat doet, komt altijd.",
    },
    messages: {
      name: "Berichten van organisatoren",
      what: "Wat de organisatoren van een festival schrijven aan wie er komt: wat je meeneemt, waar de lunch is, een bedankje achteraf.",
      without:
        "Je mist dan wat ze schrijven, ook op de dag zelf. Wijzigingen in je sessies krijg je nog wel.",
    },
    reminders: {
      name: "De dag ervoor: mijn eigen dag",
      what: "Eén mail op de middag voor elke festivaldag: je sessies, de zalen, hoe je er komt, je code voor bij de deur.",
      without: "Je sessies staan dan alleen in je agenda; daar vind je ook je code.",
    },
    organising: {
      name: "Wat ik organiseer",
      what: "Uitnodigingen om gastheer te zijn, antwoorden van partners, een spreker die zich terugtrekt, een week die jouw besluit nodig heeft.",
      without:
        "Deze vragen wachten dan op de pagina's voor organisatoren, en een week zonder spreker dus ook.",
    },
  },
  foot: {
    stop: "Stop dit soort mail ({{topic}})",
    all: "Kies wat je gemaild krijgt",
  },
  account: {
    title: "Mail",
    all: "Je krijgt elk soort mail.",
    some_one: "Je hebt één soort mail uitgezet.",
    some_other: "Je hebt {{count}} soorten mail uitgezet.",
    change: "Kies wat je gemaild krijgt",
  },
  turnsNotMailed: {
    title: "Je wordt alleen op deze pagina gevraagd",
    what: "Je hebt mail over je beurten uitgezet. Een vraag die je niet op tijd beantwoordt, telt als nee.",
  },
  page: {
    title: "Wat je gemaild krijgt",
    intro: "Zet uit wat je niet wilt. Het geldt vanaf de volgende mail, en je kunt altijd terugkomen.",
    back: "Mijn account",
    legend: "Mail me over",
    without: "Als dit uit staat: {{what}}",
    save: "Opslaan",
    always: "Altijd gemaild",
    account: "Codes om in te loggen en uitnodigingen voor een account: zonder die mail kom je niet binnen.",
    invites:
      "Agenda-afspraken van waar je je voor inschreef of wat je geeft, en wat daaraan verandert, en een plaats die voor je wordt vastgehouden: ze stoppen als je je plaats opgeeft of je terugtrekt.",
    digestNow: "Bekijk het maandoverzicht nu",
    digestNowHint:
      "Mailt jou, en niemand anders, wat het overzicht vandaag zou vertellen. Hooguit één keer per dag.",
    digestNowButton: "Mail me een overzicht",
  },
  unsubscribe: {
    title: "Dit soort mail stoppen?",
    done: "Je krijgt deze mails niet meer",
    gone: "Deze link leidt nergens heen",
    goneText:
      "Hij is niet compleet, of het account waar hij voor was bestaat niet meer. Als je bent ingelogd, kun je kiezen wat je gemaild krijgt.",
    about: "Aan {{email}}: {{topic}}",
    button: "Stop deze mails",
    only: "Alleen dit soort stopt. Andere mail gaat door zoals altijd.",
    accident: "Per ongeluk op de knop gedrukt?",
    again: "Stuur ze toch weer",
    all: "Bekijk alle soorten mail",
    allHint: "Je logt eerst in, als je dat nog niet was.",
  },
  toast: {
    saved: "Opgeslagen: dit geldt vanaf de volgende mail.",
    stopped: "Deze mails zijn gestopt.",
    again: "Je krijgt deze mails weer.",
    digest: "Er is een overzicht naar je onderweg.",
    digestRefused: "Zet het maandoverzicht eerst aan en vraag het dan.",
    digestEmpty: "Er is vandaag niets te vertellen: er zou geen overzicht zijn verstuurd.",
  },
};
