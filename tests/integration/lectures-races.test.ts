import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { offers } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { volunteerForTurn } from "~/lectures/answer.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { monday, startRoster, weeksOf } from "./lectures.support.ts";

const connections = 12;
const names = ["Ada", "Bo", "Cas", "Dee", "Eva", "Fay", "Gus", "Hal"];

describe.skipIf(!postgresUrl)("colleagues who take the same week at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  async function rush(through: (database: Database) => Database) {
    const { seriesId, people } = await startRoster(db(), names);
    const last = (await weeksOf(db(), seriesId)).at(-1);
    const answers = await Promise.all(
      names.map((name) =>
        volunteerForTurn(
          through(db()),
          { seriesId, turnId: last!.id, personId: people[name]!, topic: name },
          { now: monday, ids: randomIds },
        ).then(
          (answer) => (answer.ok ? "yes" : answer.reason),
          () => "failed",
        ),
      ),
    );
    const accepted = (await db().select().from(offers)).filter(({ status }) => status === "accepted");
    return { answers: answers.toSorted(), accepted: accepted.length };
  }

  test("are told by a plain answer that one of them has it", async () => {
    const { answers, accepted } = await rush((database) => database);
    expect({ answers, accepted }).toEqual({ answers: [...Array(7).fill("taken"), "yes"], accepted: 1 });
  });

  test("run into one another without the lock on the series (control)", async () => {
    const { answers, accepted } = await rush(withoutRowLocks);
    expect(accepted > 1 || answers.includes("failed")).toBe(true);
  });
});
