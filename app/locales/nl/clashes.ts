import type { clashes as english } from "../en/clashes.ts";
import type { Translated } from "../shape.ts";

export const clashes: Translated<typeof english> = {
  title: "Kies tussen twee sessies",
  intro:
    "Een van deze is verplaatst, waardoor ze nu tegelijk zijn. Beide plaatsen blijven van jou tot je kiest; je kunt er maar bij één zijn.",
  none: "Bij jou valt niets samen",
  noneText:
    "Als een sessie wordt verplaatst naar de tijd van een andere van jou, kies je hier welke je houdt.",
  toAgenda: "Terug naar mijn agenda",
  pair: "“{{first}}” en “{{second}}” zijn tegelijk",
  notice_one: "Twee van je sessies zijn nu tegelijk",
  notice_other: "Een paar van je sessies zijn nu tegelijk",
  untilThen: "Beide plaatsen blijven van jou tot je kiest, maar je kunt er maar bij één zijn.",
  choose: "Kies welke je houdt",
  keep: "Houd “{{keep}}”, geef “{{giveUp}}” op",
  whatHappens:
    "De plaats die je opgeeft gaat meteen naar de eerste op de wachtlijst en verdwijnt uit je agenda. Weet je het nog niet? Doe niets: je houdt ze voorlopig allebei.",
  youGive: "Deze geef je zelf",
  given:
    "Je geeft “{{title}}” zelf, dus die kun je hier niet opgeven. Komt de tijd je niet uit, overleg dan met de organisatoren.",
  bothGiven:
    "Een sessie die je zelf geeft, of die al begonnen is, kun je niet opgeven. Overleg met de organisatoren over “{{title}}”.",
  toast: {
    chosen: "Je houdt “{{keep}}” en hebt “{{giveUp}}” opgegeven.",
    done: "Die plaats was al opgegeven.",
    "no-longer": "Deze zijn niet meer tegelijk, dus je houdt ze allebei.",
    "own-session": "Je geeft “{{giveUp}}” zelf. Overleg erover met de organisatoren.",
    past: "“{{giveUp}}” is begonnen, dus er is niets veranderd.",
  },
  travel:
    "Je hebt {{minutes}} van {{from}} ({{fromVenue}}) naar {{to}} ({{toVenue}}): ongeveer {{needed}} lopen.",
  travelNone:
    "Je hebt geen tijd tussen {{from}} ({{fromVenue}}) en {{to}} ({{toVenue}}): ongeveer {{needed}} lopen.",
  mail: {
    pair: "“{{first}}” en “{{second}}” zijn nu tegelijk. Beide blijven van jou tot je kiest; je kunt er maar bij één zijn.",
    given: "Je geeft “{{title}}” zelf; komt die tijd je niet uit, overleg dan met de organisatoren.",
    choose: "Kies welke je houdt",
  },
};
