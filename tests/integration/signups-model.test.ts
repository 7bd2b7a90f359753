import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePeople, makeSessions } from "#db/demo/factories.ts";
import { commitments, events, sessions, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { type ModelSession, SignupModel } from "#tests/support/signup-model.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";

const now = at("2026-11-23T09:00:00Z");
const people = 3;

/** A workshop, its second time, and a session that overlaps both. */
const programme: ModelSession[] = [
  { capacity: 1, from: 600, until: 660, workshop: "sketching" },
  { capacity: 1, from: 630, until: 690, workshop: null },
  { capacity: 1, from: 660, until: 720, workshop: "sketching" },
];

type Step =
  | { do: "ask"; person: number; session: number; givesUp: number | null }
  /** One of those who have or wait for something, counted around. */
  | { do: "leave"; which: number }
  | { do: "resize"; session: number; capacity: number | null };

const person = fc.nat(people - 1);
const session = fc.nat(programme.length - 1);
const capacity = fc.option(fc.integer({ min: 1, max: 2 }), { freq: 9 });
const givesUp = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: session });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("ask" as const), person, session, givesUp }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant("leave" as const), which: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("resize" as const), session, capacity }) },
);

describe("sign-ups in any order", () => {
  const db = testDatabase();

  test("agree with what one would keep on paper, and leave no seat empty that somebody waits for", async () => {
    const scene = await setScene(db());
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        await scene.reset();
        const model = new SignupModel(programme.map((one) => ({ ...one })));
        for (const one of steps) await takeBoth(scene, model, one);
        expect(model.hasIdleSeat()).toBe(false);
        expect(await scene.seats()).toEqual(model.seats.map((seats) => seats.toSorted()));
        expect(await scene.queues()).toEqual(model.queues.map((queue) => queue.map((one) => one.person)));
        expect(await scene.counted()).toEqual(model.seats.map((seats) => seats.length));
        expect(await scene.busy()).toEqual(model.seats.map((seats) => seats.toSorted()));
      }),
      { numRuns: 200, interruptAfterTimeLimit: 20_000 },
    );
  });
});

async function takeBoth(scene: Awaited<ReturnType<typeof setScene>>, model: SignupModel, step: Step) {
  if (step.do === "ask") {
    const { person, session, givesUp } = step;
    expect(await scene.ask(person, session, givesUp)).toBe(model.ask(person, session, givesUp));
  } else if (step.do === "resize") {
    expect(await scene.resize(step.session, step.capacity)).toBe(model.resize(step.session, step.capacity));
  } else {
    const all = model.everybody();
    const one = all[step.which % Math.max(1, all.length)];
    if (one) expect(await scene.leave(one.person, one.session)).toBe(model.leave(one.person, one.session));
  }
}

/** The same people and sessions in the database, spoken of by their number. */
async function setScene(db: Database) {
  const ids = testIds();
  const organisation = await makeOrganisation(db, {});
  const festival = await makeFestival(db, { leadOrganisationId: organisation.id });
  const colleagues = await makePeople(
    db,
    Array.from({ length: people }, () => ({ organisationId: organisation.id })),
  );
  const personIds = colleagues.map((one) => one.id);
  const workshops = new Map<string | null, string | null>([[null, null]]);
  const rows = await makeSessions(
    db,
    programme.map(({ capacity, from, until, workshop }) => {
      if (!workshops.has(workshop)) workshops.set(workshop, ids.uuid());
      const time = `${String(Math.floor(from / 60)).padStart(2, "0")}:${String(from % 60).padStart(2, "0")}`;
      return {
        festivalId: festival.id,
        organisationId: organisation.id,
        startsLocal: `2027-01-11T${time}`,
        durationMinutes: until - from,
        capacity,
        proposalId: workshops.get(workshop),
      };
    }),
  );
  const sessionIds = rows.map((row) => row.id);
  const who = (i: number) => personIds[i] as string;
  const what = (i: number) => sessionIds[i] as string;
  const bySession = (list: { sessionId: string; personId: string }[]) =>
    sessionIds.map((id) =>
      list.filter((one) => one.sessionId === id).map((one) => personIds.indexOf(one.personId)),
    );

  return {
    async reset() {
      await db.delete(events);
      await db.delete(signups);
      await db.delete(commitments);
      for (const [i, { capacity }] of programme.entries()) {
        await db
          .update(sessions)
          .set({ capacity, seatsTaken: 0 })
          .where(eq(sessions.id, what(i)));
      }
    },

    async ask(person: number, session: number, givesUp: number | null): Promise<string> {
      const request = {
        personId: who(person),
        sessionId: what(session),
        givesUp: givesUp === null ? null : what(givesUp),
      };
      const answer = await signUp(db, request, { now, ids, window: "open" });
      if (!answer.ok) return answer.reason;
      return answer.status === "waiting" ? `waiting ${answer.place}` : answer.status;
    },

    async leave(person: number, session: number): Promise<string> {
      const answer = await cancelSignup(db, { personId: who(person), sessionId: what(session) }, { now });
      return answer.ok ? "done" : answer.reason;
    },

    async resize(session: number, capacity: number | null): Promise<string> {
      const answer = await changeCapacity(db, { sessionId: what(session), capacity }, { now });
      return answer.ok ? "done" : answer.reason;
    },

    async seats() {
      const seated = await db.select().from(signups).where(eq(signups.status, "confirmed"));
      return bySession(seated).map((list) => list.toSorted());
    },

    async queues() {
      return bySession(
        await db.select().from(signups).where(eq(signups.status, "waiting")).orderBy(asc(signups.position)),
      );
    },

    async counted() {
      const counts = await db.select({ id: sessions.id, taken: sessions.seatsTaken }).from(sessions);
      return sessionIds.map((id) => counts.find((one) => one.id === id)?.taken);
    },

    async busy() {
      return bySession(await db.select().from(commitments)).map((list) => list.toSorted());
    },
  };
}
