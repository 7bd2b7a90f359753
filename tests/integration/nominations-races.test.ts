import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePerson } from "#db/demo/factories.ts";
import { nominations } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { nominate } from "~/lectures/volunteering/nominate.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { monday, startRoster } from "./lectures.support.ts";

const connections = 8;
const names = ["Ada", "Bo", "Cas", "Dee", "Eva", "Fay"];

describe.skipIf(!postgresUrl)("colleagues who nominate the same person at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  async function rush(through: (database: Database) => Database) {
    const { seriesId, people, organisationId } = await startRoster(db(), names);
    await makePerson(db(), { name: "Zoe", organisationId });
    const answers = await Promise.all(
      names.map((name) =>
        nominate(
          through(db()),
          { seriesId, nominatedBy: people[name]!, who: "Zoe", message: "" },
          { now: monday, ids: randomIds },
        ).then(
          (answer) => (answer.ok ? "asked" : answer.reason),
          () => "failed",
        ),
      ),
    );
    return { answers: answers.toSorted(), rows: (await db().select().from(nominations)).length };
  }

  test("are told by a plain answer that one of them asked", async () => {
    expect(await rush((database) => database)).toEqual({
      answers: ["asked", ...Array(5).fill("open")],
      rows: 1,
    });
  });

  test("run into one another without the lock on the series (control)", async () => {
    expect((await rush(withoutRowLocks)).answers).toContain("failed");
  });
});
