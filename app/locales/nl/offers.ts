import type { offers as english } from "../en/offers.ts";
import type { Translated } from "../shape.ts";

export const offers: Translated<typeof english> = {
  title: "Een plaats is van jou tot {{until}}: “{{title}}”",
  heading: "Een plaats is van jou tot {{until}}",
  when: "Wanneer",
  where: "Waar",
  onYes: "Ja: de plaats is van jou, en een uitnodiging voor je agenda komt per mail.",
  onYesGivesUp:
    "Met ja geef je ook je plaats bij “{{title}}” op, zoals je vroeg toen je op de wachtlijst ging.",
  onYesDrops: "Met ja ga je ook van de wachtlijst voor {{titles}}: die zijn tegelijk.",
  onYesTogether: "Jullie vroegen samen: één ja telt voor iedereen.",
  onNo: "Nee: de plaats gaat meteen naar de volgende op de wachtlijst. Je krijgt er verder geen mail over.",
  onSilence: "Geen antwoord vóór {{until}} telt als nee.",
  yes: "Ja, ik neem hem",
  yesSwap: "Ja, en geef “{{title}}” op",
  no: "Nee, geef hem aan de volgende",
  severalInTheWay: "Geef eerst een van deze op en kom dan hier terug:",
  answer: "Antwoord",
  agenda: {
    open: "{{session}}. Zonder antwoord gaat hij dan naar de volgende op de wachtlijst.",
    waitTitle: "Je wacht op",
    waitIntro: "Een plaats die vrijkomt is van jou als je de eerste op die wachtlijst bent.",
    place: "Nummer {{place}} op de wachtlijst",
    leave: "Van de wachtlijst af",
  },
  waiting: {
    several:
      "Je wacht op {{count}} sessies op die tijd. De eerste die een plaats voor je heeft is van jou; van de andere wachtlijsten ga je dan af.",
    give: "Tot {{from}} is een plaats die vrijkomt meteen van jou als je de eerste bent.",
    offer: "Vanaf {{from}} wordt hij je per mail twee uur lang aangeboden.",
    offerNow: "Een plaats die vrijkomt wordt je per mail twee uur lang aangeboden, als je de eerste bent.",
    stands: "Vanaf {{from}} staat de wachtlijst stil: een vrije plaats is voor wie hem neemt.",
    standsNow: "De wachtlijst staat nu stil: een vrije plaats is voor wie hem het eerst neemt.",
    free: "Er is een plaats vrij. Die is voor wie hem het eerst neemt.",
    take: "Neem de vrije plaats",
  },
  toast: {
    accepted: "De plaats bij “{{title}}” is van jou.",
    declined: "De plaats bij “{{title}}” gaat naar de volgende op de wachtlijst.",
    notOffered: "Er wordt nu geen plaats bij “{{title}}” voor je vastgehouden, dus er is niets veranderd.",
    refused: {
      lapsed: "De tijd om te antwoorden is voorbij, en de plaats is naar de volgende gegaan.",
      clash: "Je hebt op die tijd al iets. Kies welke je wilt.",
      "same-workshop": "Je hebt al een plaats in deze workshop. Kies welke tijd je wilt.",
      past: "“{{title}}” is begonnen, dus er is niets veranderd.",
      cancelled: "“{{title}}” gaat niet door, dus er is niets veranderd.",
    },
  },
  page: {
    unknown: "Deze link komt nergens uit",
    unknownText: "Hij hoorde bij een aanbod dat er niet meer is. Er is niets veranderd.",
    for: "Voor {{name}}",
    askAgain:
      "Je kunt op de pagina van de sessie opnieuw vragen: om een vrije plaats als die er is, anders om een plek achteraan op de wachtlijst.",
    atTheDoor:
      "De inschrijving is gesloten, dus er kan niemand meer op de wachtlijst. Wil je toch nog komen? Tien minuten na het begin worden aan de deur de plaatsen verdeeld van wie er niet is.",
    toSession: "Open de sessie",
    toFestivals: "Bekijk de festivals",
    state: {
      yours: "De plaats is van jou",
      waiting: "Je bent nummer {{place}} op de wachtlijst",
      gone: "Er wordt geen plaats meer voor je vastgehouden",
      "called-off": "Deze sessie gaat niet door",
      begun: "Deze sessie is begonnen",
    },
    text: {
      yours:
        "Een uitnodiging voor je agenda is onderweg per mail. Kun je toch niet? Geef je plaats op de pagina van de sessie op.",
      waiting: "Zodra er weer een plaats voor je wordt vastgehouden, krijg je een mail met zo'n link.",
      gone: "De tijd om te antwoorden was voorbij, of er is nee geantwoord, en de plaats ging naar de volgende op de wachtlijst.",
      "called-off": "Het spijt ons: de sessie gaat niet door, dus er is geen plaats om over te antwoorden.",
      begun: "Plaatsen kunnen niet meer worden genomen of opgegeven.",
    },
  },
  mail: {
    subject: "Een plaats is van jou tot {{until}}: {{title}}",
    heading: "Een plaats is van jou tot {{until}}",
    intro:
      "Je wachtte op een plaats, {{name}}, en er wordt er nu een voor je vastgehouden. Zeg je of je komt?",
    silence:
      "Geen antwoord vóór {{until}} telt als nee, en dan gaat de plaats naar de volgende op de wachtlijst.",
    note: "Elke knop opent een pagina die het nog eens vraagt; je hoeft niet in te loggen. Houd deze mail voor jezelf: wie de links heeft, kan voor jou antwoorden.",
    footer: "{{product}} mailt je omdat je op de wachtlijst voor deze sessie ging staan.",
    lapsed: {
      subject: "De plaats ging naar de volgende: {{title}}",
      heading: "De plaats ging naar de volgende op de wachtlijst",
      intro:
        "Er werd een plaats voor je vastgehouden, {{name}}. We hoorden niets op tijd, dus hij is niet meer van jou.",
      askAgain: "Vraag opnieuw",
      open: "Open de sessie",
    },
    closed: {
      subject: "De inschrijving is gesloten en jij wacht nog: {{festival}}",
      heading: "De inschrijving is gesloten en je houdt je plek",
      intro:
        "Er kan niemand meer bij, {{name}}, maar de wachtlijsten lopen door: een plaats die iemand opgeeft gaat naar de eerste op de wachtlijst.",
      place: "nummer {{place}}",
      line: "Vanaf een dag voor het begin wordt een vrije plaats je per mail twee uur lang aangeboden; in het laatste halfuur is hij voor wie hem neemt op de pagina van de sessie.",
      button: "Open mijn agenda",
      footer: "{{product}} mailt je omdat je op een plaats wacht bij {{festival}}.",
    },
  },
};
