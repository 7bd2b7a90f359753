import { attendees } from "./attendees.ts";
import { ballot } from "./ballot.ts";
import { calendar } from "./calendar.ts";
import { call } from "./call.ts";
import { clashes } from "./clashes.ts";
import { common } from "./common.ts";
import { digest } from "./digest.ts";
import { door } from "./door.ts";
import { editions } from "./editions.ts";
import { errors } from "./errors.ts";
import { exchange } from "./exchange.ts";
import { festivals } from "./festivals.ts";
import { guarantees } from "./guarantees.ts";
import { home } from "./home.ts";
import { hosting } from "./hosting.ts";
import { scheduleImport } from "./import.ts";
import { lecture } from "./lecture.ts";
import { lectures } from "./lectures.ts";
import { mailPreferences } from "./mail-preferences.ts";
import { messages } from "./messages.ts";
import { offers } from "./offers.ts";
import { parties } from "./parties.ts";
import { people } from "./people.ts";
import { programme } from "./programme.ts";
import { review } from "./review.ts";
import { roster } from "./roster.ts";
import { rosterImport } from "./roster-import.ts";
import { sessions } from "./sessions.ts";
import { signups } from "./signups.ts";
import { swaps } from "./swaps.ts";
import { tables } from "./tables.ts";
import { timetable } from "./timetable.ts";
import { turn } from "./turn.ts";
import { turnMails } from "./turn-mails.ts";
import { ui } from "./ui.ts";
import { visible } from "./visible.ts";

export default {
  attendees,
  ballot,
  calendar,
  call,
  review,
  roster,
  timetable,
  exchange,
  hosting,
  door,
  editions,
  common,
  errors,
  festivals,
  guarantees,
  home,
  scheduleImport,
  lecture,
  lectures,
  digest,
  mailPreferences,
  parties,
  messages,
  people,
  programme,
  rosterImport,
  sessions,
  signups,
  clashes,
  offers,
  swaps,
  turn,
  tables,
  turnMails,
  ui,
  visible,
};
