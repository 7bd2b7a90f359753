export const calendar = {
  feed: {
    cancelled: "Cancelled:",
    waiting: "Waiting list:",
    offered: "Seat offered:",
    given: "With {{names}}",
    personalName: "{{product}}: my agenda",
    notFound: "There is no calendar here.",
  },
  agenda: {
    title: "My agenda",
    zone: "Times are those where you are ({{zone}}). What keeps another clock has its own time below.",
    ownClock: "{{time}} in {{zone}}",
    emptyTitle: "Nothing in your agenda yet",
    empty: "What you sign up for, wait for or give yourself gathers here, in order of time.",
    emptyComing: "Nothing ahead of you",
    findFestival: "Look at the festivals",
    findLecture: "Look at the lectures",
    allDay: "All day",
    part: {
      gives: "You give this",
      attends: "You have a seat",
      offered: "A seat is held for you",
      waits: "Waiting list, number {{place}}",
      "passed-over": "Waiting list, number {{place}}",
    },
    cancelled: "Cancelled",
    tentative: "Not settled yet",
    passedOver: "A seat came free, but you have something else then. You keep your place.",
    clash: "At the same time as {{titles}}",
    with: "With {{names}}",
    answer: "Answer",
    leaveSeat: "Give up my seat",
    pastCount_one: "What was: {{count}} session",
    pastCount_other: "What was: {{count}} sessions",
  },
  subscribe: {
    summary: "Put it in my calendar",
    title: "In your own calendar",
    intro:
      "Subscribe once, and your own calendar follows this agenda: what you add, what moves and what is cancelled.",
    twice:
      "Invites that we mail may stand in the same calendar already: if you see everything twice, keep one of the two.",
    local:
      "This installation runs on your own machine: Google and Outlook on the web cannot reach it. A calendar on this machine can.",
    google: "Google Calendar",
    outlook: "Outlook",
    apple: "Apple Calendar",
    other: "Another calendar",
    open: {
      google: "Open Google Calendar",
      outlook: "Open Outlook",
      apple: "Open Apple Calendar",
      other: "Open my calendar program",
    },
    link: "Link to copy",
    download: "Download once (.ics)",
    downloadHint: "A file stays as it is; a subscription follows every change.",
    refresh: {
      google:
        "Google asks whether to add the calendar: say yes. If it does not, paste the link under Settings, Add calendar, From URL. It looks for changes every few hours, sometimes only once a day.",
      outlook:
        "Outlook asks for a name and adds the calendar. If it does not, paste the link under Add calendar, Subscribe from web. It looks for changes about every three hours.",
      apple:
        "Your Mac or iPhone asks whether to subscribe. Choose to refresh every hour there; it follows changes that fast.",
      other:
        "Paste the link where your calendar program subscribes to a calendar. Ours says to look every hour.",
    },
    followsAll: "It follows every change by itself; your calendar decides how often it looks.",
    mintedTitle: "Your link for {{name}}",
    mintedOnce:
      "Keep it to yourself: whoever has this link can read your agenda. We show it only now; later you can only revoke it.",
    mintedWhat: "It leads to what you give, attend and wait for, and it can change nothing.",
    backToAgenda: "Done, back to my agenda",
    listTitle: "Who may read my agenda",
    listEmpty: "Nobody yet. Each link you make in My agenda appears here.",
    name: "Made for",
    made: "Made",
    used: "Last used",
    never: "Not yet",
    revoke: "Revoke",
    revokeConfirm: "Revoke this link? The calendar that uses it gets no more changes.",
  },
  toast: { revoked: "The link works no longer. Remove the calendar where you had put it." },
  errors: { tooMany: "You have {{count}} links already. Revoke one that you no longer use." },
  mail: {
    subject: {
      placed: "{{name}} signed you up: {{title}} ({{day}})",
      signedOut: "{{name}} signed you out: {{title}} ({{day}})",
      seat: "You have a seat: {{title}} ({{day}})",
      promoted: "A seat came free for you: {{title}} ({{day}})",
      speaking: "You give: {{title}} ({{day}})",
      asked: "You are asked to give: {{title}} ({{day}})",
      changed: "Changed: {{title}} ({{day}})",
      queued: "On the waiting list: {{title}} ({{day}})",
      passedOver: "You keep your place in line: {{title}} ({{day}})",
      offerChanged: "Changed, and a seat is held for you: {{title}} ({{day}})",
      queueChanged: "Changed: {{title}} ({{day}})",
      seatToQueue: "On the waiting list: {{title}} ({{day}})",
      cancelled: "Cancelled: {{title}} ({{day}})",
      seatGone: "Your seat is given up: {{title}} ({{day}})",
      speakingGone: "You no longer give: {{title}} ({{day}})",
    },
    heading: {
      placed: "You were signed up",
      signedOut: "You were signed out",
      seat: "You have a seat",
      promoted: "A seat came free for you",
      speaking: "You give this session",
      asked: "You are asked to give this session",
      changed: "Something has changed",
      queued: "You are on the waiting list",
      passedOver: "A seat came free, but you are busy then",
      offerChanged: "A session has changed in which a seat is held for you",
      queueChanged: "A session you wait for has changed",
      seatToQueue: "You are on the waiting list",
      cancelled: "This session is cancelled",
      seatGone: "Your seat is given up",
      speakingGone: "You no longer give this session",
    },
    intro: {
      placed:
        "{{name}} of {{organisation}} signed you up, with this reason: “{{reason}}” Not right? Give up the seat on the session's page, or ask {{name}}. The invite in this mail keeps your calendar right by itself.",
      signedOut:
        "{{name}} of {{organisation}} signed you out, with this reason: “{{reason}}” Not right? Ask {{name}}. If it stood in your calendar, it leaves it by itself.",
      seat: "See you there. The invite in this mail keeps your calendar right by itself, whatever changes.",
      promoted:
        "You were on the waiting list, and now you are in. The invite in this mail keeps your calendar right by itself.",
      speaking:
        "It is in the programme with your name on it. The invite in this mail keeps your calendar right by itself.",
      asked: "It is pencilled in with your name on it. Nothing is settled yet.",
      changed: "Your calendar takes it over by itself. Here is what was, and what is now.",
      queued:
        "You are number {{place}} in line. When a seat comes free for you, we mail you an invite; until then your calendar stays as it is.",
      passedOver:
        "You have something else at that time, so the seat went to the next in line. You keep your place, number {{place}}. Would you rather have this one? Then give up the other on its page.",
      offerChanged:
        "Here is what was, and what is now. The mail that offered you the seat still answers for it.",
      queueChanged: "You keep your place in line, number {{place}}. Here is what was, and what is now.",
      seatToQueue:
        "You gave up your seat and are number {{place}} in line now. The session leaves your calendar.",
      cancelled:
        "We are sorry: it does not take place. If it stands in your calendar, it is marked there by itself.",
      seatGone: "The session leaves your calendar by itself. Changed your mind? Sign up again on its page.",
      speakingGone:
        "Your name is no longer in the programme, and the session leaves your calendar by itself.",
    },
    dropped: "You no longer wait for {{titles}}: you have a seat at that time now.",
    note: {
      attends:
        "Can't make it after all? Give up your seat on the session's page, so that somebody else can come.",
      waits: "Changed your mind? Leave the waiting list on the session's page.",
      gives: "Is something not right? The organisers named on the session's page can change it.",
    },
    speak: "Would you like to speak here yourself one day? Put yourself on the roster.",
    when: "When",
    where: "Where",
    with: "With",
    what: "What",
    status: "State",
    settled: "settled",
    notSettled: "not settled yet",
    before: "before: {{value}}",
    nothing: "nothing yet",
    yourTime: "{{time}} where you are ({{zone}})",
    button: "Open the session",
    footer: "{{product}} mails you what concerns the sessions you give, attend or wait for.",
  },
  news: {
    subject: {
      changed_one: "News about {{count}} of your sessions: {{titles}}",
      changed_other: "News about {{count}} of your sessions: {{titles}}",
      cancelled_one: "Cancelled: {{titles}}",
      cancelled_other: "Cancelled, {{count}} of your sessions: {{titles}}",
    },
    heading: {
      changed_one: "News about {{count}} of your sessions",
      changed_other: "News about {{count}} of your sessions",
      cancelled_one: "{{count}} of your sessions is cancelled",
      cancelled_other: "{{count}} of your sessions are cancelled",
    },
    intro: {
      changed: "Your calendar takes it over by itself. Here is what was, and what is now.",
      cancelled:
        "We are sorry: they do not take place. What stands in your calendar is marked there by itself.",
    },
    announced: {
      cancelled: {
        subject: "{{festival}} is cancelled",
        heading: "{{festival}} is cancelled",
        intro:
          "We are sorry: the festival of {{dates}} does not take place. What stands in your calendar of it is marked there by itself.",
      },
      postponed: {
        subject: "{{festival}} is put off",
        heading: "{{festival}} is put off",
        intro:
          "It does not take place on {{dates}}; there is no new date yet. You keep your seats and your places in line, and hear as soon as there is one.",
      },
      rescheduled: {
        subject: "{{festival}}: new dates",
        heading: "{{festival}} has new dates: {{dates}}",
        intro:
          "You keep your seats and your places in line, and your calendar moves along by itself. Can't make it then? Give up your seat on the session's page.",
      },
      reinstated: {
        subject: "{{festival}} takes place after all",
        heading: "{{festival}} takes place after all",
        intro:
          "It is on {{dates}} again. Whoever had a seat has it again, and it is back in your calendar by itself.",
      },
    },
    note: "Each session in this mail brings its own entry for your calendar; the first one is shown by your mail program, the others are attached.",
    agenda: "Open my agenda",
    festival: "Open the festival",
    footer: "{{product}} mails you because you give, attend, propose or organise something at {{festival}}.",
  },
};
