export const mailPreferences = {
  topics: {
    turns: {
      name: "My turns on a roster",
      what: "You are asked for a week, reminded of it, offered a swap, or proposed as a speaker by a colleague.",
      without:
        "You are then asked on the roster's page only, and not answering in time counts as no. Rather not be asked at all? Pause or leave the roster.",
    },
    "open-calls": {
      name: "Open weeks and swaps of others",
      what: "A week has no speaker yet, or a colleague looks for somebody to swap with.",
      without: "Open weeks and swaps then stand on the roster's page only.",
    },
    "follow-up": {
      name: "Thanks and questions after a lecture",
      what: "What listeners write to you after your lecture, and answers to your questions.",
      without: "You then find them on the page of the lecture only.",
    },
    digest: {
      name: "The monthly digest",
      what: "One mail on the first working day of the month: what was told, who speaks next, which festivals are open.",
      without: "The same then stands on the pages of lectures and festivals.",
    },
    proposals: {
      name: "My workshop proposals",
      what: "What you proposed or were asked to give: received, decided, to be confirmed.",
      without:
        "Decisions then stand on the page of your proposal only. A confirmation that is asked for still has its date.",
    },
    festivals: {
      name: "News of my festivals",
      what: "A festival you take part in is cancelled, put off or taken up again, or somebody asks whether you come together.",
      without: "Your calendar is still brought up to date: the mail that does so always comes.",
    },
    messages: {
      name: "Messages from organisers",
      what: "What the organisers of a festival write to those who come: what to bring, where lunch is, thanks afterwards.",
      without: "You then miss what they write, also on the day. Changes of your sessions still reach you.",
    },
    reminders: {
      name: "The day before, my own day",
      what: "One mail in the afternoon before each day of a festival: your sessions, the rooms, how to get there, your code for the door.",
      without: "Your sessions then stand in your agenda only; you show your code from there.",
    },
    organising: {
      name: "What I organise",
      what: "Invitations to host, answers of partners, a speaker who withdraws, a week that needs your decision.",
      without: "These questions then wait on the organisers' pages, and a week without a speaker too.",
    },
  },
  foot: {
    stop: "Stop this sort of mail ({{topic}})",
    all: "Choose what you are mailed",
  },
  account: {
    title: "Mail",
    all: "You get every sort of mail.",
    some_one: "You switched off one sort of mail.",
    some_other: "You switched off {{count}} sorts of mail.",
    change: "Choose what you are mailed",
  },
  turnsNotMailed: {
    title: "You are asked on this page only",
    what: "You switched off mail about your turns. A question you do not answer in time counts as no.",
  },
  page: {
    title: "What you are mailed",
    intro: "Switch off what you do not want. It holds from the next mail on, and you can come back any day.",
    back: "My account",
    legend: "Mail me about",
    without: "When off: {{what}}",
    save: "Save",
    always: "Always mailed",
    account: "Codes to sign in, and invitations to an account: without them you cannot come in.",
    invites:
      "Calendar entries of what you signed up for or give, their changes, and a seat that is held for you: they stop when you give up your seat or withdraw.",
    digestNow: "See the digest now",
    digestNowHint: "Mails you, and nobody else, what a digest would say today. Once a day at most.",
    digestNowButton: "Mail me a digest",
  },
  unsubscribe: {
    title: "Stop this sort of mail?",
    done: "You get no more of these mails",
    gone: "This link leads nowhere",
    goneText:
      "It is not whole, or the account it was for is gone. When you have signed in you can choose what you are mailed.",
    about: "To {{email}}: {{topic}}",
    button: "Stop these mails",
    only: "Only this sort stops. Other mail goes on as before.",
    accident: "Did you press that by accident?",
    again: "Send them again",
    all: "See all sorts of mail",
    allHint: "You sign in first, where you have not.",
  },
  toast: {
    saved: "Saved: this holds from the next mail on.",
    stopped: "These mails are stopped.",
    again: "You get these mails again.",
    digest: "A digest is on its way to you.",
    digestRefused: "Switch the digest on first, then ask for one.",
    digestEmpty: "There is nothing to tell today: a digest would not have gone out.",
  },
};
