import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { askSwap } from "~/lectures/swaps/ask-swap.server.ts";
import { takeSwap } from "~/lectures/swaps/take-swap.server.ts";
import { cancelTurn } from "~/lectures/turns.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { monday, weeksOf } from "./lectures.support.ts";
import { startSpeakers } from "./swaps.support.ts";

const connections = 8;
const deps = { now: monday, ids: randomIds };

describe.skipIf(!postgresUrl)("at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  async function startSwap() {
    const { seriesId, people } = await startSpeakers(db(), { 5: "Ada" });
    const turnId = (await weeksOf(db(), seriesId))[5]!.id;
    const wish = { seriesId, turnId, personId: people.Ada!, toMemberId: null, message: "" };
    const asked = await askSwap(db(), wish, deps);
    if (!asked.ok) throw new Error(asked.reason);
    const take = (database: Database, name: string) =>
      takeSwap(
        database,
        { swapId: asked.swapId, personId: people[name]!, returnTurnId: null, topic: "" },
        deps,
      ).then(
        (taken) => (taken.ok ? "yes" : taken.reason),
        () => "failed",
      );
    return { seriesId, turnId, take };
  }

  /** How many members hold the turn by what they agreed to, and whether that is who speaks. */
  async function outcome(turnId: string) {
    const accepted = await db().select().from(offers).where(eq(offers.turnId, turnId));
    const [turn] = await db().select().from(turns).where(eq(turns.id, turnId));
    return {
      status: turn?.status,
      holders: accepted.filter(({ status }) => status === "accepted").length,
    };
  }

  async function rush(through: (database: Database) => Database) {
    const { turnId, take } = await startSwap();
    const names = ["Bo", "Cas", "Dee"];
    const answers = await Promise.all(names.map((name) => take(through(db()), name)));
    return { answers: answers.toSorted(), ...(await outcome(turnId)) };
  }

  test("several take the same swap: one has it, the others are told", async () => {
    expect(await rush((database) => database)).toEqual({
      answers: ["taken", "taken", "yes"],
      status: "confirmed",
      holders: 1,
    });
  });

  test("without the lock they run into one another (control)", async () => {
    const { answers, holders } = await rush(withoutRowLocks);
    expect(
      answers.filter((one) => one === "yes").length > 1 || answers.includes("failed") || holders > 1,
    ).toBe(true);
  });

  async function callOffMeanwhile(through: (database: Database) => Database) {
    const { seriesId, turnId, take } = await startSwap();
    const [answer] = await Promise.all([
      take(through(db()), "Bo"),
      cancelTurn(through(db()), { seriesId, turnId }, deps).catch(() => undefined),
    ]);
    return { answer, ...(await outcome(turnId)) };
  }

  test("one takes a swap while an organiser calls the week off: it is off, and nobody holds it", async () => {
    const { answer, ...rest } = await callOffMeanwhile((database) => database);
    expect(rest).toEqual({ status: "cancelled", holders: 0 });
    expect(["yes", "ended"]).toContain(answer);
  });

  test("without the lock somebody holds what is off, or one of the two fails (control)", async () => {
    const { answer, status, holders } = await callOffMeanwhile(withoutRowLocks);
    expect(answer === "failed" || status !== "cancelled" || holders > 0).toBe(true);
  });
});
