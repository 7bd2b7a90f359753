import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePerson } from "#db/demo/factories.ts";
import { rosterMembers, turns } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { lastYearsList, lecturesInList } from "#tests/support/last-year.ts";
import { withoutRowLocks, withPauses } from "#tests/support/unlocked.ts";
import { matchListColumns } from "~/lectures/import-list/match-fields.ts";
import { lookAtList, takeList } from "~/lectures/import-list/take-list.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import { monday, startRoster } from "./lectures.support.ts";

const connections = 4;

describe.skipIf(!postgresUrl)("a list that several organisers take at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  async function rush(through: (database: Database) => Database) {
    const { seriesId, organisationId, people } = await startRoster(db(), ["Olga Vos"]);
    const names = ["Anna de Vries", "Bram Bakker", "Chris Smit"];
    for (const name of names) await makePerson(db(), { name, organisationId });
    const read = await readTable(new TextEncoder().encode(lastYearsList(names)));
    if (!read.ok) throw new Error(read.refusal);
    const { table } = read;
    const order = {
      ...{ table, columns: matchListColumns(table), dateOrder: null, chosen: new Map<string, string>() },
      ...{ leaveOut: true, joining: "list" as const, moveMembers: true },
    };
    const { fingerprint } = await lookAtList(db(), seriesId, order, { now: monday });
    const taking = { seriesId, actorId: people["Olga Vos"]!, order, seen: fingerprint };
    const answers = await Promise.all(
      Array.from({ length: connections }, () =>
        takeList(through(db()), taking, { now: monday, ids: randomIds }).then(
          (answer) => (answer.ok ? "taken" : answer.reason),
          () => "failed",
        ),
      ),
    );
    const held = (await db().select().from(turns)).filter(({ status }) => status === "held").length;
    const members = (await db().select().from(rosterMembers)).length;
    return { answers: answers.toSorted(), held, members };
  }

  test("is taken once, and the others see that it is there", async () => {
    expect(await rush(withPauses)).toEqual({
      answers: ["changed", "changed", "changed", "taken"],
      held: lecturesInList,
      members: 4,
    });
  });

  test("runs into itself without the lock on the series (control)", async () => {
    expect((await rush(withoutRowLocks)).answers).toContain("failed");
  });
});
