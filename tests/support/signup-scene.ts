import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePeople, makeSessions } from "#db/demo/factories.ts";
import {
  commitments,
  festivals,
  parties,
  partyMembers,
  seatGuarantees,
  sessions,
  signups,
} from "#db/schema/index.ts";
import { randomIds } from "~/platform/ids.ts";
import { plus, Temporal } from "~/platform/time.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { acceptOffer } from "~/signups/accept-offer.server.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { fillSeats } from "~/signups/fill-seats.server.ts";
import { changeGuarantees } from "~/signups/guarantees.server.ts";
import { placeAttendee, removeAttendee } from "~/signups/placing.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";
import type { ModelOptions, ModelSession } from "./signup-model.ts";

const start = Temporal.Instant.from("2027-01-11T06:00:00Z");

/** The people and sessions of a model in a database, spoken of by their numbers; time is in minutes. */
export async function makeSignupScene(db: Database, programme: ModelSession[], options: ModelOptions) {
  const making = { ids: randomIds, now: start };
  const organisations: { id: string }[] = [];
  for (const _ of new Set(options.organisations)) organisations.push(await makeOrganisation(db, {}, making));
  const [lead] = organisations;
  const leadOrganisationId = lead?.id as string;
  const festival = await makeFestival(db, { leadOrganisationId }, making);
  const colleagues = await makePeople(
    db,
    options.organisations.map((i) => ({ organisationId: organisations[i]?.id ?? null })),
    making,
  );
  const people = colleagues.map((one) => one.id);
  const workshops = new Map<string | null, string | null>([[null, null]]);
  for (const { workshop } of programme)
    if (!workshops.has(workshop)) workshops.set(workshop, randomIds.uuid());
  // Sessions are locked and filled in the order of their ids: the same as of their numbers.
  const ids = programme.map(() => randomIds.uuid()).sort();
  await makeSessions(
    db,
    programme.map(({ workshop, ...one }, i) => ({
      id: ids[i],
      festivalId: festival.id,
      organisationId: leadOrganisationId,
      timeZone: "UTC",
      proposalId: workshops.get(workshop),
      capacity: one.capacity,
      ...times(one),
    })),
    making,
  );
  const partyId = randomIds.uuid();
  await db.insert(parties).values({ id: partyId, festivalId: festival.id, createdAt: start.toString() });
  await db.insert(partyMembers).values(
    options.party.map((i, n) => ({
      partyId,
      personId: people[i] as string,
      festivalId: festival.id,
      status: "agreed" as const,
      askedAt: plus(start, { seconds: n }),
    })),
  );

  let now = start;
  const deps = () => ({ now, ids: randomIds });
  const who = (i: number) => people[i] as string;
  const what = (i: number) => ids[i] as string;
  const swapped = (i: number | null) => (i === null ? null : what(i));
  const answered = (answer: { ok: boolean; reason?: string }) => (answer.ok ? "done" : (answer.reason ?? ""));
  const bySession = (list: { sessionId: string; personId: string }[]) =>
    ids.map((id) => list.filter((one) => one.sessionId === id).map((one) => people.indexOf(one.personId)));

  return {
    async reset(): Promise<void> {
      now = start;
      await db.delete(signups).where(inArray(signups.sessionId, ids));
      await db.delete(commitments).where(inArray(commitments.sessionId, ids));
      await db.delete(seatGuarantees).where(inArray(seatGuarantees.sessionId, ids));
      const guaranteesEndAt = plus(start, { minutes: options.keptUntil });
      await db.update(festivals).set({ guaranteesEndAt }).where(eq(festivals.id, festival.id));
      for (const [i, one] of programme.entries()) {
        const asPlanned = { capacity: one.capacity, seatsTaken: 0, ...times(one) };
        await db
          .update(sessions)
          .set(asPlanned)
          .where(eq(sessions.id, what(i)));
      }
    },
    async ask(person: number, session: number, givesUp: number | null, together: boolean): Promise<string> {
      const request = {
        personId: who(person),
        sessionId: what(session),
        givesUp: swapped(givesUp),
        together,
      };
      const answer = await signUp(db, request, { ...deps(), window: "open" });
      if (!answer.ok) return answer.reason;
      return answer.status === "waiting" ? `waiting ${answer.place}` : answer.status;
    },
    async accept(person: number, session: number, givesUp: number | null): Promise<string> {
      const offer = { personId: who(person), sessionId: what(session), givesUp: swapped(givesUp) };
      return answered(await acceptOffer(db, offer, deps()));
    },
    async leave(person: number, session: number): Promise<string> {
      return answered(await cancelSignup(db, { personId: who(person), sessionId: what(session) }, deps()));
    },
    async remove(person: number, session: number): Promise<string> {
      const placing = { personId: who(person), sessionId: what(session), by: who(0), reason: "moved" };
      return answered(await removeAttendee(db, placing, deps()));
    },
    async place(person: number, session: number, over: boolean): Promise<string> {
      const placing = { personId: who(person), sessionId: what(session), by: who(0), reason: "asked" };
      return answered(await placeAttendee(db, { ...placing, over }, deps()));
    },
    async resize(session: number, capacity: number | null): Promise<string> {
      return answered(await changeCapacity(db, { sessionId: what(session), capacity }, deps()));
    },
    async keep(session: number, kept: number[]): Promise<string> {
      const guarantees = kept.map((seats, i) => ({ organisationId: organisations[i]?.id as string, seats }));
      return answered(await changeGuarantees(db, { sessionId: what(session), guarantees }, deps()));
    },
    async move(session: number, by: number): Promise<string> {
      const [row] = await db
        .select()
        .from(sessions)
        .where(eq(sessions.id, what(session)));
      const startsLocal = localAt(Temporal.Instant.from(row?.startsAt ?? "").add({ minutes: by }));
      await db.transaction((tx) =>
        changeSession(tx as unknown as Database, what(session), { startsLocal }, deps()),
      );
      await fillSeats(db, ids, deps());
      return "done";
    },
    async pass(minutes: number): Promise<string> {
      now = now.add({ minutes });
      await fillSeats(db, ids, deps());
      return "done";
    },
    /** Seats, offers and queues by session, the seats counted, and whose time is taken. */
    async state() {
      const rows = await db
        .select()
        .from(signups)
        .where(inArray(signups.sessionId, ids))
        .orderBy(asc(signups.position));
      const counts = await db
        .select({ id: sessions.id, taken: sessions.seatsTaken })
        .from(sessions)
        .where(inArray(sessions.id, ids))
        .orderBy(asc(sessions.id));
      const busy = await db.select().from(commitments).where(inArray(commitments.sessionId, ids));
      const sorted = (lists: number[][]) => lists.map((list) => list.toSorted((a, b) => a - b));
      const having = (status: string) => bySession(rows.filter((row) => row.status === status));
      return {
        seats: sorted(having("confirmed")),
        offers: sorted(having("offered")),
        queues: having("waiting"),
        counted: counts.map((one) => one.taken),
        busy: sorted(bySession(busy)),
      };
    },
  };
}

export type SignupScene = Awaited<ReturnType<typeof makeSignupScene>>;

function times({ from, until }: Pick<ModelSession, "from" | "until">) {
  const begins = start.add({ minutes: from });
  return {
    startsLocal: localAt(begins),
    durationMinutes: until - from,
    startsAt: begins.toString(),
    endsAt: start.add({ minutes: until }).toString(),
  };
}

const localAt = (instant: Temporal.Instant) => instant.toString().slice(0, 16);
