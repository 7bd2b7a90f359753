import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeDraftSession, makeHost } from "#db/demo/factories.ts";
import { festivalHosts, mails } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { mayLeadFestival } from "~/festivals/access.ts";
import { listDecisions } from "~/festivals/decisions.server.ts";
import { leadOf } from "~/festivals/festival.ts";
import { inviteHost } from "~/festivals/hosting/hosts.server.ts";
import { answerLeadOffer, offerLead, withdrawLeadOffer } from "~/festivals/hosting/lead.server.ts";
import { leaveFestival } from "~/festivals/hosting/leaving.server.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { makeAlliance, makeHostOrganisation, now } from "./festivals.support.ts";

const sweep = (db: Database) => sweepEvents(requestContext(db), eventHandlers, now);
const stays = { all: { kind: "stay" as const }, of: {}, reason: "" };
const release = { note: "", despiteWarnings: true };

async function world(db: Database) {
  const alliance = await makeAlliance(db);
  const kade = await makeHostOrganisation(db, "kade");
  const { id: festivalId } = await alliance.festival();
  for (const { organisation } of [alliance.lumen, kade])
    await makeHost(db, { festivalId, organisationId: organisation.id });
  const { waterland, lumen, festival } = alliance;
  const offer = async (viewer = waterland.organiser, host: { organisation: { id: string } } = lumen) =>
    offerLead(db, viewer, await festival(), host.organisation.id, { now });
  const answer = async (takes: boolean, viewer = lumen.organiser, asked = db) =>
    answerLeadOffer(asked, viewer, await festival(), takes, { now });
  const offered = async () =>
    (await festival()).hosts.filter((host) => host.leadOfferedAt).map((host) => host.organisation.slug);
  return { ...alliance, kade, festivalId, offer, answer, offered };
}

const forbidden = { ok: false, reason: "forbidden" };

describe("handing the lead over", () => {
  const db = testDatabase();

  test("needs the other's yes; then it leads, the old lead hosts on, and all others are told", async () => {
    const { offer, answer, offered, waterland, lumen, festival, festivalId } = await world(db());
    expect(await offer()).toEqual({ ok: true, already: false });
    expect(await offer()).toEqual({ ok: true, already: true });
    expect(await offered()).toEqual(["lumen"]);
    expect(mayLeadFestival(lumen.organiser, await festival())).toBe(false);
    expect(await answer(true)).toEqual({ ok: true, already: false });
    expect(await answer(true)).toEqual({ ok: true, already: true });
    const after = await festival();
    expect(leadOf(after)).toBe("lumen");
    expect(await offered()).toEqual([]);
    expect([waterland, lumen].map(({ organiser }) => mayLeadFestival(organiser, after))).toEqual([
      false,
      true,
    ]);
    expect(after.hosts.map((host) => host.status)).toEqual(["accepted", "accepted", "accepted"]);
    expect((await listDecisions(db(), festivalId))[0]).toMatchObject({
      kind: "lead-handed-over",
      person: "organiser",
      organisation: "lumen",
      facts: { from: "waterland" },
    });
    await sweep(db());
    const told = await db().select().from(mails).orderBy(asc(mails.recipient));
    expect(told.map((mail) => [mail.recipient, mail.subject])).toEqual([
      ["organiser@kade.example", "lumen leads DEELL spring now"],
      ["organiser@waterland.example", "lumen leads DEELL spring now"],
    ]);
    expect(await leaveFestival(db(), lumen.organiser, after, stays, { now })).toEqual({
      ok: false,
      reason: "leads",
    });
    expect(await leaveFestival(db(), waterland.organiser, after, stays, { now })).toMatchObject({ ok: true });
  });

  test("asks the other's organisers by mail, unless it was taken back", async () => {
    const { offer, waterland, festival, offered, answer } = await world(db());
    await offer();
    await sweep(db());
    const [mail] = await db().select().from(mails);
    expect(mail).toMatchObject({
      recipient: "organiser@lumen.example",
      subject: "Take over the lead of DEELL spring?",
    });
    expect(await withdrawLeadOffer(db(), waterland.organiser, await festival())).toEqual({ ok: true });
    expect(await offered()).toEqual([]);
    expect(await answer(true)).toEqual({ ok: false, reason: "no-offer" });
    await offer();
    await withdrawLeadOffer(db(), waterland.organiser, await festival());
    await sweep(db());
    expect(await db().select().from(mails)).toHaveLength(1);
  });

  test("a no leaves the lead where it is and tells it", async () => {
    const { offer, answer, festival } = await world(db());
    await offer();
    expect(await answer(false)).toEqual({ ok: true, already: false });
    expect(await answer(false)).toEqual({ ok: false, reason: "no-offer" });
    expect(leadOf(await festival())).toBe("waterland");
    await sweep(db());
    const told = await db().select().from(mails);
    expect(told.map((mail) => [mail.recipient, mail.subject])).toEqual([
      ["organiser@waterland.example", "lumen does not take over the lead of DEELL spring"],
    ]);
  });

  test("is offered by the lead's organisers to another host, one at a time", async () => {
    const { offer, offered, waterland, lumen, kade, festival } = await world(db());
    const stranger = await makeHostOrganisation(db(), "stranger");
    expect(await offer(lumen.organiser, kade)).toEqual(forbidden);
    expect(await offer(waterland.member, kade)).toEqual(forbidden);
    expect(await offer(waterland.organiser, stranger)).toEqual({ ok: false, reason: "no-host" });
    expect(await offer(waterland.organiser, waterland)).toEqual({ ok: false, reason: "no-host" });
    await inviteHost(
      db(),
      waterland.organiser,
      await festival(),
      { organisationId: stranger.organisation.id, message: "" },
      { now },
    );
    expect(await offer(waterland.organiser, stranger)).toEqual({ ok: false, reason: "no-host" });
    await offer(waterland.organiser, lumen);
    await offer(waterland.organiser, kade);
    expect(await offered()).toEqual(["kade"]);
    expect(await withdrawLeadOffer(db(), kade.organiser, await festival())).toEqual(forbidden);
  });

  test("is answered by organisers of that host alone", async () => {
    const { offer, answer, lumen, kade, waterland, festival } = await world(db());
    await offer();
    expect(await answer(true, lumen.member)).toEqual(forbidden);
    expect(await answer(true, kade.organiser)).toEqual({ ok: false, reason: "no-offer" });
    expect(await answer(false, waterland.organiser)).toEqual({ ok: false, reason: "no-offer" });
    expect(leadOf(await festival())).toBe("waterland");
  });

  test("a host that leaves takes its open offer with it", async () => {
    const { offer, offered, answer, lumen, festival } = await world(db());
    await offer();
    await leaveFestival(db(), lumen.organiser, await festival(), stays, { now });
    expect(await offered()).toEqual([]);
    expect(await answer(true)).toEqual(forbidden);
  });

  test("who led a moment ago releases no more, whatever their page still shows", async () => {
    const { offer, answer, waterland, lumen, festival, festivalId, deps } = await world(db());
    await makeDraftSession(db(), {
      festivalId,
      organisationId: lumen.organisation.id,
      startsLocal: "2027-04-08T10:00",
    });
    const seen = await festival();
    await offer();
    await answer(true);
    const invitation = { organisationId: lumen.organisation.id, message: "" };
    expect(await releaseProgramme(db(), waterland.organiser, seen, release, deps)).toEqual(forbidden);
    expect(await inviteHost(db(), waterland.organiser, seen, invitation, { now })).toEqual(forbidden);
    expect(await releaseProgramme(db(), lumen.organiser, seen, release, deps)).toMatchObject({ ok: true });
  });
});

describe.skipIf(!postgresUrl)("two organisers of the host at once", () => {
  const db = postgresDatabase();

  async function takeAndLeave(asked: Database) {
    const { offer, answer, lumen, festival } = await world(db());
    await offer();
    const seen = await festival();
    await Promise.allSettled([
      answer(true, lumen.organiser, asked),
      leaveFestival(asked, lumen.organiser, seen, stays, { now }),
    ]);
    const [host] = await db()
      .select()
      .from(festivalHosts)
      .where(eq(festivalHosts.organisationId, lumen.organisation.id));
    return { lead: leadOf(await festival()), status: host?.status };
  }

  test("take the lead or leave, never both", async () => {
    const after = await takeAndLeave(db());
    expect([
      { lead: "lumen", status: "accepted" },
      { lead: "waterland", status: "left" },
    ]).toContainEqual(after);
  });

  test("control: without the locks a host that left leads", async () => {
    expect(await takeAndLeave(withoutRowLocks(db()))).toEqual({ lead: "lumen", status: "left" });
  });

  test("a release and a new lead come one after the other, in the order they are written down", async () => {
    const { offer, answer, waterland, lumen, festival, festivalId, deps } = await world(db());
    await makeDraftSession(db(), {
      festivalId,
      organisationId: lumen.organisation.id,
      startsLocal: "2027-04-08T10:00",
    });
    await offer();
    const seen = await festival();
    const [released, taken] = await Promise.all([
      releaseProgramme(db(), waterland.organiser, seen, release, deps),
      answer(true),
    ]);
    expect(taken.ok).toBe(true);
    const history = await listDecisions(db(), festivalId);
    const last = history.slice(0, released.ok ? 2 : 1).map((decision) => decision.kind);
    expect(last).toEqual(released.ok ? ["lead-handed-over", "released"] : ["lead-handed-over"]);
  });
});
