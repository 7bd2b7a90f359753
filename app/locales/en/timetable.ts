import { editor } from "./timetable-editor.ts";

export const timetable = {
  editor,
  conflicts: {
    blocking_one: "One thing holds the release back",
    blocking_other: "{{count}} things hold the release back",
    warned_one: "One thing does not fit",
    warned_other: "{{count}} things do not fit",
    more_one: "and {{count}} more",
    more_other: "and {{count}} more",
    all: "All that does not fit",
    room: "{{room}} is taken twice: “{{title}}” and “{{other}}” overlap.",
    speaker: "{{speaker}} is in “{{title}}” and in “{{other}}” at the same time.",
    plenary: "“{{other}}” runs while everybody is expected at “{{title}}”.",
    attendees_one: "{{count}} person has a place in “{{title}}” and in “{{other}}”, which overlap.",
    attendees_other: "{{count}} people have a place in “{{title}}” and in “{{other}}”, which overlap.",
    travelSpeaker_one:
      "{{speaker}} has {{count}} minute from “{{title}}” to “{{other}}” in another building; the way takes {{needed}}.",
    travelSpeaker_other:
      "{{speaker}} has {{count}} minutes from “{{title}}” to “{{other}}” in another building; the way takes {{needed}}.",
    travelPeople:
      "{{people}} people go from “{{title}}” to “{{other}}” in another building within {{minutes}} minutes; the way takes {{needed}}.",
    away: "{{speaker}} cannot be at “{{title}}”: away from {{from}} to {{to}}.",
    awayGives: "{{speaker}} gives “{{other}}” elsewhere from {{from}} to {{to}}, while “{{title}}” runs.",
    outside: "“{{title}}” is outside the days of the festival.",
    seats: "“{{title}}” has {{people}} seats, but {{room}} holds {{holds}}.",
    wishes: "{{people}} people would like to come to “{{title}}”, but {{room}} holds {{holds}}.",
    equipment: "“{{title}}” needs {{things}}, which {{room}} does not have.",
    releaseBlocked_one: "Settle the one thing above first, or let it be a warning under Conflicts.",
    releaseBlocked_other: "Settle the {{count}} things above first, or let them be warnings under Conflicts.",
    releaseDespite: "I have seen what does not fit, and it is meant like that",
    releaseDespiteNeeded: "Tick this if it is meant like that, or settle it first.",
  },
};
