import { asc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeHost, makeRoom, makeVenue } from "#db/demo/factories.ts";
import { draftSessions } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { findSurroundings } from "~/festivals/conflicts/surroundings.server.ts";
import { detectConflicts } from "~/festivals/conflicts.ts";
import { listDrafts } from "~/festivals/drafts.server.ts";
import { saveDraft } from "~/festivals/edit-drafts.server.ts";
import { applyPlacing } from "~/festivals/placing/apply.server.ts";
import { proposePlacing } from "~/festivals/placing/propose.server.ts";
import { draftFields, makeAlliance, now } from "./festivals.support.ts";

const wish = {
  times: ["10:00", "11:30", "13:30"],
  until: "17:00",
  moveStanding: false,
  roomsMustHold: true,
  seed: 1,
};

/** Two hosts, two rooms and sessions without a time, as many as given of each host. */
async function scene(db: Database, sessions: { waterland: number; lumen: number }) {
  const { waterland, lumen, festival, deps } = await makeAlliance(db);
  const { id: festivalId } = await festival();
  await makeHost(db, { festivalId, organisationId: lumen.organisation.id });
  const venue = await makeVenue(db, { organisationId: waterland.organisation.id });
  for (const capacity of [20, 30]) await makeRoom(db, { venueId: venue.id, festivalId, capacity });
  const unplaced = { ...draftFields, place: "", startsLocal: null, roomId: null };
  const add = async (of: typeof waterland, given: Partial<typeof unplaced> = {}) => {
    const fields = { ...unplaced, organisationId: of.organisation.id, ...given };
    const saved = await saveDraft(db, of.organiser, await festival(), fields, deps);
    if (!saved.ok) throw new Error(saved.reason);
    return saved.id;
  };
  for (let n = 0; n < sessions.waterland; n += 1) await add(waterland, { speakers: [`Speaker ${n % 3}`] });
  for (let n = 0; n < sessions.lumen; n += 1) await add(lumen, { speakers: [`Guest ${n}`] });
  const propose = async (viewer = waterland.organiser) => {
    const proposal = await proposePlacing(db, viewer, await festival(), wish);
    if (!proposal.ok) throw new Error(proposal.reason);
    const { revision, placed } = proposal;
    const positions = placed.map(({ id, startsLocal, roomId }) => ({ id, startsLocal, roomId }));
    return { ...proposal, take: { revision, positions } };
  };
  const standing = async () =>
    (await db.select().from(draftSessions).orderBy(asc(draftSessions.id))).filter((row) => row.startsLocal);
  return { waterland, lumen, festival, add, propose, standing };
}

describe("place for me", () => {
  const db = testDatabase();

  test("proposes without writing, and is taken over without a conflict as one act", async () => {
    const { waterland, festival, propose, standing } = await scene(db(), { waterland: 6, lumen: 3 });
    const { take, unplaced } = await propose();
    expect(unplaced).toEqual([]);
    expect(await standing()).toEqual([]);
    const before = (await festival()).draftRevision;
    const applied = await applyPlacing(db(), waterland.organiser, await festival(), take, { now });
    expect(applied).toEqual({ ok: true, changed: 9 });
    expect((await festival()).draftRevision).toBe(before + 1);
    const drafts = await listDrafts(db(), (await festival()).id);
    expect(detectConflicts(drafts, await findSurroundings(db(), await festival()))).toEqual([]);
    expect(await standing()).toHaveLength(9);
  });

  test("is not taken over when somebody changed the draft since", async () => {
    const { waterland, lumen, festival, add, propose, standing } = await scene(db(), {
      waterland: 2,
      lumen: 0,
    });
    const { take } = await propose();
    await add(lumen);
    expect(await applyPlacing(db(), waterland.organiser, await festival(), take, { now })).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await standing()).toEqual([]);
  });

  test("places for a host its own sessions alone, and takes nobody else's", async () => {
    const { waterland, lumen, festival, propose, standing } = await scene(db(), { waterland: 2, lumen: 2 });
    const own = await propose(lumen.organiser);
    expect(own.placed).toHaveLength(2);
    const all = await propose(waterland.organiser);
    expect(await applyPlacing(db(), lumen.organiser, await festival(), all.take, { now })).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await standing()).toEqual([]);
    expect(await applyPlacing(db(), lumen.organiser, await festival(), own.take, { now })).toEqual({
      ok: true,
      changed: 2,
    });
    expect((await standing()).map((row) => row.organisationId)).toEqual(Array(2).fill(lumen.organisation.id));
  });

  test("says what it could not place, and why", async () => {
    const { waterland, add, propose } = await scene(db(), { waterland: 1, lumen: 0 });
    const large = await add(waterland, { capacity: 400 });
    const { placed, unplaced } = await propose();
    expect(placed).toHaveLength(1);
    expect(unplaced.map(({ id }) => id)).toEqual([large]);
  });
});

describe.skipIf(!postgresUrl)("organisers who take a proposal over at once", () => {
  const db = postgresDatabase();
  const letIn = async (of: Database) => {
    const { waterland, festival, propose } = await scene(db(), { waterland: 4, lumen: 0 });
    const { take } = await propose();
    const known = await festival();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => applyPlacing(of, waterland.organiser, known, take, { now })),
    );
    return answers.filter((answer) => answer.ok).length;
  };

  test("come one after the other, and the others are told that the draft has changed", async () => {
    expect(await letIn(db())).toBe(1);
  });

  test("control: without the row locks more than one is let in", async () => {
    expect(await letIn(withoutRowLocks(db()))).toBeGreaterThan(1);
  });
});
