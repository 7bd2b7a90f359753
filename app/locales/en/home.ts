export const home = {
  title: "What is on",
  hello: "Hello {{name}}",
  welcome: {
    title: "The best course is a colleague",
    text: "Allied organisations open up to each other: festivals full of workshops by and for their own people, and every week ten minutes at the coffee machine. Find something, save your seat, and it is in your calendar.",
    look: "Look at the festivals",
  },
  how: {
    title: "How it works",
    festivals: {
      title: "Festivals, hosted together",
      text: "Two days of workshops by colleagues of all the hosts. Pick what you like; nobody passes the queue.",
    },
    lectures: {
      title: "Ten minutes at the coffee machine",
      text: "Every week somebody else tells what they know. No devices, no sitting, and fair turns.",
    },
    calendars: {
      title: "In your own calendar",
      text: "What you sign up for appears there, and moves along when it moves.",
    },
  },
  festival: {
    now: "On now",
    next: "Next festival, {{when}}",
    choose: "Choose your workshops",
    programme: "See the programme",
    more: "Read more",
    none: "No festival is planned yet",
    noneText: "When one is announced, you will find it here.",
  },
  lecture: {
    noTopic: "The topic is still a surprise",
    noSpeaker: "Nobody has the turn yet",
    more: "About this lecture",
    none: "No lecture this week",
    noneText: "Have a look at who speaks later.",
    all: "All lectures",
  },
  asked: {
    turn: "It is your turn at {{series}}: can you speak?",
    host: "Your organisation is asked to host {{festival}}",
    answer: "Answer",
  },
  agenda: {
    title: "My agenda",
    all: "All of my agenda",
    empty: "Your agenda is still empty",
    emptyText: "What you sign up for or give yourself shows up here, and in your own calendar.",
    part: {
      gives: "You give this",
      attends: "You go",
      offered: "Seat held for you",
      waits: "Waiting list",
      "passed-over": "Waiting list",
    },
    cancelled: "Cancelled",
  },
};
