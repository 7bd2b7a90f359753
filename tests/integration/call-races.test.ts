import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeProposal } from "#db/demo/factories.ts";
import { festivalDecisions, proposals } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { closeCall } from "~/festivals/call/call.server.ts";
import { saveProposal, submitProposal } from "~/festivals/call/save-proposal.server.ts";
import { startProposal } from "~/festivals/call/start-proposal.server.ts";
import { begin, deps, fields, makeCall, now } from "./call.support.ts";

const connections = 20;

describe.skipIf(!postgresUrl)("at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute(sql`select pg_sleep(0.2)`))),
  );

  /** Ten tabs that have read the same version each save something else. */
  async function saveAtOnce(through: Database) {
    const call = await makeCall(db());
    const id = await begin(db(), call);
    const festival = await call.festival();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, tab) =>
        saveProposal(through, call.chloe, festival, { id, ...fields, title: `Tab ${tab}` }, deps),
      ),
    );
    const [row] = await db().select().from(proposals).where(eq(proposals.id, id));
    const saved = answers.flatMap((answer, tab) => (answer.ok ? [`Tab ${tab}`] : []));
    return { saved, title: row?.title, version: row?.version };
  }

  test("of ten tabs one saves, and the others are shown what it saved", async () => {
    const { saved, title, version } = await saveAtOnce(db());
    expect(saved).toEqual([title]);
    expect(version).toBe(2);
  });

  test("control: without the lock several believe that they saved", async () => {
    const { saved } = await saveAtOnce(withoutRowLocks(db()));
    expect(saved.length).toBeGreaterThan(1);
  });

  /** Twelve people hand in while the lead closes the call; what was counted at the closing is all that ever came in. */
  async function closeAmong(through: Database) {
    const call = await makeCall(db());
    const drafts: string[] = [];
    for (let made = 0; made < 12; made += 1) {
      const given = { festivalId: call.festivalId, organisationId: call.organisations.kade.id };
      const row = await makeProposal(db(), { ...given, proposedBy: call.chloe.personId, status: "draft" });
      drafts.push(row.id);
    }
    const festival = await call.festival();
    const submit = (id: string) => submitProposal(through, call.chloe, festival, { id, ...fields }, deps);
    await Promise.all([
      ...drafts.slice(0, 6).map(submit),
      closeCall(through, call.lead, festival, { now }),
      ...drafts.slice(6).map(submit),
    ]);
    const [closed] = await db().select().from(festivalDecisions);
    const came = await db().$count(proposals, eq(proposals.status, "submitted"));
    await db().delete(proposals);
    await db().delete(festivalDecisions);
    return { counted: closed?.facts.proposals, came };
  }

  test("what is handed in while the call closes is in before it, or too late", async () => {
    const { counted, came } = await closeAmong(db());
    expect(came).toBe(counted);
  });

  test("control: without the lock something comes in after it was closed", async () => {
    const { counted, came } = await closeAmong(withoutRowLocks(db()));
    expect(came).not.toBe(counted);
  });

  async function startAtOnce(through: Database) {
    const call = await makeCall(db());
    const festival = await call.festival();
    await Promise.all(
      Array.from({ length: 8 }, () => startProposal(through, call.chloe, festival, { language: "en" }, deps)),
    );
    return db().$count(proposals);
  }

  test("eight presses on the button for a new one make one draft", async () => {
    expect(await startAtOnce(db())).toBe(1);
  });

  test("control: without the lock they make several", async () => {
    expect(await startAtOnce(withoutRowLocks(db()))).toBeGreaterThan(1);
  });
});
