import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { partyAsks, partyMembers } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks, withPauses } from "#tests/support/unlocked.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { answerParty } from "~/signups/parties/answer.server.ts";
import { askAlong } from "~/signups/parties/ask.server.ts";
import { listQuestions } from "~/signups/parties/find.server.ts";

const now = at("2026-11-23T09:00:00Z");
const connections = 8;

describe.skipIf(!postgresUrl)("parties in a rush", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  async function makeScene() {
    const { id: organisationId } = await makeOrganisation(db(), {});
    const { id } = await makeFestival(db(), { leadOrganisationId: organisationId, status: "released" });
    const festival = (await findFestivalById(db(), id))!;
    const person = async (name: string) => {
      const made = await makePerson(db(), { name, email: `${name}@example.com`, organisationId });
      return { personId: made.id, email: made.email, organisationId };
    };
    return { festival, person };
  }

  /** One person asks five colleagues at the same moment. */
  async function askFive(through: (database: Database) => Database) {
    const { festival, person } = await makeScene();
    const asker = await person("anna");
    const deps = { now, ids: randomIds };
    // The party is there already.
    await askAlong(db(), { festival, asker, who: "anna@example.com" }, deps);
    const answers = await Promise.all(
      ["a", "b", "c", "d", "e"].map((name) =>
        askAlong(through(db()), { festival, asker, who: `${name}@example.com` }, deps),
      ),
    );
    return { asked: answers.filter((one) => one.ok).length, rows: await db().$count(partyAsks) };
  }

  test("five asked at once: three are, and two are refused", async () => {
    expect(await askFive(withPauses)).toEqual({ asked: 3, rows: 3 });
  });

  test("five asked at once without the lock on the party: more than four come (control)", async () => {
    expect((await askFive(withoutRowLocks)).rows).toBeGreaterThan(3);
  });

  /** One person, asked by two parties, says yes to both at the same moment. */
  async function agreeTwice() {
    const { festival, person } = await makeScene();
    const wanted = await person("wanted");
    for (const name of ["anna", "bram"])
      await askAlong(
        db(),
        { festival, asker: await person(name), who: wanted.email },
        { now, ids: randomIds },
      );
    const questions = await listQuestions(db(), { personId: wanted.personId }, now);
    const answers = await Promise.all(
      questions.map(({ partyId }) =>
        answerParty(withPauses(db()), { partyId, personId: wanted.personId, answer: "yes" }, { now }),
      ),
    );
    const agreed = await db().select().from(partyMembers).where(eq(partyMembers.personId, wanted.personId));
    return {
      answers: answers.map((one) => (one.ok ? "yes" : one.reason)).toSorted(),
      parties: agreed.filter((one) => one.status === "agreed").length,
    };
  }

  test("two questions answered with yes at once: one counts, and the other answer says so", async () => {
    expect(await agreeTwice()).toEqual({ answers: ["elsewhere", "yes"], parties: 1 });
  });

  test("two questions answered with yes at once, without the rule of the database: both count (control)", async () => {
    await db().execute(sql`drop index party_members_one`);
    try {
      expect(await agreeTwice()).toEqual({ answers: ["yes", "yes"], parties: 2 });
    } finally {
      await db().execute(sql`truncate parties cascade`);
      await db().execute(
        sql`create unique index party_members_one on party_members (festival_id, person_id) where status = 'agreed'`,
      );
    }
  });
});
