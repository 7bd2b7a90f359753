import type { ToldFacts } from "#db/schema/calendar.ts";
import type { Session } from "~/sessions/session.ts";
import type { Deed } from "~/signups/attendees/deeds.ts";

/** What a person has to do with a session. */
export type Part = ToldFacts["part"];

export interface Truth {
  facts: ToldFacts;
  /** The session is called off. */
  cancelled: boolean;
  /** Their seat came from the queue, even if they were never told that they waited. */
  fromQueue: boolean;
  /** What an organiser did about their seat, if one did. */
  byOrganiser?: Deed["did"];
}

/** What they were last told; after a `REQUEST` it stands in their calendar. */
export interface Told {
  lastMethod: "REQUEST" | "CANCEL" | "WAITING";
  sequence: number;
  facts: ToldFacts;
}

export type Aspect = "time" | "place" | "title" | "speakers" | "status";

export type Reason =
  | "seat"
  | "placed"
  | "promoted"
  | "speaking"
  | "asked"
  | "changed"
  | "queued"
  | "passedOver"
  | "queueChanged"
  | "offerChanged"
  | "seatToQueue"
  | "cancelled"
  | "seatGone"
  | "signedOut"
  | "speakingGone";

export interface Telling {
  lastMethod: Told["lastMethod"];
  sequence: number;
  /** The calendar part of the mail; null for a plain one. */
  calendar: "REQUEST" | "CANCEL" | null;
  /** Null: nothing is mailed, only the new state is kept. */
  reason: Reason | null;
  changes: Aspect[];
}

/**
 * What to mail a person, or null when they know all there is. SEQUENCE rises with time, place and status and with
 * every change between having and not having the event (RFC 5546 §2.1.4); other changes keep it.
 */
export function decideTelling(told: Told | null, truth: Truth): Telling | null {
  if (truth.cancelled) return tellCancelled(told, truth.facts.part);
  switch (truth.facts.part) {
    case "none":
      return tellGone(told, truth);
    case "offered":
      return tellOffered(told, truth.facts);
    case "waits":
    case "passed-over":
      return tellWaiting(told, truth.facts);
    default:
      return tellTaking(told, truth);
  }
}

function tellTaking(told: Told | null, truth: Truth): Telling | null {
  if (told?.lastMethod !== "REQUEST") {
    return telling("REQUEST", told ? told.sequence + 1 : 0, "REQUEST", reasonToBegin(told, truth));
  }
  const changes = changesBetween(told.facts, truth.facts);
  if (changes.length === 0) return null;
  const raised = changes.some((change) => raising.includes(change));
  return telling("REQUEST", told.sequence + (raised ? 1 : 0), "REQUEST", "changed", changes);
}

const raising: Aspect[] = ["time", "place", "status"];

function tellWaiting(told: Told | null, facts: ToldFacts): Telling | null {
  const news = facts.part === "passed-over" ? "passedOver" : "queued";
  if (told?.lastMethod === "REQUEST") return telling("WAITING", told.sequence + 1, "CANCEL", "seatToQueue");
  if (told?.lastMethod !== "WAITING" || told.facts.part !== facts.part) {
    return telling("WAITING", told?.sequence ?? 0, null, news);
  }
  const changes = changesBetween(told.facts, facts);
  return changes.length > 0 ? telling("WAITING", told.sequence, null, "queueChanged", changes) : null;
}

/** The offer has a mail of its own, and a calendar gets the seat only after the yes. */
function tellOffered(told: Told | null, facts: ToldFacts): Telling | null {
  if (told?.lastMethod === "REQUEST") return telling("WAITING", told.sequence + 1, "CANCEL", "seatGone");
  if (told?.lastMethod !== "WAITING" || told.facts.part !== "offered") {
    return telling("WAITING", told?.sequence ?? 0, null, null);
  }
  const changes = changesBetween(told.facts, facts);
  return changes.length > 0 ? telling("WAITING", told.sequence, null, "offerChanged", changes) : null;
}

function tellCancelled(told: Told | null, part: Part): Telling | null {
  if (told?.lastMethod === "CANCEL" || (!told && part === "none")) return null;
  if (told?.lastMethod === "REQUEST") return telling("CANCEL", told.sequence + 1, "CANCEL", "cancelled");
  return telling("CANCEL", told?.sequence ?? 0, null, part === "none" ? null : "cancelled");
}

/** Who was signed out reads why, also of a place in the queue. */
function tellGone(told: Told | null, { byOrganiser }: Truth): Telling | null {
  if (told?.lastMethod === "CANCEL") return null;
  const signedOut = byOrganiser === "removed" ? "signedOut" : null;
  if (!told) return signedOut && telling("CANCEL", 0, null, signedOut);
  if (told.lastMethod === "WAITING") return telling("CANCEL", told.sequence, null, signedOut);
  const reason = told.facts.part === "gives" ? "speakingGone" : (signedOut ?? "seatGone");
  return telling("CANCEL", told.sequence + 1, "CANCEL", reason);
}

function reasonToBegin(told: Told | null, { facts, fromQueue, byOrganiser }: Truth): Reason {
  if (facts.part === "gives") return facts.tentative ? "asked" : "speaking";
  if (byOrganiser === "placed") return "placed";
  return fromQueue || told?.lastMethod === "WAITING" ? "promoted" : "seat";
}

function telling(
  lastMethod: Told["lastMethod"],
  sequence: number,
  calendar: Telling["calendar"],
  reason: Reason | null,
  changes: Aspect[] = [],
): Telling {
  return { lastMethod, sequence, calendar, reason, changes };
}

export function changesBetween(was: ToldFacts, is: ToldFacts): Aspect[] {
  const differs = (...keys: (keyof ToldFacts)[]) => keys.some((key) => String(was[key]) !== String(is[key]));
  const list: [Aspect, boolean][] = [
    ["time", differs("startsAt", "endsAt", "timeZone", "allDay")],
    ["place", differs("place")],
    ["title", differs("title")],
    ["speakers", differs("speakers")],
    ["status", differs("tentative")],
  ];
  return list.filter(([, differ]) => differ).map(([aspect]) => aspect);
}

/**
 * What mails say of a session. The abstract is not among it: a word mended there is no reason to write to forty
 * people.
 */
export function factsOf(session: Session, part: Part): ToldFacts {
  return {
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    allDay: session.allDay,
    place: placeLines(session).join(", "),
    speakers: session.speakers.map((speaker) => speaker.name),
    tentative: session.status === "tentative",
    part,
  };
}

/** Room, venue, address; or the place in words. */
export function placeLines({ room, place }: Pick<Session, "room" | "place">): string[] {
  if (!room) return place ? [place] : [];
  return [room.name, room.venue.name, room.venue.address].filter(Boolean);
}
