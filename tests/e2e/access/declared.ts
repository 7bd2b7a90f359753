import type { ObjectKind } from "./objects.ts";
import {
  alliance,
  anyOrganiser,
  but,
  everyone,
  insideLead,
  insideOrganisers,
  lead,
  nobody,
  nowhere,
  only,
  organisers,
  organisersNothing,
  ownerOrLead,
  type Row,
  signedIn,
} from "./visitors.ts";

type Rows = Partial<Record<ObjectKind, Row>>;

export interface Declared {
  loader?: Rows;
  /** Sent a form that changes nothing: one it does not know, or `form`. */
  action?: Rows;
  form?: Record<string, string>;
  /** Behind the address. */
  query?: string;
}

const always: Rows = { none: everyone };
const public_: Rows = { own: everyone, foreign: everyone };
/** What a festival shows: its visibility decides. */
const visible: Rows = { ...public_, private: alliance };
const organising: Rows = { own: organisers, foreign: nobody, private: insideOrganisers };
const leading: Rows = { own: lead, foreign: nobody, private: insideLead };
const nothing = only([], 404);
const theirOrganisers = { ...organisersNothing, host: "in", admin: "in" } as const;
const ownPeople: Rows = {
  own: theirOrganisers,
  foreign: nobody,
  private: but(theirOrganisers, "outsider", 404),
};
const series: Rows = { own: organisers, foreign: nobody };
const colleagues = ["member", "host", "otherHost", "lead", "admin"] as const;
const rosterOf: Rows = { own: only(colleagues), foreign: nobody };
const rosterNothing: Row = { ...only([], 404), outsider: 403 };

/** On the day alone; what is not today is closed to everybody. */
const atDoor: Rows = {
  own: ownerOrLead,
  foreign: nobody,
  private: but(ownerOrLead, "outsider", 404),
  mixed: organisersNothing,
};
/** Who works for a host proposes. */
const proposing: Rows = { own: but(alliance, "outsider", 403), foreign: nobody, private: alliance };
/** Whoever may see a festival takes part, once they have signed in. */
const attending: Rows = { own: signedIn, foreign: signedIn, private: alliance };
/** Written by the member, read by the organisers of its host and of the lead; nobody else learns that it is there. */
const itsWriters = only(["member", "host", "lead", "admin"], 404);
const proposal: Rows = { own: itsWriters, foreign: nothing, private: itsWriters, mixed: nothing };

/** By the name of the route's file: who may read what, and who may send what. */
export const declared: Record<string, Declared> = {
  home: { loader: always },
  // Addresses that only take forms lead whoever opens them home.
  language: { loader: { none: everyone }, action: always },
  theme: { loader: { none: everyone }, action: always },
  login: { loader: always, action: always },
  "login.code": { loader: always, action: always, query: "?email=a@b.example" },
  logout: { loader: { none: everyone }, action: always },
  account: { loader: { none: signedIn }, action: { none: signedIn } },
  "account.mail": { loader: { none: signedIn }, action: { none: signedIn } },
  "unsubscribe.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "setup.$token": { loader: { none: nowhere }, action: { none: everyone } },
  "host-invitations.$token": { loader: { none: nowhere }, action: { none: everyone } },
  outbox: { loader: always },
  "outbox[.]json": { loader: always },
  favourites: { loader: { none: everyone }, action: always },
  agenda: { loader: { none: signedIn }, action: { none: signedIn } },
  "agenda.subscriptions": { loader: { none: signedIn }, action: { none: signedIn } },
  "agenda.clashes": { loader: { none: signedIn }, action: { none: signedIn } },
  "offers.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "not-found": { loader: { none: nowhere } },

  "organisations._index": { loader: always },
  "organisations.$organisation._index": { loader: public_ },
  "organisations.$organisation.edit": {
    loader: { own: only(["admin"]), foreign: nobody },
    action: { own: only(["admin"]), foreign: nobody },
  },
  "organisations.$organisation.people": {
    loader: { own: only(["member", "host", "admin"]), foreign: nobody },
    action: { own: only(["admin"]), foreign: nobody },
  },
  "organisations.$organisation.logo": { loader: { own: everyone, foreign: nowhere } },

  "festivals._index": { loader: always },
  "festivals.new": { loader: { none: anyOrganiser }, action: { none: anyOrganiser } },
  "festivals.$festival._index": { loader: visible },
  "festivals.$festival.sessions.$session": { loader: { ...visible, mixed: nowhere } },
  // Whoever is signed in and may see the festival.
  "festivals.$festival.together": { loader: attending, action: attending, form: { intent: "leave" } },
  "together.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "festivals.$festival.propose._index": { loader: proposing, action: proposing },
  "festivals.$festival.propose.$proposal": { loader: proposal, action: proposal },
  "festivals.$festival.propose.$proposal.draft": { action: proposal },
  "door.$token": { loader: { none: nowhere } },
  "not-coming.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "festivals.$festival.organise.door._index": { loader: organising },
  // Every host sees figures; names, and checking people in, are for the session's own host and the lead.
  "festivals.$festival.organise.door.$door": {
    loader: { ...organising, mixed: organisersNothing },
    action: atDoor,
  },
  "festivals.$festival.organise.door.$door.check-ins": { loader: atDoor, action: atDoor },
  "turns.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "speaking.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "festivals.$festival.wishes": { loader: attending, action: attending },
  "festivals.$festival.my": { loader: attending },
  // There is a file once seats were given by wishes: tests/integration/ballot-replay.test.ts.
  "festivals.$festival.ballot[.]json": {
    loader: { own: nowhere, foreign: nowhere, private: but(nowhere, "anonymous", "login") },
  },
  "festivals.$festival.organise.ballot._index": { loader: organising, action: leading },
  "festivals.$festival.organise.ballot.run": { loader: leading, action: leading },
  "festivals.$festival.wishes.save": { action: attending },
  "festivals.$festival.embed": { loader: { ...public_, private: nowhere } },
  "festivals.$festival.organise.embed": { loader: organising },
  "festivals.$festival.organise": { loader: organising },
  "festivals.$festival.organise._index": { loader: organising },
  "festivals.$festival.organise.hosts": { loader: organising, action: organising },
  "festivals.$festival.organise.hosts.$host": {
    loader: { ...organising, mixed: organisersNothing },
    // A host leaves by itself.
    action: {
      own: only(["host", "admin"]),
      foreign: nobody,
      private: but(only(["host", "admin"]), "outsider", 404),
      mixed: organisersNothing,
    },
  },
  "festivals.$festival.organise.venue": { loader: organising, action: organising },
  "festivals.$festival.organise.tracks": { loader: organising, action: leading },
  "festivals.$festival.organise.call": { loader: organising, action: leading },
  "festivals.$festival.organise.sessions._index": { loader: organising },
  "festivals.$festival.organise.sessions.new": { loader: organising, action: organising },
  "festivals.$festival.organise.sessions.$session": {
    loader: { ...organising, mixed: organisersNothing },
    action: { own: ownerOrLead, foreign: nobody, private: but(ownerOrLead, "outsider", 404), mixed: nobody },
    form: { intent: "restore" },
  },
  "festivals.$festival.organise.proposals._index": { loader: organising, action: organising },
  "festivals.$festival.organise.proposals.mails": { loader: organising, action: organising },
  "festivals.$festival.organise.proposals.$proposal": {
    loader: { ...organising, mixed: organisersNothing },
    action: { ...organising, mixed: organisersNothing },
    form: { intent: "review", score: "4" },
  },
  "festivals.$festival.organise.seats._index": { loader: organising, action: leading },
  "festivals.$festival.organise.seats.$session": {
    loader: { ...organising, mixed: organisersNothing },
    action: {
      own: ownerOrLead,
      foreign: nobody,
      private: but(ownerOrLead, "outsider", 404),
      mixed: organisersNothing,
    },
    form: { intent: "preview" },
  },
  "festivals.$festival.organise.timetable": { loader: organising },
  // Whether an act is on their own session is asked of each act: tests/integration/timetable.test.ts.
  "festivals.$festival.organise.timetable.edits": { loader: organising, action: organising },
  "festivals.$festival.organise.conflicts": { loader: organising, action: leading },
  "festivals.$festival.organise.placing": { loader: organising, action: organising },
  "festivals.$festival.organise.signups": { loader: organising },
  "festivals.$festival.organise.attendees._index": { loader: organising },
  "festivals.$festival.organise.attendees.new": { loader: organising, action: organising },
  // Own people only: for the lead too there is nobody of another organisation.
  "festivals.$festival.organise.attendees.$person": {
    loader: { ...ownPeople, mixed: organisersNothing },
    action: { ...ownPeople, mixed: organisersNothing },
  },
  "festivals.$festival.organise.export._index": { loader: organising },
  "festivals.$festival.organise.export.$file": { loader: { ...organising, mixed: organisersNothing } },
  "festivals.$festival.organise.import": { loader: organising, action: organising },
  "festivals.$festival.organise.import.table": { loader: organising, action: organising },
  "festivals.$festival.organise.releases": { loader: organising, action: leading },
  "festivals.$festival.organise.releases.$release": {
    loader: {
      own: organisers,
      foreign: nobody,
      // Made by the lead in a cell before.
      private: insideOrganisers,
      mixed: organisersNothing,
    },
    action: { ...leading, mixed: but(lead, "lead", 404) },
  },
  "festivals.$festival.organise.messages._index": { loader: organising },
  // Whom they may write to is asked of what they write: tests/integration/messages.test.ts.
  "festivals.$festival.organise.messages.new": { loader: organising, action: organising },
  "festivals.$festival.organise.messages.$message": {
    loader: { ...organising, mixed: organisersNothing },
    action: {
      own: ownerOrLead,
      foreign: nobody,
      private: but(ownerOrLead, "outsider", 404),
      mixed: organisersNothing,
    },
  },
  "festivals.$festival.organise.edition": { loader: organising, action: leading },
  "festivals.$festival.organise.edition.copy": { loader: organising, action: leading },
  "festivals.$festival.changes": { loader: visible },
  "festivals.$festival.organise.settings": { loader: organising, action: leading },

  "lectures._index": { loader: always },
  "lectures.new": { loader: { none: anyOrganiser }, action: { none: anyOrganiser } },
  "lectures.$series._index": { loader: public_ },
  "lectures.$series.poster": { loader: public_ },
  "lectures.$series.poster[.]pdf": { loader: public_ },
  "lectures.$series.screen": { loader: public_ },
  "lectures.$series.$date": {
    loader: { ...public_, mixed: nowhere },
    // What somebody may answer depends on whom the turn was offered to.
    action: { own: signedIn, foreign: signedIn, mixed: but(nowhere, "anonymous", "login") },
  },
  "lectures.$series.$date.clock": { loader: { ...public_, mixed: nowhere } },
  "lectures.$series.clock": { loader: public_ },
  "lectures.$series.roster": {
    loader: { own: only(["member", "host", "otherHost", "lead", "admin"]), foreign: nobody },
    action: { own: only(["member", "host", "otherHost", "lead", "admin"]), foreign: nobody },
  },
  // One page for the poster, the mails and the series; the button is for colleagues.
  "lectures.$series.join": {
    loader: public_,
    action: { own: only(["member", "host", "otherHost", "lead", "admin"]), foreign: nobody },
  },
  "nominations.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  // Who speaks asks, who was asked takes: each act says so itself.
  "lectures.$series.$date.swap": {
    loader: { ...rosterOf, mixed: rosterNothing },
    action: { ...rosterOf, mixed: rosterNothing },
  },
  "swaps.$token": { loader: { none: nowhere }, action: { none: nowhere } },
  "lectures.$series.organise": { loader: series },
  "lectures.$series.organise._index": { loader: series, action: series },
  "lectures.$series.organise.turns.$date": {
    loader: { ...series, mixed: organisersNothing },
    action: { ...series, mixed: organisersNothing },
  },
  "lectures.$series.organise.members": { loader: series, action: series },
  "lectures.$series.organise.members.$member": {
    loader: { ...series, mixed: organisersNothing },
    action: { ...series, mixed: organisersNothing },
  },
  "lectures.$series.organise.what-if": { loader: series },
  // Who is not on the roster is led to the page where they can join it.
  "lectures.$series.roster.what-if": {
    loader: { own: only(["member", "host", "otherHost", "lead", "admin"]), foreign: nobody },
  },
  "lectures.$series.organise.pauses": { loader: series, action: series },
  "lectures.$series.organise.import": { loader: series, action: series },
  "lectures.$series.organise.channels": { loader: series, action: series },
  "lectures.$series.organise.pauses.import": { loader: series, action: series },
  "lectures.$series.organise.settings": { loader: series, action: series },

  "sessions.$session.offer": {
    loader: { own: everyone, foreign: everyone, private: but(alliance, "anonymous", 404) },
    action: { own: signedIn, foreign: signedIn, private: alliance },
  },
  "sessions.$session.sign-up": {
    loader: { own: everyone, foreign: everyone, private: but(alliance, "anonymous", 404) },
    action: { own: signedIn, foreign: signedIn, private: alliance },
  },
};

/** By the address: what is answered before Remix. */
export const declaredRaw: Record<string, Rows> = {
  "/healthz": always,
  "/readyz": always,
  "/festivals/:festival.ics": { ...public_, private: nowhere },
  "/festivals/:festival": visible,
  "/festivals/:festival/embed": { ...public_, private: nowhere },
  "/festivals/:festival/sessions/:session": { ...visible, mixed: nowhere },
  "/festivals/:festival/schedule.json": { ...public_, private: nowhere },
  "/festivals/:festival/schedule.xml": { ...public_, private: nowhere },
  "/festivals/:festival/sessions/:session.ics": { ...public_, private: nowhere, mixed: nowhere },
  "/lectures/:series.ics": public_,
  "/lectures/:series/:date.ics": { ...public_, mixed: nowhere },
  "/organisations/:organisation.ics": public_,
  "/calendar/:token.ics": { none: nowhere },
  "/sessions/:session/sign-up": { own: signedIn, foreign: signedIn, private: alliance },
};
