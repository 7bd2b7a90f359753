import { eq, getTableColumns } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people } from "#db/schema/index.ts";
import { mayEditSession, maySeeFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { festivalAdmission } from "../admission.server.ts";
import { type PlaceAnswer, placeAttendee, previewPlacing, removeAttendee } from "../placing.server.ts";
import { mayPlace, mayRemove } from "./access.ts";

type Deps = { now: Instant; ids: Ids };
type Person = Pick<typeof people.$inferSelect, "id" | "name" | "email" | "organisationId" | "role">;

export interface Organiser {
  viewer: Viewer;
  festival: Festival;
}

export interface Wish {
  personId: string;
  sessionId: string;
  reason: string;
  over: boolean;
}

export type SignUpAnswer = PlaceAnswer | { ok: false; reason: "forbidden" };

/** An organiser signs one of their own people up. Doing it again changes nothing. */
export async function signUpAttendee(
  db: Database,
  organiser: Organiser,
  { personId, sessionId, reason, over }: Wish,
  deps: Deps,
): Promise<SignUpAnswer> {
  const found = await findPair(db, organiser, { personId, sessionId });
  if (!found) return { ok: false, reason: "not-found" };
  const terms = termsFor(organiser, found, deps.now);
  if (!terms) return { ok: false, reason: "forbidden" };
  const placing = { sessionId, personId, by: organiser.viewer.personId, reason };
  return placeAttendee(db, { ...placing, over: over && terms === "over" }, deps);
}

/** What signing somebody up would come to, and whether this organiser may; nothing is changed. */
export async function previewSignUp(
  db: Database,
  organiser: Organiser,
  { personId, sessionId }: Pick<Wish, "personId" | "sessionId">,
  deps: Deps,
): Promise<{ session: Session; answer: SignUpAnswer } | null> {
  const found = await findPair(db, organiser, { personId, sessionId });
  if (!found) return null;
  const terms = termsFor(organiser, found, deps.now);
  if (!terms) return { session: found.session, answer: { ok: false, reason: "forbidden" } };
  const answer = await previewPlacing(db, { sessionId, personId, over: terms === "over" }, deps);
  return { session: found.session, answer };
}

export type AddressAnswer =
  | { ok: true; title: string }
  | { ok: false; reason: "not-found" | "past" | "cancelled" | "no-signup" | "full"; title: string };

/**
 * Signs up whoever has an address, for a session of one's own. The answer speaks of the session alone: whether anybody
 * has the address, what they have at that time, and whether they had the seat already, it does not tell, nor whether
 * it worked. Who was signed up reads so in a mail, and their organisation's total rises, as with any sign-up.
 */
export async function signUpByAddress(
  db: Database,
  organiser: Organiser,
  { email, sessionId, reason, over }: Omit<Wish, "personId"> & { email: string },
  deps: Deps,
): Promise<AddressAnswer> {
  const { viewer, festival } = organiser;
  const session = await findSession(db, sessionId);
  const title = session?.title ?? "";
  if (session?.festivalId !== festival.id || !mayEditSession(viewer, festival, session))
    return { ok: false, reason: "not-found", title };
  if (session.status === "cancelled") return { ok: false, reason: "cancelled", title };
  if (session.kind === "break") return { ok: false, reason: "no-signup", title };
  if (Date.parse(session.startsAt) <= deps.now.epochMilliseconds) return { ok: false, reason: "past", title };
  if (!over && session.capacity !== null && session.seatsTaken >= session.capacity)
    return { ok: false, reason: "full", title };
  const person = await findPerson(db, eq(people.email, email));
  if (person && maySeeFestival(person, festival)) {
    const placing = { sessionId, personId: person.id, by: viewer.personId, reason, over };
    await placeAttendee(db, placing, deps);
  }
  return { ok: true, title };
}

export type SignOutAnswer =
  | Awaited<ReturnType<typeof removeAttendee>>
  | { ok: false; reason: "not-found" | "forbidden" };

/** An organiser ends what one of their own people has or waits for. Doing it again changes nothing. */
export async function signOutAttendee(
  db: Database,
  organiser: Organiser,
  { personId, sessionId, reason }: Omit<Wish, "over">,
  { now }: { now: Instant },
): Promise<SignOutAnswer> {
  const found = await findPair(db, organiser, { personId, sessionId });
  if (!found) return { ok: false, reason: "not-found" };
  const { viewer, festival } = organiser;
  if (!mayRemove(viewer, festival, found.person)) return { ok: false, reason: "forbidden" };
  return removeAttendee(db, { sessionId, personId, by: viewer.personId, reason }, { now });
}

function termsFor({ viewer, festival }: Organiser, { person, session }: Pair, now: Instant) {
  if (!maySeeFestival(person, festival)) return null;
  const { window } = festivalAdmission(festival, now);
  return mayPlace(viewer, festival, { session, person, window });
}

interface Pair {
  person: Person;
  session: Session;
}

/** One of the organiser's own people and a session of the festival; null when either is not. */
async function findPair(
  db: Database,
  { viewer, festival }: Organiser,
  { personId, sessionId }: Pick<Wish, "personId" | "sessionId">,
): Promise<Pair | null> {
  const person = await findPerson(db, eq(people.id, personId));
  const session = await findSession(db, sessionId);
  if (!person || !mayRemove(viewer, festival, person)) return null;
  return session?.festivalId === festival.id ? { person, session } : null;
}

async function findPerson(db: Database, condition: ReturnType<typeof eq>): Promise<Person | null> {
  const { id, name, email, organisationId, role } = getTableColumns(people);
  const [person] = await db.select({ id, name, email, organisationId, role }).from(people).where(condition);
  return person ?? null;
}
