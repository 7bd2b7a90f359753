import type { Database } from "#db/connect.ts";
import { once, type RequestContext } from "~/platform/context.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import type { Festival } from "../festival.ts";
import { findFestival } from "../festivals.server.ts";
import { type FestivalRoom, listFestivalRooms } from "../venues.server.ts";
import { itemOf } from "./item.ts";
import { type Plan, planProgramme } from "./programme.ts";
import { askRevision, type Revision } from "./revision.server.ts";

/** Everything about a festival's programme that stays as it is until somebody changes it, and what is made of it. */
export interface Facts {
  /** Differs whenever anything here would. */
  revision: string;
  festival: Festival;
  rooms: FestivalRoom[];
  venues: { name: string; address: string }[];
  plan: Plan;
  /** What has been made of these facts, by what it is. */
  made: Map<string, unknown>;
}

export interface Standing {
  facts: Facts;
  /** Seats left by the place of the item; null: everybody fits. */
  readonly seats: (number | null)[];
  /** Differs whenever one of them does. */
  seatsRevision: string;
}

/** The facts of each festival as they were last read; good while the database gives the same revision. */
const kept = new WeakMap<Database, Map<string, Facts>>();
const mostKept = 50;

/**
 * What attendees know of a festival's programme. One small query tells whether it is still what was read before,
 * so the next request after a change sees it, whichever process made it. Null where there is no such festival.
 */
export async function findStanding(db: Database, slug: string): Promise<Standing | null> {
  const asked = await askRevision(db)(slug);
  if (!asked) return null;
  const known = factsOf(db).get(slug);
  if (known?.revision === asked.revision) return standingOf(known, asked);
  return readFacts(db, slug, asked);
}

/** The same for everything that is asked in one request. */
export function standingFor(context: RequestContext, slug: string): Promise<Standing | null> {
  return once(context, `standing ${slug}`, () => findStanding(context.db, slug));
}

/** Reads until the revision is the same before and after: then what was read belongs to it. */
async function readFacts(db: Database, slug: string, before: Revision): Promise<Standing | null> {
  for (let attempt = 0; ; attempt += 1) {
    const festival = await findFestival(db, slug);
    if (!festival) return null;
    const sessions = await listSessions(db, { festivalId: festival.id });
    const rooms = await listFestivalRooms(db, festival.id);
    const after = await askRevision(db)(slug);
    if (!after) return null;
    if (after.revision !== before.revision && attempt < 5) {
      before = after;
      continue;
    }
    const items = sessions.map((session, index) => itemOf(session, index, festival.timeZone));
    const facts: Facts = {
      revision: after.revision,
      festival,
      rooms,
      venues: venuesOf(sessions, rooms),
      plan: planProgramme(items, rooms, festival.timeZone),
      made: new Map(),
    };
    if (after.revision === before.revision) keep(db, slug, facts);
    return standingOf(facts, after);
  }
}

function standingOf(facts: Facts, { seats }: Revision): Standing {
  let left: (number | null)[] | undefined;
  return {
    facts,
    seatsRevision: seats,
    // A page that is kept has no use for them.
    get seats() {
      left ??= seats.split(",").map((one) => (one === "" ? null : Number(one)));
      return left;
    },
  };
}

function venuesOf(
  sessions: { room: { venue: { name: string; address: string } } | null }[],
  rooms: FestivalRoom[],
): { name: string; address: string }[] {
  const addresses = new Map(
    sessions.flatMap(({ room }) => (room ? [[room.venue.name, room.venue.address]] : [])),
  );
  const names = new Set([...rooms.map((room) => room.venueName), ...addresses.keys()]);
  return [...names].map((name) => ({ name, address: addresses.get(name) ?? "" }));
}

function factsOf(db: Database): Map<string, Facts> {
  const found = kept.get(db) ?? new Map<string, Facts>();
  kept.set(db, found);
  return found;
}

function keep(db: Database, slug: string, facts: Facts): void {
  const all = factsOf(db);
  all.delete(slug);
  if (all.size >= mostKept) all.delete(all.keys().next().value ?? "");
  all.set(slug, facts);
}
