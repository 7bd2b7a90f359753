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
    otherwise:
      "If you do nothing, we look further when the time is up. It is a favour: neither silence nor a no counts against you.",
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
    favour:
      "We asked whether you could step in for {{series}} on {{date}}. The time for it is up, so we look further. It was a favour and counts for nothing.",
    still: "If you still can: your yes counts until somebody else accepts.",
    paused:
      "It was the third time in a row, so the roster asks you nothing for now. Whenever it suits you again, end the pause on its page.",
    otherwise: "If you can't, you need do nothing.",
  },
  released: {
    subject: "{{date}} is taken care of. Thank you!",
    heading: "Taken care of",
    intro: "We asked you about {{series}} on {{date}}. That day is taken care of now.",
    otherwise: "You need do nothing. Thank you for being somebody one can ask, {{name}}.",
  },
  "open-call": {
    subject: "Who speaks on {{date}}?",
    heading: "{{date}} is still free",
    intro:
      "Nobody has said yes yet to {{series}} on {{date}}, so we ask everybody who is there that day. The first yes has it. Ten minutes about anything you know well is plenty.",
    until: "It stays open until somebody takes it.",
    byName: "If nobody has by {{until}}, we ask two colleagues by name.",
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
    byOrganiser: "{{name}} was to speak in {{series}} on {{date}}, and an organiser took them off.",
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
  toast: {
    yes: "You speak on {{date}}. Thank you!",
    no: "Thank you for telling. Others are asked.",
    paused: "Thank you for telling. We will not ask you again for now; an organiser will be in touch.",
    topic: "The topic is saved.",
  },
  page: {
    until: "Answer by",
    as: "You answer as {{name}}. If that is not you, leave the answer to them.",
    noInstead: "No, not this time",
    yesInstead: "Yes, I'll speak after all",
    noText: {
      offered:
        "A no is fine: the next in line is asked at once. You keep your share, and your turn comes again.",
      "stand-in": "A no is fine. To be asked was a favour: a no does not count against you.",
    },
    next: "What happens next",
    nextText:
      "Your name stands on the page of the week, an invitation for your calendar is on its way, and we remind you a week and a day before.",
    withdraw:
      "Others are asked at once, and the organisers are told. To swap with a colleague instead, open the page of your week.",
    roster: "Open the roster",
    lecture: "Open the page of this week",
    errors: { taken: "Somebody else said yes before you. Thank you all the same!" },
    yours: {
      title: "You speak on {{date}}. Thank you!",
      text: "Ten minutes in {{series}}, standing, without slides. What is it about?",
    },
    late: {
      title: "You still can, {{name}}",
      text: "The time to answer is up, but nobody has said yes yet to {{series}} on {{date}}. Your yes counts until somebody does.",
    },
    again: {
      title: "You said no to {{date}}",
      text: "That is fine. {{series}} has nobody for that day yet: should you be able to after all, take it here.",
    },
    open: {
      title: "{{date}} is still free",
      text: "{{series}} has nobody for that day yet. The first yes has it. If you'd rather not, you need do nothing.",
    },
    declined: {
      title: "You said no to {{date}}",
      text: "That is fine: others are asked for {{series}} now. If the week becomes free again and you can after all, take it on the roster.",
    },
    elsewhere: {
      title: "Others are asked now",
      text: "For {{series}} on {{date}} somebody else is being asked, so there is nothing to answer. If the week becomes free again, you can take it on the roster.",
    },
    taken: {
      title: "Somebody else has it",
      text: "{{series}} on {{date}} has a speaker, so you need do nothing more. Thank you for being there to be asked.",
    },
    left: {
      title: "You are not on the roster any more",
      text: "So there is nothing to answer for {{date}}. If you would like to speak in {{series}} again, put yourself back on the roster; your balance has waited for you.",
    },
    "called-off": {
      title: "{{date}} was called off",
      text: "{{series}} skips that week, so there is nothing to answer. Your share stays as it is.",
    },
    over: {
      title: "This lecture has begun",
      text: "{{series}} on {{date}} can no longer be answered. Thank you for looking.",
    },
    unknown: {
      title: "This link leads nowhere",
      text: "Perhaps your mail program cut it off. Sign in and open the roster of your series: whatever is asked of you stands there too.",
      button: "Open the lectures",
    },
  },
};
