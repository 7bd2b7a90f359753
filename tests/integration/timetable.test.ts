import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeRoom, makeVenue } from "#db/demo/factories.ts";
import { draftEdits, draftSessions, festivalRooms, festivals } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import type { Act } from "~/festivals/timetable/act.ts";
import { findNews } from "~/festivals/timetable/page.server.ts";
import { placeDraft } from "~/festivals/timetable/place-draft.server.ts";
import { makeProgramme, now } from "./festivals.support.ts";

type Programme = Awaited<ReturnType<typeof makeProgramme>>;

async function makeRooms(db: Database, { festival, waterland }: Programme) {
  const venue = await makeVenue(db, { organisationId: waterland.organisation.id });
  const { id: festivalId } = await festival();
  const rooms: string[] = [];
  for (const name of ["Garden", "Quay"]) {
    const room = await makeRoom(db, { venueId: venue.id, name, capacity: 20 });
    await db.insert(festivalRooms).values({ festivalId, roomId: room.id, position: rooms.length });
    rooms.push(room.id);
  }
  return { garden: rooms[0]!, quay: rooms[1]! };
}

async function world(db: Database) {
  const programme = await makeProgramme(db);
  const { garden, quay } = await makeRooms(db, programme);
  const { lead, lumen, festival, ids } = programme;
  const revision = async () => (await festival()).draftRevision;
  const act = async (one: Act, viewer = lead, since?: number) =>
    placeDraft(db, viewer, await festival(), one, { now, ids, since: since ?? (await revision()) });
  const row = async (id: string) =>
    (await db.select().from(draftSessions).where(eq(draftSessions.id, id)))[0];
  const stacks = async (viewer = lead) => {
    const { delta } = await act({ kind: "undo", revision: 999_999 }, viewer);
    return { undo: delta.undo, redo: delta.redo };
  };
  const undo = async (viewer = lead) =>
    act({ kind: "undo", revision: (await stacks(viewer)).undo[0]!.revision }, viewer);
  const redo = async (viewer = lead) =>
    act({ kind: "redo", revision: (await stacks(viewer)).redo[0]!.revision }, viewer);
  const change = (id: string, version: number, wish: Extract<Act, { kind: "change" }>["change"]): Act => ({
    ...{ kind: "change", id, version },
    change: wish,
  });
  return {
    ...programme,
    garden,
    quay,
    act,
    row,
    undo,
    redo,
    stacks,
    change,
    host: lumen.organiser,
    revision,
  };
}

const ten = "2027-04-08T10:00";
const two = "2027-04-08T14:00";

describe("an act on the timetable", () => {
  const db = testDatabase();

  test("places a session, tells the page what changed, and takes no second effect when sent again", async () => {
    const { add, act, row, change, garden } = await world(db());
    const id = await add({ startsLocal: null, capacity: null, place: "The lawn" });
    const placed = await act(change(id, 1, { startsLocal: ten, roomId: garden }));
    expect(placed).toMatchObject({ ok: true, delta: { removed: [], whole: false } });
    expect(placed.delta.cards.map(({ version, startsLocal }) => [version, startsLocal])).toEqual([[2, ten]]);
    // A room takes the place of a place in words, and gives its seats.
    expect(await row(id)).toMatchObject({
      startsLocal: ten,
      roomId: garden,
      place: "",
      capacity: 20,
      version: 2,
    });
    expect((await act(change(id, 1, { startsLocal: ten, roomId: garden }))).ok).toBe(true);
    expect((await row(id))?.version).toBe(2);
  });

  test("on an older version is refused with what was done since and by whom", async () => {
    const { add, act, row, change, quay, host, lumen } = await world(db());
    const id = await add({ organisationId: lumen.organisation.id, place: "" });
    await act(change(id, 1, { startsLocal: two, roomId: quay }), host);
    const late = await act(change(id, 1, { startsLocal: "2027-04-08T16:00" }));
    expect(late).toMatchObject({ ok: false, reason: "stale" });
    if (late.ok || !("notes" in late)) throw new Error("not refused");
    expect(
      late.notes.map(({ person, deed, startsLocal, roomName }) => [person, deed, startsLocal, roomName]),
    ).toEqual([["organiser", "moved", two, "Quay"]]);
    expect(late.delta.cards).toEqual([]);
    expect(await row(id)).toMatchObject({ startsLocal: two, version: 2 });
  });

  test("is for the session's host and the lead alone", async () => {
    const { add, act, row, change, host, lumen } = await world(db());
    const theirs = await add();
    const wish = { startsLocal: two };
    expect(await act(change(theirs, 1, wish), host)).toMatchObject({ ok: false, reason: "forbidden" });
    expect(await act({ kind: "remove", id: theirs, version: 1 }, host)).toMatchObject({
      reason: "forbidden",
    });
    expect(await act({ kind: "again", id: theirs, newId: crypto.randomUUID() }, host)).toMatchObject({
      reason: "forbidden",
    });
    expect(await act(change(theirs, 1, wish), lumen.member)).toMatchObject({ reason: "forbidden" });
    expect((await row(theirs))?.version).toBe(1);
    const own = await add({ organisationId: lumen.organisation.id });
    expect((await act(change(own, 1, wish), host)).ok).toBe(true);
    expect((await act(change(own, 2, { startsLocal: ten }))).ok).toBe(true);
  });

  test("does not take the time of what people know, nor a room the festival does not use", async () => {
    const { add, act, release, change } = await world(db());
    const id = await add();
    await release();
    expect(await act(change(id, 1, { startsLocal: null }))).toMatchObject({ reason: "time-needed" });
    expect(await act(change(id, 1, { roomId: crypto.randomUUID() }))).toMatchObject({ reason: "room" });
    expect(await act(change(crypto.randomUUID(), 1, { startsLocal: ten }))).toMatchObject({ reason: "gone" });
  });

  test("adds a break once, gives a session again once, removes and restores", async () => {
    const { act, add, row, waterland, lumen, host } = await world(db());
    const [soup, twin] = [crypto.randomUUID(), crypto.randomUUID()];
    const session = {
      ...{ kind: "break" as const, title: "Soup", organisationId: waterland.organisation.id },
      ...{ startsLocal: ten, durationMinutes: 30, roomId: null },
    };
    const adding: Act = { kind: "add", id: soup, session };
    expect([(await act(adding)).ok, (await act(adding)).ok]).toEqual([true, true]);
    expect(await row(soup)).toMatchObject({ kind: "break", title: "Soup", version: 1 });
    expect(await act({ ...adding, id: crypto.randomUUID() }, host)).toMatchObject({ reason: "forbidden" });
    const stranger = { ...session, organisationId: crypto.randomUUID() };
    expect(await act({ kind: "add", id: crypto.randomUUID(), session: stranger })).toMatchObject({
      reason: "host",
    });
    const id = await add({ organisationId: lumen.organisation.id });
    await act({ kind: "again", id, newId: twin });
    await act({ kind: "again", id, newId: twin });
    expect(await row(twin)).toMatchObject({ startsLocal: null, proposalId: (await row(id))?.proposalId });
    const removed = await act({ kind: "remove", id: twin, version: 1 });
    expect([removed.ok, removed.delta.removed]).toEqual([true, [twin]]);
    expect((await act({ kind: "remove", id: twin, version: 1 })).ok).toBe(true);
  });

  test("tells a page that lags behind what others did, and nothing but the number to one that does not", async () => {
    const { add, act, change, host, lead, lumen, festival, revision } = await world(db());
    const id = await add({ organisationId: lumen.organisation.id });
    const before = await revision();
    await act(change(id, 1, { startsLocal: two }), host);
    const news = await findNews(db(), lead, await festival(), { since: before, counted: before });
    expect(news).toMatchObject({
      revision: before + 1,
      waiting: 1,
      delta: { since: before, cards: [{ id }] },
    });
    expect(news.delta?.notes.map(({ deed, person }) => [deed, person])).toEqual([["moved", "organiser"]]);
    expect(await findNews(db(), lead, await festival(), { since: before + 1, counted: before + 1 })).toEqual({
      revision: before + 1,
    });
  });
});

describe("the form of a session", () => {
  const db = testDatabase();

  test("filled in on an older version is refused with what changed, kept when sent twice, and put on top when meant", async () => {
    const { add, act, save, row, change } = await world(db());
    const id = await add();
    await act(change(id, 1, { startsLocal: two }));
    const renamed = { id, title: "Sketching together", startsLocal: ten };
    const refused = await save({ ...renamed, version: 1 });
    expect(refused).toMatchObject({
      ok: false,
      reason: "stale",
      notes: [{ deed: "moved", startsLocal: two }],
    });
    expect(await row(id)).toMatchObject({ title: "Sketching in the open", startsLocal: two });
    expect((await save({ ...renamed, version: 2 })).ok).toBe(true);
    expect((await save({ ...renamed, version: 2 })).ok).toBe(true);
    expect(await row(id)).toMatchObject({ title: "Sketching together", startsLocal: ten, version: 3 });
  });
});

describe("undo", () => {
  const db = testDatabase();

  test("takes my acts back one by one and does them again, the pinned and the removed too", async () => {
    const { add, act, row, change, undo, redo, garden, quay } = await world(db());
    const id = await add({ startsLocal: null, place: "The lawn", capacity: null });
    const untouched = await row(id);
    await act(change(id, 1, { startsLocal: ten, roomId: garden }));
    await act(change(id, 2, { roomId: quay, durationMinutes: 90 }));
    await act(change(id, 3, { pinned: true }));
    await act({ kind: "remove", id, version: 4 });
    const { version: _v, updatedAt: _u, ...facts } = untouched!;
    expect(await row(id)).toBeUndefined();
    expect((await undo()).ok).toBe(true);
    expect(await row(id)).toMatchObject({ pinned: true, roomId: quay });
    await undo();
    await undo();
    expect(await row(id)).toMatchObject({ pinned: false, roomId: garden, durationMinutes: 60 });
    await undo();
    expect(await row(id)).toMatchObject(facts);
    await redo();
    await redo();
    expect(await row(id)).toMatchObject({ startsLocal: ten, roomId: quay, durationMinutes: 90, place: "" });
  });

  test("sent twice takes one act back, and a new act ends what could be done again", async () => {
    const { add, act, row, change, stacks, undo } = await world(db());
    const id = await add();
    await act(change(id, 1, { startsLocal: two }));
    await act(change(id, 2, { startsLocal: "2027-04-08T15:00" }));
    const { revision } = (await stacks()).undo[0]!;
    await act({ kind: "undo", revision });
    expect((await act({ kind: "undo", revision })).ok).toBe(true);
    expect(await row(id)).toMatchObject({ startsLocal: two });
    expect((await stacks()).redo).toHaveLength(1);
    await act(change(id, 4, { durationMinutes: 30 }));
    expect((await stacks()).redo).toEqual([]);
    await undo();
    expect(await row(id)).toMatchObject({ startsLocal: two, durationMinutes: 60 });
  });

  test("is refused where somebody has changed it since, says who, and touches nothing", async () => {
    const { add, act, row, change, undo, host, lumen, lead } = await world(db());
    const id = await add({ organisationId: lumen.organisation.id });
    await act(change(id, 1, { startsLocal: two }), lead);
    await act(change(id, 2, { startsLocal: "2027-04-09T09:00" }), host);
    const refused = await undo(lead);
    expect(refused).toMatchObject({ ok: false, reason: "changed-since", title: "Sketching in the open" });
    if (refused.ok || !("notes" in refused)) throw new Error("not refused");
    expect(refused.notes.map(({ person, startsLocal }) => [person, startsLocal])).toEqual([
      ["organiser", "2027-04-09T09:00"],
    ]);
    expect(await row(id)).toMatchObject({ startsLocal: "2027-04-09T09:00", version: 3 });
    // What they changed besides stays when mine is taken back.
    await act(change(id, 3, { startsLocal: ten }), lead);
    await act(change(id, 4, { pinned: true }), host);
    expect((await undo(lead)).ok).toBe(true);
    expect(await row(id)).toMatchObject({ startsLocal: "2027-04-09T09:00", pinned: true });
  });

  test("is of my own acts, with the rights of now", async () => {
    const { add, act, change, host, lead, lumen, stacks, row, waterland } = await world(db());
    const id = await add({ organisationId: lumen.organisation.id });
    await act(change(id, 1, { startsLocal: two }), host);
    const { revision } = (await stacks(host)).undo[0]!;
    expect(await act({ kind: "undo", revision }, lead)).toMatchObject({ reason: "nothing" });
    await db()
      .update(draftSessions)
      .set({ organisationId: waterland.organisation.id })
      .where(eq(draftSessions.id, id));
    expect(await act({ kind: "undo", revision }, host)).toMatchObject({ reason: "forbidden" });
    expect(await row(id)).toMatchObject({ startsLocal: two });
  });

  test("does not pull away what people know by now", async () => {
    const { add, act, change, release, undo } = await world(db());
    const id = await add({ startsLocal: null });
    await act(change(id, 1, { startsLocal: ten }));
    await release();
    expect(await undo()).toMatchObject({ ok: false, reason: "released" });
  });
});

const connections = 20;

describe.skipIf(!postgresUrl)("two organisers move the same session at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() =>
    Promise.all(Array.from({ length: connections }, () => db().execute("select pg_sleep(0.05)"))),
  );

  /** How many were told that theirs stands, and how many moves are written down. */
  async function race(acting: Database) {
    const { add, change, festival, lead, ids, row } = await world(db());
    const id = await add();
    const edition = await festival();
    const since = edition.draftRevision;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        placeDraft(acting, lead, edition, change(id, 1, { startsLocal: `2027-04-08T${index + 11}:30` }), {
          ...{ now, ids, since },
        }),
      ),
    );
    const kept = answers.filter(({ ok }) => ok).length;
    const edits = await db().select().from(draftEdits).where(eq(draftEdits.draftId, id));
    const [{ draftRevision } = { draftRevision: 0 }] = await db().select().from(festivals);
    return {
      kept,
      moves: edits.length - 1,
      version: (await row(id))?.version,
      revisions: draftRevision - since,
    };
  }

  test("one of them moves it, the others are told", async () => {
    expect(await race(db())).toEqual({ kept: 1, moves: 1, version: 2, revisions: 1 });
  });

  test("without the version the second writes over the first, unseen", async () => {
    const { add, save, row } = await world(db());
    const id = await add();
    const answers = [
      await save({ id, startsLocal: two }),
      await save({ id, startsLocal: "2027-04-08T15:00" }),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await row(id)).toMatchObject({ startsLocal: "2027-04-08T15:00" });
  });

  test("without the locks some are told that theirs stands, and it is written over", async () => {
    const { kept, version } = await race(withoutRowLocks(db()));
    // More were told that theirs stands than there are versions after the first.
    expect(kept).toBeGreaterThan((version ?? 0) - 1);
  });
});
