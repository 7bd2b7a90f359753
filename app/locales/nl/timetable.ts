import type { timetable as english } from "../en/timetable.ts";
import type { Translated } from "../shape.ts";
import { editor } from "./timetable-editor.ts";

export const timetable: Translated<typeof english> = {
  placing: {
    title: "Plaats voor mij",
    intro:
      "Vindt een tijd en een zaal voor wat er nog geen heeft. Je ziet eerst het voorstel; er verandert niets tot je het overneemt.",
    noRooms: "Het festival heeft nog geen zalen",
    chooseRooms: "Kies eerst de zalen",
    waiting_zero: "Elke sessie heeft een tijd en een zaal.",
    waiting_one: "Eén sessie wacht op een tijd of een zaal.",
    waiting_other: "{{count}} sessies wachten op een tijd of een zaal.",
    which: "Welke?",
    ownPlace_one:
      "Eén sessie heeft een eigen plek en geen tijd. Die blijft erbuiten: geef haar zelf een tijd.",
    ownPlace_other:
      "{{count}} sessies hebben een eigen plek en geen tijd. Die blijven erbuiten: geef ze zelf een tijd.",
    others_one:
      "Ook wacht één sessie van een andere organisator; die plaatst hem zelf, of de trekker doet het.",
    others_other:
      "Ook wachten {{count}} sessies van andere organisatoren; die plaatsen ze zelf, of de trekker doet het.",
    times: "Sessies mogen beginnen om",
    timesHint: "Op elke dag van het festival. Pauzes en plenaire sessies blijven vrij.",
    until: "Klaar om",
    untilHint: "Het einde van de laatste van een dag.",
    roomsMustHold: "Alleen zalen waar iedereen in past",
    roomsMustHoldHint: "Zonder dit wordt het liever een kleinere zaal dan geen.",
    moveStanding: "Verplaats ook wat al staat",
    moveStandingHint:
      "Alleen waar het helpt, en nooit wat vastgezet is, een pauze of een plenaire sessie. Zonder dit blijft alles staan wat staat.",
    propose: "Doe een voorstel",
    proposeHint: "Duurt hooguit twintig seconden. Niemand krijgt bericht en er verandert niets.",
    proposal: "Dit is het voorstel",
    proposalIntro: "Er is nog niets veranderd.",
    summary_one: "{{placed}} van {{count}} sessie vindt een plek",
    summary_other: "{{placed}} van {{count}} sessies vinden een plek",
    nothingBetter: "Alles staat goed: er is niets beters voor te stellen",
    noConflict: "Niets botst met iets anders.",
    popularApart: "De meest gewilde sessies lopen nooit tegelijk.",
    popularTogether: "Sommige van de meest gewilde sessies lopen tegelijk; het kon niet anders.",
    hostsSpread: "De sessies van elke organisator zijn verdeeld over tijden en zalen.",
    hostsAlmostSpread:
      "De sessies van de organisatoren zijn zo goed als het gaat verdeeld over tijden en zalen.",
    unplaced_one: "Eén sessie vindt geen plek",
    unplaced_other: "{{count}} sessies vinden geen plek",
    why: {
      time: "ze is te lang voor elk stuk tussen pauzes, of de dag is eerder afgelopen.",
      equipment: "geen zaal met {{things}} is vrij op een tijd die past.",
      capacity: "geen zaal voor {{people}} mensen is vrij op een tijd die past.",
      away: "wie haar geeft is weg wanneer er een geschikte zaal vrij is.",
      speaker: "wie haar geeft heeft een andere sessie wanneer er een geschikte zaal vrij is.",
      room: "elke geschikte zaal is bezet wanneer ze zou kunnen.",
    },
    apply_one: "Zet haar daar neer",
    apply_other: "Zet alle {{count}} daar neer",
    applyHint:
      "Verandert alleen het concept: deelnemers zien het na de volgende release en niemand krijgt mail. Je kunt het in één stap ongedaan maken.",
    another: "Doe een ander voorstel",
    table: "Wat waar komt",
    session: "Sessie",
    when: "Wanneer",
    room: "Zaal",
    moved: "verhuist",
    applied_one: "Eén sessie heeft nu een plek.",
    applied_other: "{{count}} sessies hebben nu een plek.",
    errors: {
      times: "Schrijf tijden als 09:30, 11:00.",
      until: "Kies een tijd.",
      busy: "Er wordt op dit moment al een voorstel gemaakt. Probeer het over een halve minuut nog eens.",
      nothing: "Er is niets te plaatsen: alles heeft een tijd en een zaal.",
      "no-rooms": "Kies eerst de zalen van het festival.",
      stale:
        "Iemand heeft het concept veranderd sinds dit voorstel, dus er is niets veranderd. Doe een nieuw voorstel: dat neemt die veranderingen mee.",
      forbidden:
        "Iets hiervan mag jij niet plaatsen, of de zaal wordt niet meer gebruikt. Er is niets veranderd.",
    },
  },
  editor,
  conflicts: {
    page: {
      intro: "Wat in het concept niet past, het ergste eerst. Elke regel leidt naar zijn sessie.",
      none: "Alles past.",
      settings: "Wat telt, en hoe zwaar",
      matters: "Niveaus",
      mattersHint:
        "Wat tegenhoudt, houdt een release tegen tot het is opgelost. Waarvoor je waarschuwt, wordt getoond, en wie publiceert vinkt aan dat het zo bedoeld is. Wat je negeert, zie je nergens.",
      levels: {
        ignore: "Negeren",
        warn: "Waarschuwen",
        block: "Release tegenhouden",
      },
      kinds: {
        room: "Een zaal dubbel bezet",
        speaker: "Een spreker bij twee sessies tegelijk",
        away: "Een spreker die er niet is of elders bezig is",
        capacity: "Meer mensen dan in de zaal passen",
        travel: "Te weinig tijd om in een ander gebouw te komen",
        equipment: "Spullen die de zaal niet heeft",
        attendees: "Mensen met een plek bij twee tegelijk",
        plenary: "Iets naast een plenair deel",
        outside: "Buiten de dagen van het festival",
      },
      ways: "Van gebouw naar gebouw",
      waysHint:
        "Lopend, van deur tot deur. We vergelijken het met de tijd tussen twee sessies van één spreker, of van vijf of meer deelnemers.",
      usualWay: "Meestal",
      way: "{{from}} – {{to}}",
    },
    blocking_one: "Eén ding houdt de release tegen",
    blocking_other: "{{count}} dingen houden de release tegen",
    warned_one: "Eén ding past niet",
    warned_other: "{{count}} dingen passen niet",
    more_one: "en nog {{count}}",
    more_other: "en nog {{count}}",
    all: "Alles wat niet past",
    room: "{{room}} is dubbel bezet: ‘{{title}}’ en ‘{{other}}’ overlappen.",
    speaker: "{{speaker}} staat tegelijk bij ‘{{title}}’ en bij ‘{{other}}’.",
    plenary: "‘{{other}}’ loopt terwijl iedereen bij ‘{{title}}’ wordt verwacht.",
    attendees_one: "{{count}} persoon heeft een plek bij ‘{{title}}’ en bij ‘{{other}}’, en die overlappen.",
    attendees_other:
      "{{count}} mensen hebben een plek bij ‘{{title}}’ en bij ‘{{other}}’, en die overlappen.",
    travelSpeaker_one:
      "{{speaker}} heeft {{count}} minuut van ‘{{title}}’ naar ‘{{other}}’ in een ander gebouw; de weg duurt {{needed}}.",
    travelSpeaker_other:
      "{{speaker}} heeft {{count}} minuten van ‘{{title}}’ naar ‘{{other}}’ in een ander gebouw; de weg duurt {{needed}}.",
    travelPeople:
      "{{people}} mensen gaan binnen {{minutes}} minuten van ‘{{title}}’ naar ‘{{other}}’ in een ander gebouw; de weg duurt {{needed}}.",
    away: "{{speaker}} kan niet bij ‘{{title}}’ zijn: afwezig van {{from}} tot {{to}}.",
    awayGives: "{{speaker}} geeft elders ‘{{other}}’ van {{from}} tot {{to}}, terwijl ‘{{title}}’ loopt.",
    outside: "‘{{title}}’ valt buiten de dagen van het festival.",
    seats: "‘{{title}}’ heeft {{people}} plekken, maar in {{room}} passen er {{holds}}.",
    wishes: "{{people}} mensen willen naar ‘{{title}}’, maar in {{room}} passen er {{holds}}.",
    equipment: "‘{{title}}’ heeft {{things}} nodig, en dat is er niet in {{room}}.",
    releaseBlocked_one: "Los eerst het ene hierboven op, of maak er bij Conflicten een waarschuwing van.",
    releaseBlocked_other:
      "Los eerst de {{count}} dingen hierboven op, of maak er bij Conflicten waarschuwingen van.",
    releaseDespite: "Ik heb gezien wat niet past, en het is zo bedoeld",
    releaseDespiteNeeded: "Vink dit aan als het zo bedoeld is, of los het eerst op.",
  },
};
