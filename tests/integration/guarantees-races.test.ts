import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePeople, makeSession } from "#db/demo/factories.ts";
import { events, festivals, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks, withPauses } from "#tests/support/unlocked.ts";
import { randomIds } from "~/platform/ids.ts";
import { releaseGuarantees } from "~/signups/guarantees/jobs.server.ts";
import { changeGuarantees } from "~/signups/guarantees.server.ts";
import { signUpMany } from "~/signups/signups.server.ts";

const now = at("2026-11-23T09:00:00Z");
const ends = at("2026-12-03T11:00:00Z");
const connections = 6;
const kept = 4;

describe.skipIf(!postgresUrl)("two workers when guarantees end", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  /** All seats are kept for a host of which nobody came, and more people wait than there are seats. */
  async function release(through: (database: Database) => Database) {
    const [lead, absent] = [await makeOrganisation(db(), {}), await makeOrganisation(db(), {})];
    const given = { leadOrganisationId: lead.id, status: "released" as const };
    const festival = await makeFestival(db(), given);
    const workshop = { festivalId: festival.id, organisationId: lead.id, capacity: kept };
    const session = await makeSession(db(), { ...workshop, startsLocal: "2027-01-11T10:00" });
    const sessionId = session.id;
    const guarantees = [{ organisationId: absent.id, seats: kept }];
    await changeGuarantees(db(), { sessionId, guarantees }, { now });
    const people = await makePeople(
      db(),
      Array.from({ length: 6 }, () => ({ organisationId: lead.id })),
    );
    const asks = people.map(({ id: personId }) => ({ personId, sessionId, window: "open" as const }));
    await signUpMany(db(), asks, { now, ids: randomIds });
    const guaranteesEndAt = ends.toString();
    await db().update(festivals).set({ guaranteesEndAt }).where(eq(festivals.id, festival.id));
    const answers = await Promise.all(
      [1, 2].map(() =>
        releaseGuarantees(through(db()), { now: ends }).then(
          (seats) => seats,
          () => 0,
        ),
      ),
    );
    const promoted = and(eq(events.subject, sessionId), sql`${events.payload}->>'change' = 'promoted'`);
    const [after] = await db().select().from(sessions).where(eq(sessions.id, sessionId));
    return {
      given: answers.reduce((sum, one) => sum + one, 0),
      seated: await db().$count(signups, eq(signups.status, "confirmed")),
      taken: after?.seatsTaken,
      told: await db().$count(events, promoted),
    };
  }

  test("give each seat once and tell each person once", async () => {
    expect(await release(withPauses)).toEqual({ given: kept, seated: kept, taken: kept, told: kept });
  });

  test("tell people twice without the lock on the session (control)", async () => {
    expect((await release(withoutRowLocks)).told).toBeGreaterThan(kept);
  });
});
