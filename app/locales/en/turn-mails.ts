export const turnMails = {
  fact: { when: "When", where: "Where", rules: "House rules", topic: "Your topic" },
  yes: "Yes, I'll speak",
  no: "No, not this time",
  until: "Please answer by {{until}}.",
  waiting: "The topic you put aside fits right in: “{{topic}}”. You can still choose another.",
  how: "A button opens a page where you answer; you need no password. Nothing is decided before you press the button there.",
  footer: {
    member:
      "You get this mail because you are on the roster of {{series}}. You can pause or leave on the page of the roster.",
    organiser: "You get this mail because you organise {{series}}.",
  },
  why: {
    ledger: "Why you? {{why}}",
    member: "Why you? You are on the roster, and it is your turn.",
    "stand-in": "Why you? You are among the first in line of those who are there that day.",
    "open-call": "Why you? Everybody on the roster who is there that day and has not said no is asked.",
    organiser: "Why you? All organisers of the hosts get this mail; one of you is enough.",
    speaker: "Why you? You are the speaker of that day.",
  },
  offered: {
    subject: "Would you speak on {{date}}?",
    heading: "Would you speak, {{name}}?",
    intro:
      "It is your turn in {{series}}. Ten minutes is enough. Tell what you would gladly tell a colleague; you need nothing prepared but yourself.",
    otherwise:
      "If you do nothing, we remind you, and after that somebody else is asked. It then counts as a no.",
  },
  "stand-in": {
    subject: "Could you step in on {{date}}?",
    heading: "Could you step in, {{name}}?",
    intro:
      "{{series}} has no speaker yet for {{date}}. We ask two colleagues at once, and whoever says yes first speaks. Ten minutes about anything you know well is plenty.",
    otherwise: "If you do nothing, it counts as a no when the time is up, and we look further.",
  },
  reminded: {
    first: {
      subject: "Still open: would you speak on {{date}}?",
      heading: "A friendly reminder, {{name}}",
      intro:
        "We asked whether you would speak in {{series}} on {{date}}. A no is as welcome as a yes: then somebody else has time to look forward to it.",
      otherwise: "If you do nothing, we ask somebody else when the time is up. It then counts as a no.",
    },
    second: {
      subject: "Last reminder: would you speak on {{date}}?",
      heading: "Yes or no, {{name}}?",
      intro:
        "This is the last time we ask whether you would speak in {{series}} on {{date}}. Either answer helps.",
      otherwise: "If you do nothing, we ask somebody else when the time is up. It then counts as a no.",
    },
  },
  lapsed: {
    subject: "No answer for {{date}}, and no harm done",
    heading: "No harm done, {{name}}",
    intro:
      "You did not get round to answering whether you would speak in {{series}} on {{date}}, so others are asked now. It counts as a no, like any other no; only organisers can see it.",
    still: "If you still can: your yes counts until somebody else accepts.",
    paused:
      "It was the third time in a row, so the roster asks you nothing for now. Whenever it suits you again, end the pause on its page.",
    otherwise: "If you can't, you need do nothing.",
  },
  released: {
    subject: "{{date}} has a speaker. Thank you!",
    heading: "Somebody else has it",
    intro: "We asked you about {{series}} on {{date}}. A colleague speaks that day now.",
    otherwise: "You need do nothing. Thank you for being somebody one can ask, {{name}}.",
  },
  "open-call": {
    subject: "Who speaks on {{date}}?",
    heading: "{{date}} is still free",
    intro:
      "Nobody has said yes yet to {{series}} on {{date}}, so we ask everybody who is there that day. The first yes has it. Ten minutes about anything you know well is plenty.",
    until: "It stays open until somebody takes it. A few days before, we ask two colleagues by name.",
    yes: "Yes, I'll take it",
    otherwise: "No? Then you need do nothing: silence counts for nothing here.",
  },
  organisers: {
    subject: "{{date}} has no speaker: please decide",
    heading: "Nobody yet for {{date}}",
    intro:
      "The lecture of {{series}} is {{when}} and has no speaker. Whoever could be asked has been asked, so now one of you decides.",
    choices:
      "Speak yourself, open the floor to whoever has something to tell, or call the week off. It takes one click, and the first decision counts.",
    button: "Decide",
    otherwise:
      "If nobody decides, and nobody takes it after all, the week passes without a speaker. It counts for nobody.",
  },
  withdrew: {
    subject: "{{name}} cannot speak on {{date}}",
    heading: "{{date}} is free again",
    intro: "{{name}} had agreed to speak in {{series}} on {{date}} and gave the week back.",
    what: "The roster is asking others already.",
    button: "See how it goes",
    otherwise: "You need do nothing. If nobody is found by two days before, you hear from us again.",
  },
  soon: {
    subject: "You speak {{when}}: {{date}}",
    heading: "You speak {{when}}, {{name}}",
    intro: "{{series}} looks forward to you. Stand up, leave the slides, tell what you know.",
    noTopic: "It has no topic yet. One line that makes people curious is enough; a surprise is fine too.",
    button: "Change the topic or hand it over",
    otherwise: "If all is well you need do nothing but come.",
  },
  paused: {
    subject: "{{name}} declined three times",
    heading: "Ask {{name}} what would help",
    intro: "{{name}} declined three times in a row in {{series}}, so the roster asks them nothing for now.",
    what: "A word between two people works better than another mail. When it is settled, put them back on the page of the members.",
    button: "Open the members",
    otherwise: "If you do nothing, they stay paused. They can end it themselves too.",
  },
};
