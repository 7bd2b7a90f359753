export const clashes = {
  title: "Choose between two sessions",
  intro:
    "One of these was moved, so that they are at the same time now. Both seats stay yours until you choose; you can be at one of them only.",
  none: "Nothing of yours is at the same time",
  noneText: "When a session is moved onto another of yours, you choose here which of the two you keep.",
  toAgenda: "Back to my agenda",
  pair: "“{{first}}” and “{{second}}” are at the same time",
  notice_one: "Two of your sessions are at the same time now",
  notice_other: "Some of your sessions are at the same time now",
  untilThen: "Both seats stay yours until you choose, but you can be at one of them only.",
  choose: "Choose which one to keep",
  keep: "Keep “{{keep}}”, give up “{{giveUp}}”",
  whatHappens:
    "The seat you give up goes to the first in the queue at once, and leaves your calendar. Not sure yet? Do nothing: you keep both for now.",
  youGive: "You give this one yourself",
  given:
    "You give “{{title}}” yourself, so you cannot give it up here. If the time does not suit you, speak with the organisers.",
  bothGiven:
    "You cannot give up a session that you give yourself, or one that has begun. Speak with the organisers about “{{title}}”.",
  toast: {
    chosen: "You keep “{{keep}}” and gave up “{{giveUp}}”.",
    done: "That seat was given up already.",
    "no-longer": "These are no longer at the same time, so you keep both.",
    "own-session": "You give “{{giveUp}}” yourself. Speak with the organisers about it.",
    past: "“{{giveUp}}” has begun, so nothing was changed.",
  },
  travel:
    "You have {{minutes}} from {{from}} ({{fromVenue}}) to {{to}} ({{toVenue}}): about {{needed}} on foot.",
  travelNone:
    "You have no time between {{from}} ({{fromVenue}}) and {{to}} ({{toVenue}}): about {{needed}} on foot.",
  mail: {
    pair: "“{{first}}” and “{{second}}” are at the same time now. Both stay yours until you choose; you can be at one of them only.",
    given: "You give “{{title}}” yourself; if that time does not suit you, speak with the organisers.",
    choose: "Choose which one to keep",
  },
};
