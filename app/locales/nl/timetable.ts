import type { timetable as english } from "../en/timetable.ts";
import type { Translated } from "../shape.ts";
import { editor } from "./timetable-editor.ts";

export const timetable: Translated<typeof english> = {
  editor,
  conflicts: {
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
