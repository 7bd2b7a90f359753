import type { turnMails as english } from "../en/turn-mails.ts";
import type { Translated } from "../shape.ts";

export const turnMails: Translated<typeof english> = {
  fact: { when: "Wanneer", where: "Waar", rules: "Huisregels", topic: "Jouw onderwerp" },
  yes: "Ja, ik vertel",
  no: "Nee, deze keer niet",
  until: "Laat het weten vóór {{until}}.",
  waiting: "Het onderwerp dat je had klaarliggen past hier mooi: “{{topic}}”. Je kunt nog een ander kiezen.",
  how: "Een knop opent een pagina waar je antwoordt; een wachtwoord is niet nodig. Er ligt niets vast voordat je daar op de knop drukt.",
  footer: {
    member:
      "Je krijgt deze mail omdat je op het rooster van {{series}} staat. Op de pagina van het rooster kun je pauzeren of eraf.",
    organiser: "Je krijgt deze mail omdat je {{series}} organiseert.",
  },
  why: {
    ledger: "Waarom jij? {{why}}",
    member: "Waarom jij? Je staat op het rooster en bent aan de beurt.",
    "stand-in": "Waarom jij? Van wie er die dag is, sta jij vooraan in de rij.",
    "open-call":
      "Waarom jij? Iedereen op het rooster die er die dag is en geen nee heeft gezegd, krijgt deze vraag.",
    organiser: "Waarom jij? Alle organisatoren krijgen deze mail; één van jullie is genoeg.",
    speaker: "Waarom jij? Jij vertelt die dag.",
  },
  offered: {
    subject: "Wil jij vertellen op {{date}}?",
    heading: "Wil jij vertellen, {{name}}?",
    intro:
      "Je bent aan de beurt in {{series}}. Tien minuten is genoeg. Vertel wat je graag aan een collega vertelt; je hoeft niets voor te bereiden.",
    otherwise:
      "Doe je niets, dan herinneren we je eraan, en daarna vragen we iemand anders. Het telt dan als nee.",
  },
  "stand-in": {
    subject: "Kun jij inspringen op {{date}}?",
    heading: "Kun jij inspringen, {{name}}?",
    intro:
      "{{series}} heeft nog niemand voor {{date}}. We vragen twee collega's tegelijk, en wie het eerst ja zegt, vertelt. Tien minuten over iets wat je goed kent is al mooi.",
    otherwise:
      "Doe je niets, dan zoeken we verder zodra de tijd om is. Het is een gunst: niet antwoorden en nee zeggen tellen niet mee.",
  },
  reminded: {
    first: {
      subject: "Nog open: wil jij vertellen op {{date}}?",
      heading: "Een vriendelijk seintje, {{name}}",
      intro:
        "We vroegen of je in {{series}} wilt vertellen op {{date}}. Een nee is net zo welkom als een ja: dan kan iemand anders zich erop verheugen.",
      otherwise: "Doe je niets, dan vragen we iemand anders zodra de tijd om is. Het telt dan als nee.",
    },
    second: {
      subject: "Laatste seintje: wil jij vertellen op {{date}}?",
      heading: "Ja of nee, {{name}}?",
      intro: "We vragen voor het laatst of je in {{series}} wilt vertellen op {{date}}. Elk antwoord helpt.",
      otherwise: "Doe je niets, dan vragen we iemand anders zodra de tijd om is. Het telt dan als nee.",
    },
  },
  lapsed: {
    subject: "Geen antwoord voor {{date}}, en dat geeft niet",
    heading: "Geeft niet, {{name}}",
    intro:
      "Je kwam er niet aan toe om te antwoorden of je in {{series}} vertelt op {{date}}, dus we vragen nu anderen. Het telt als nee, net als elke andere nee; alleen organisatoren kunnen het zien.",
    favour:
      "We vroegen of je kon inspringen in {{series}} op {{date}}. De tijd daarvoor is om, dus we zoeken verder. Het was een gunst en telt niet mee.",
    still: "Kun je toch? Je ja telt zolang niemand anders ja heeft gezegd.",
    paused:
      "Het was de derde keer achter elkaar, dus het rooster vraagt je even niets. Komt het weer uit, beëindig de pauze dan op de pagina van het rooster.",
    otherwise: "Kun je niet, dan hoef je niets te doen.",
  },
  released: {
    subject: "{{date}} is rond. Dank je wel!",
    heading: "Het is rond",
    intro: "We vroegen jou voor {{series}} op {{date}}. Die dag is nu rond.",
    otherwise: "Je hoeft niets te doen. Fijn dat we je konden vragen, {{name}}.",
  },
  "open-call": {
    subject: "Wie vertelt op {{date}}?",
    heading: "{{date}} is nog vrij",
    intro:
      "Niemand heeft nog ja gezegd tegen {{series}} op {{date}}, dus we vragen iedereen die er die dag is. De eerste ja krijgt het. Tien minuten over iets wat je goed kent is al mooi.",
    until: "Het blijft open tot iemand het neemt.",
    byName: "Is er op {{until}} nog niemand, dan vragen we twee collega's persoonlijk.",
    yes: "Ja, ik neem het",
    otherwise: "Nee? Dan hoef je niets te doen: niet antwoorden telt hier niet mee.",
  },
  organisers: {
    subject: "Niemand voor {{date}}: beslis jij?",
    heading: "Nog niemand voor {{date}}",
    intro:
      "{{series}} is {{when}} en heeft nog niemand die vertelt. Iedereen die gevraagd kon worden, is gevraagd; nu beslist een van jullie.",
    choices:
      "Vertel zelf, geef het woord aan wie iets te vertellen heeft, of laat de week uitvallen. Het is één klik, en de eerste beslissing telt.",
    button: "Beslis",
    otherwise:
      "Beslist niemand, en neemt niemand het alsnog, dan gaat de week voorbij zonder verteller. Het telt voor niemand.",
  },
  withdrew: {
    subject: "{{name}} kan niet op {{date}}",
    heading: "{{date}} is weer vrij",
    intro: "{{name}} zou in {{series}} vertellen op {{date}} en heeft de week teruggegeven.",
    byOrganiser: "{{name}} zou in {{series}} vertellen op {{date}}, en een organisator haalde diegene eraf.",
    what: "Het rooster vraagt al anderen.",
    button: "Kijk hoe het gaat",
    otherwise: "Je hoeft niets te doen. Is er twee dagen van tevoren nog niemand, dan hoor je het.",
  },
  soon: {
    subject: "Jij vertelt {{when}}: {{date}}",
    heading: "Jij vertelt {{when}}, {{name}}",
    intro: "{{series}} kijkt naar je uit. Ga staan, laat de slides thuis en vertel wat je weet.",
    noTopic: "Er is nog geen onderwerp. Eén regel die nieuwsgierig maakt is genoeg; een verrassing mag ook.",
    button: "Wijzig het onderwerp of geef het door",
    otherwise: "Is alles goed, dan hoef je alleen maar te komen.",
  },
  paused: {
    subject: "{{name}} zei drie keer nee",
    heading: "Vraag {{name}} wat zou helpen",
    intro:
      "{{name}} zei drie keer achter elkaar nee in {{series}}, dus het rooster vraagt diegene even niets.",
    what: "Een woord onder vier ogen werkt beter dan nog een mail. Is het opgelost, zet diegene dan terug op de pagina met leden.",
    button: "Open de leden",
    otherwise: "Doe je niets, dan blijft de pauze staan. Diegene kan die ook zelf beëindigen.",
  },
  toast: {
    yes: "Jij vertelt op {{date}}. Dank je wel!",
    no: "Dank je wel voor het laten weten. We vragen anderen.",
    paused:
      "Dank je wel voor het laten weten. We vragen je voorlopig niets; een organisator neemt contact op.",
    topic: "Het onderwerp is bewaard.",
  },
  page: {
    until: "Antwoord vóór",
    as: "Je antwoordt als {{name}}. Ben je dat niet, laat het antwoord dan aan diegene over.",
    noInstead: "Nee, deze keer niet",
    yesInstead: "Ja, ik vertel toch",
    noText: {
      offered:
        "Een nee is prima: de volgende in de rij wordt meteen gevraagd. Je houdt je aandeel, en je beurt komt weer.",
      "stand-in": "Een nee is prima. We vroegen je om een gunst: een nee telt niet mee.",
    },
    next: "Hoe gaat het verder?",
    nextText:
      "Je naam staat op de pagina van de week, een uitnodiging voor je agenda is onderweg, en een week en een dag van tevoren krijg je een seintje.",
    withdraw:
      "Anderen worden meteen gevraagd en de organisatoren horen het. Wil je liever ruilen met een collega, open dan de pagina van je week.",
    roster: "Open het rooster",
    lecture: "Open de pagina van deze week",
    errors: { taken: "Iemand anders zei net eerder ja. Toch bedankt!" },
    yours: {
      title: "Jij vertelt op {{date}}. Dank je wel!",
      text: "Tien minuten in {{series}}, staand, zonder slides. Waar gaat het over?",
    },
    late: {
      title: "Je kunt nog, {{name}}",
      text: "De tijd om te antwoorden is om, maar niemand zei nog ja tegen {{series}} op {{date}}. Jouw ja telt tot iemand anders dat doet.",
    },
    again: {
      title: "Je zei nee tegen {{date}}",
      text: "Dat is prima. {{series}} heeft nog niemand voor die dag: kun je toch, neem het dan hier.",
    },
    open: {
      title: "{{date}} is nog vrij",
      text: "{{series}} heeft nog niemand voor die dag. De eerste ja krijgt het. Liever niet? Dan hoef je niets te doen.",
    },
    declined: {
      title: "Je zei nee tegen {{date}}",
      text: "Dat is prima: voor {{series}} vragen we nu anderen. Komt de week weer vrij en kun je toch, neem die dan op het rooster.",
    },
    elsewhere: {
      title: "Nu vragen we anderen",
      text: "Voor {{series}} op {{date}} vragen we nu iemand anders, dus er is niets te antwoorden. Komt de week weer vrij, dan kun je die op het rooster nemen.",
    },
    taken: {
      title: "Iemand anders vertelt",
      text: "Voor {{series}} op {{date}} is er iemand, dus je hoeft niets meer te doen. Fijn dat we je konden vragen.",
    },
    left: {
      title: "Je staat niet meer op het rooster",
      text: "Er is dus niets te antwoorden voor {{date}}. Wil je weer vertellen in {{series}}, zet jezelf dan terug op het rooster; je saldo heeft op je gewacht.",
    },
    "called-off": {
      title: "{{date}} gaat niet door",
      text: "{{series}} slaat die week over, dus er is niets te antwoorden. Je aandeel blijft zoals het is.",
    },
    over: {
      title: "Dit praatje is begonnen",
      text: "Voor {{series}} op {{date}} kun je niet meer antwoorden. Fijn dat je keek.",
    },
    unknown: {
      title: "Deze link leidt nergens heen",
      text: "Misschien heeft je mailprogramma hem afgebroken. Log in en open het rooster van je reeks: wat we je vragen, staat daar ook.",
      button: "Open de praatjes",
    },
  },
};
