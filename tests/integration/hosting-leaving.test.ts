import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeDraftSession, makeHost, makeRoom, makeSession, makeVenue } from "#db/demo/factories.ts";
import {
  draftEdits,
  draftSessions,
  festivalHosts,
  festivals,
  mails,
  releases,
  sessions,
} from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { mayEditSession, maySeeFestival } from "~/festivals/access.ts";
import { listDecisions } from "~/festivals/decisions.server.ts";
import { diffProgrammes } from "~/festivals/diff.ts";
import { listDrafts } from "~/festivals/drafts.server.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { findBelongings } from "~/festivals/hosting/belongings.server.ts";
import { leaveFestival, rearrangeSessions } from "~/festivals/hosting/leaving.server.ts";
import type { Fate } from "~/festivals/hosting/leaving.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
import { currentProgramme, programmeOf } from "~/festivals/programmes.server.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { makeAlliance, makeHostOrganisation, now } from "./festivals.support.ts";

const stay: Fate = { kind: "stay" };
const cancel: Fate = { kind: "cancel" };
const to = (host: { organisation: { id: string } }): Fate => ({
  kind: "hand-over",
  to: host.organisation.id,
});
const sweep = (db: Database) => sweepEvents(requestContext(db), eventHandlers, now);

/** Waterland leads; Lumen and Kade host. Lumen has three sessions, the first released with four seats taken. */
async function world(db: Database) {
  const alliance = await makeAlliance(db);
  const kade = await makeHostOrganisation(db, "kade");
  const { id: festivalId } = await alliance.festival();
  for (const { organisation } of [alliance.lumen, kade])
    await makeHost(db, { festivalId, organisationId: organisation.id });
  const own = { festivalId, organisationId: alliance.lumen.organisation.id };
  const ids: string[] = [];
  for (const [index, title] of ["Out already", "Drafted", "Without a time"].entries()) {
    const startsLocal = index === 2 ? null : `2027-04-08T1${index}:00`;
    ids.push((await makeDraftSession(db, { ...own, title, startsLocal })).id);
  }
  const [out, drafted, idea] = ids as [string, string, string];
  const row = { ...own, id: out, title: "Out already", startsLocal: "2027-04-08T10:00" };
  await makeSession(db, { ...row, capacity: 12, seatsTaken: 4 });
  const leave = async (all: Fate, of: Record<string, Fate> = {}, reason = "") =>
    leaveFestival(db, alliance.lumen.organiser, await alliance.festival(), { all, of, reason }, { now });
  const drafts = async () =>
    Object.fromEntries((await db.select().from(draftSessions)).map((one) => [one.title, one]));
  return { ...alliance, kade, festivalId, out, drafted, idea, leave, drafts };
}

describe("what a host brings in", () => {
  const db = testDatabase();

  test("is told with seats, rooms and who stands in them", async () => {
    const { lumen, waterland, festivalId } = await world(db());
    const venue = await makeVenue(db(), { organisationId: lumen.organisation.id, name: "House of light" });
    const lens = await makeRoom(db(), { venueId: venue.id, name: "Lens", festivalId, position: 0 });
    await makeRoom(db(), { venueId: venue.id, name: "Lamp", festivalId, position: 1 });
    const standing = { festivalId, organisationId: waterland.organisation.id, roomId: lens.id };
    await makeDraftSession(db(), standing);
    const brought = await findBelongings(db(), festivalId, lumen.organisation.id);
    expect(brought.sessions.map(({ title, released, seatsTaken }) => [title, released, seatsTaken])).toEqual([
      ["Out already", true, 4],
      ["Drafted", false, 0],
      ["Without a time", false, 0],
    ]);
    expect(brought.rooms.map(({ name, venueName, usedBy }) => [name, venueName, usedBy])).toEqual([
      ["Lens", "House of light", [{ name: "waterland", count: 1 }]],
      ["Lamp", "House of light", []],
    ]);
    expect(brought.proposals).toBe(0);
  });
});

describe("leaving", () => {
  const db = testDatabase();

  test("with everything staying changes no session, keeps the name and lets the lead take care", async () => {
    const { leave, drafts, lumen, waterland, festival, festivalId } = await world(db());
    const before = await drafts();
    expect(await leave(stay, {}, "Our building closes")).toEqual({
      ...{ ok: true, already: false },
      ...{ stay: 3, cancel: 0, handOver: 0 },
    });
    expect(await drafts()).toEqual(before);
    expect(await db().select().from(draftEdits)).toEqual([]);
    const rest = await festival();
    expect(acceptedHosts(rest).map((host) => host.slug)).toEqual(["waterland", "kade"]);
    expect(rest.hosts.find((host) => host.organisation.slug === "lumen")).toMatchObject({
      status: "left",
      decidedBy: "organiser",
      reason: "Our building closes",
    });
    const session = before["Out already"]!;
    expect(mayEditSession(lumen.organiser, rest, session)).toBe(false);
    expect(mayEditSession(waterland.organiser, rest, session)).toBe(true);
    expect((await listDecisions(db(), festivalId))[0]).toMatchObject({
      kind: "host-left",
      person: "organiser",
      organisation: "lumen",
      facts: { sessions: 3, stay: 3, cancel: 0, handOver: 0 },
    });
  });

  test("takes nobody's sight of a programme that is for the hosts alone", async () => {
    const { leave, lumen, festival, festivalId } = await world(db());
    const hosts = { visibility: "hosts" as const, status: "released" as const };
    await db().update(festivals).set(hosts).where(eq(festivals.id, festivalId));
    const stranger = await makeHostOrganisation(db(), "stranger");
    await leave(stay);
    const rest = await festival();
    expect([lumen.member, stranger.member, null].map((one) => maySeeFestival(one, rest))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("does what was chosen for all and for some; attendees see nothing of it before a release", async () => {
    const { leave, drafts, kade, waterland, out, drafted, festival } = await world(db());
    const seen = await db().select().from(sessions);
    expect(await leave(to(kade), { [out]: cancel, [drafted]: to(waterland) })).toMatchObject({
      ...{ ok: true, stay: 0, cancel: 1, handOver: 2 },
    });
    const after = await drafts();
    expect(after["Out already"]).toMatchObject({ cancelled: true });
    expect(after.Drafted).toMatchObject({ cancelled: false, organisationId: waterland.organisation.id });
    expect(after["Without a time"]).toMatchObject({ organisationId: kade.organisation.id });
    expect(mayEditSession(kade.organiser, await festival(), after["Without a time"]!)).toBe(true);
    expect(await db().select().from(sessions)).toEqual(seen);
    const edits = await db().select().from(draftEdits);
    expect(new Set(edits.map((edit) => edit.revision))).toEqual(new Set([1]));
    expect(edits).toHaveLength(3);
  });

  test("tells the lead what became of the sessions, and each heir how many are theirs", async () => {
    const { leave, kade, out } = await world(db());
    await leave(to(kade), { [out]: cancel }, "Our building closes");
    await sweep(db());
    const told = await db().select().from(mails).orderBy(asc(mails.kind));
    expect(told.map((mail) => [mail.kind, mail.recipient, mail.subject])).toEqual([
      ["host-answer", "organiser@waterland.example", "lumen stops hosting DEELL spring"],
      ["sessions-handed-over", "organiser@kade.example", "2 sessions of DEELL spring are yours now"],
    ]);
    expect(told[0]?.text).toContain("0 stay under its name, 2 go to other hosts and 1 are marked");
    expect(told[0]?.text).toContain("Our building closes");
    expect(told[1]?.text).toContain("from lumen to kade");
  });

  test("to an heir that does not host is refused and changes nothing", async () => {
    const { leave, lumen, drafts, out, festival } = await world(db());
    const stranger = await makeHostOrganisation(db(), "stranger");
    const before = await drafts();
    for (const heir of [stranger, lumen]) {
      expect(await leave(stay, { [out]: to(heir) })).toEqual({ ok: false, reason: "heir" });
    }
    expect(await drafts()).toEqual(before);
    expect(acceptedHosts(await festival())).toHaveLength(3);
  });

  test("twice is harmless: the second choice changes nothing", async () => {
    const { leave, drafts } = await world(db());
    await leave(stay);
    const before = await drafts();
    expect(await leave(cancel)).toMatchObject({ ok: true, already: true });
    expect(await drafts()).toEqual(before);
  });

  test("is not for members, strangers, or the lead", async () => {
    const { lumen, waterland, festival } = await world(db());
    const stranger = await makeHostOrganisation(db(), "stranger");
    const wish = { all: stay, of: {}, reason: "" };
    const leave = async (viewer: typeof lumen.member) =>
      leaveFestival(db(), viewer, await festival(), wish, { now });
    expect(await leave(lumen.member)).toEqual({ ok: false, reason: "forbidden" });
    expect(await leave(stranger.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await leave(waterland.organiser)).toEqual({ ok: false, reason: "leads" });
  });
});

describe("after a host has left", () => {
  const db = testDatabase();

  test("the lead gives its sessions a new home, and nobody else does", async () => {
    const { leave, kade, waterland, lumen, drafts, festival, out } = await world(db());
    const organisationId = lumen.organisation.id;
    const rearrange = async (viewer: typeof kade.organiser) =>
      rearrangeSessions(
        db(),
        viewer,
        await festival(),
        { organisationId, all: to(kade), of: { [out]: stay } },
        { now },
      );
    const forbidden = { ok: false, reason: "forbidden" };
    expect(await rearrange(waterland.organiser)).toEqual(forbidden);
    await leave(stay);
    for (const viewer of [kade.organiser, lumen.organiser, waterland.member])
      expect(await rearrange(viewer)).toEqual(forbidden);
    expect(await rearrange(waterland.organiser)).toMatchObject({ ok: true, stay: 1, handOver: 2 });
    const after = await drafts();
    expect(after["Out already"]).toMatchObject({ organisationId, cancelled: false });
    expect(after.Drafted).toMatchObject({ organisationId: kade.organisation.id });
  });

  test("a release tells attendees: the cancelled is cancelled, the handed over has its new host", async () => {
    const { leave, kade, waterland, out, drafted, festival, deps } = await world(db());
    await leave(to(kade), { [out]: cancel });
    const wish = { note: "", despiteWarnings: true };
    const released = await releaseProgramme(db(), waterland.organiser, await festival(), wish, deps);
    expect(released.ok).toBe(true);
    const [one] = await db().select().from(sessions).where(eq(sessions.id, out));
    const [other] = await db().select().from(sessions).where(eq(sessions.id, drafted));
    expect([one?.status, other?.status]).toEqual(["cancelled", "confirmed"]);
    expect(other?.organisationId).toBe(kade.organisation.id);
  });
});

describe.skipIf(!postgresUrl)("at once", () => {
  const db = postgresDatabase();

  test("a release and a leaving host come one after the other, and nothing is lost", async () => {
    const { leave, waterland, festival, festivalId, out, drafted, deps } = await world(db());
    const shared = await festival();
    const wish = { note: "", despiteWarnings: true };
    const [released, left] = await Promise.all([
      releaseProgramme(db(), waterland.organiser, shared, wish, deps),
      leave(cancel),
    ]);
    expect(left).toMatchObject({ ok: true, cancel: 3 });
    expect(released.ok).toBe(true);
    const current = await currentProgramme(db(), festivalId);
    const [release] = (await db().select().from(releases)) as [typeof releases.$inferSelect];
    const published = (release.snapshot as { sessions: { id: string }[] }).sessions.map((one) => one.id);
    expect(current.sessions.map((one) => one.id).sort()).toEqual(published.sort());
    const pending = diffProgrammes(current, programmeOf(await listDrafts(db(), festivalId), shared.timeZone));
    const saw = published.length > 0;
    expect(pending.map((change) => [change.kind, change.session.id]).sort()).toEqual(
      saw ? [out, drafted].sort().map((id) => ["cancelled", id]) : [],
    );
  });

  /** Each of four hosts hands its session over to the next of them and leaves. */
  async function leaveInARing(asked: Database) {
    const { festival } = await makeAlliance(db());
    const shared = await festival();
    const hosts = await Promise.all(
      ["ada", "ben", "cleo", "dirk"].map((slug) => makeHostOrganisation(db(), slug)),
    );
    for (const { organisation } of hosts) {
      const own = { festivalId: shared.id, organisationId: organisation.id };
      await makeHost(db(), own);
      await makeDraftSession(db(), own);
    }
    const outcomes = await Promise.allSettled(
      hosts.map(({ organiser }, index) => {
        const wish = { all: to(hosts[(index + 1) % hosts.length]!), of: {}, reason: "" };
        return leaveFestival(asked, organiser, shared, wish, { now });
      }),
    );
    const rows = await db().select().from(festivalHosts).where(eq(festivalHosts.status, "left"));
    const left = new Set(rows.map((row) => row.organisationId));
    const drafts = await db().select().from(draftSessions);
    return {
      errors: outcomes.filter((one) => one.status === "rejected").length,
      homeless: drafts.filter((draft) => left.has(draft.organisationId)).length,
    };
  }

  test("hosts that hand over to one another never all leave: every session has a host", async () => {
    expect(await leaveInARing(db())).toEqual({ errors: 0, homeless: 0 });
  });

  test("control: without the locks sessions are handed to hosts that are leaving", async () => {
    const { errors, homeless } = await leaveInARing(withoutRowLocks(db()));
    expect(errors + homeless).toBeGreaterThan(0);
  });
});
