import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { draftSessions, events, festivalHosts } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { mayEditSession, mayOrganiseFestival, maySeeFestival } from "~/festivals/access.ts";
import { announceFestival } from "~/festivals/call/call.server.ts";
import { saveDraft } from "~/festivals/edit-drafts.server.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { listFestivals, listHostInvitations, nextFestival } from "~/festivals/festivals.server.ts";
import { answerInvitation, inviteHost, withdrawInvitation } from "~/festivals/hosting/hosts.server.ts";
import { leaveFestival } from "~/festivals/hosting/leaving.server.ts";
import { changeSettings, createFestival } from "~/festivals/settings.server.ts";
import { draftFields, makeAlliance, makeHostOrganisation, now, springFields } from "./festivals.support.ts";

describe("making a festival", () => {
  const db = testDatabase();

  test("its maker's organisation leads it and hosts it; nobody else sees the draft", async () => {
    const { waterland, lumen, festival } = await makeAlliance(db());
    const made = await festival();
    expect(made).toMatchObject({ ...springFields, slug: "deell-spring", status: "draft" });
    expect(made.hosts).toMatchObject([
      { organisation: { slug: "waterland" }, status: "accepted", leads: true },
    ]);
    expect(maySeeFestival(waterland.organiser, made)).toBe(true);
    expect(maySeeFestival(waterland.member, made)).toBe(false);
    expect(maySeeFestival(lumen.organiser, made)).toBe(false);
    expect(maySeeFestival(null, made)).toBe(false);
  });

  test("a member may not make one", async () => {
    const { waterland, ids } = await makeAlliance(db());
    const refused = await createFestival(db(), waterland.member, springFields, { now, ids });
    expect(refused).toEqual({ ok: false, reason: "forbidden" });
  });

  test("a second one of the same name gets an address of its own; a chosen address that is taken is refused", async () => {
    const { waterland, ids } = await makeAlliance(db());
    const deps = { now, ids };
    expect(await createFestival(db(), waterland.organiser, springFields, deps)).toEqual({
      ok: true,
      slug: "deell-spring-2",
    });
    const chosen = { ...springFields, slug: "deell-spring" };
    expect(await createFestival(db(), waterland.organiser, chosen, deps)).toEqual({
      ok: false,
      reason: "slug-taken",
    });
  });

  test("a name without Latin letters gets an address all the same", async () => {
    const { waterland, ids } = await makeAlliance(db());
    const created = await createFestival(
      db(),
      waterland.organiser,
      { ...springFields, name: "学び" },
      { now, ids },
    );
    expect(created).toEqual({ ok: true, slug: "festival" });
  });

  test("the call shows it to everybody and fixes its address", async () => {
    const { waterland, lumen, festival } = await makeAlliance(db());
    expect(await announceFestival(db(), lumen.organiser, await festival(), { now })).toBe(false);
    expect(await announceFestival(db(), waterland.organiser, await festival(), { now })).toBe(true);
    const calling = await festival();
    expect(calling.status).toBe("calling");
    expect(maySeeFestival(null, calling)).toBe(true);
    const changed = await changeSettings(
      db(),
      waterland.organiser,
      calling,
      { ...springFields, slug: "other", name: "Renamed", signupOpens: "2027-03-29T09:00" },
      { now },
    );
    expect(changed).toEqual({ ok: true, slug: "deell-spring" });
    expect(await festival()).toMatchObject({ name: "Renamed", signupOpensAt: "2027-03-29T07:00:00Z" });
  });

  test("the list shows what is to come before what is over, and the next one is one people can see", async () => {
    const { waterland, ids, festival } = await makeAlliance(db());
    await announceFestival(db(), waterland.organiser, await festival(), { now });
    const past = { ...springFields, name: "Past", startsOn: "2026-04-01", endsOn: "2026-04-02" };
    await createFestival(db(), waterland.organiser, past, { now, ids });
    const slugs = async (viewer: typeof waterland.organiser | null) =>
      (await listFestivals(db(), viewer, now)).map((one) => one.slug);
    expect(await slugs(waterland.organiser)).toEqual(["deell-spring", "past"]);
    expect(await slugs(null)).toEqual(["deell-spring"]);
    expect((await nextFestival(db(), null, now))?.slug).toBe("deell-spring");
  });
});

describe("hosting together", () => {
  const db = testDatabase();

  async function invited() {
    const alliance = await makeAlliance(db());
    const invitation = { organisationId: alliance.lumen.organisation.id, message: "Come along" };
    const invite = async () =>
      inviteHost(db(), alliance.waterland.organiser, await alliance.festival(), invitation, { now });
    return { ...alliance, invite, invitation };
  }
  const kinds = async () =>
    (
      await db().select({ kind: events.kind, payload: events.payload }).from(events).orderBy(asc(events.id))
    ).map(({ kind, payload }) => [kind, payload.answer ?? null]);

  test("an invitation waits for an answer, and asking twice asks once", async () => {
    const { invite, lumen, festival } = await invited();
    expect(await invite()).toEqual({ ok: true, already: false });
    expect(await invite()).toEqual({ ok: true, already: true });
    expect((await listHostInvitations(db(), lumen.organiser)).map((one) => one.slug)).toEqual([
      "deell-spring",
    ]);
    expect(await listHostInvitations(db(), lumen.member)).toEqual([]);
    expect(acceptedHosts(await festival()).map((host) => host.slug)).toEqual(["waterland"]);
    expect(await kinds()).toEqual([["festival.host-invited", null]]);
  });

  test("only the lead invites", async () => {
    const { lumen, festival, invitation } = await invited();
    const refused = await inviteHost(db(), lumen.organiser, await festival(), invitation, { now });
    expect(refused).toEqual({ ok: false, reason: "forbidden" });
  });

  test("who accepts hosts as an equal; who decided stands there; a second answer changes nothing", async () => {
    const { invite, lumen, festival } = await invited();
    await invite();
    const answer = async (what: "accepted" | "declined") =>
      answerInvitation(db(), lumen.organiser, await festival(), { answer: what }, { now });
    expect(await answer("accepted")).toEqual({ ok: true, already: false });
    expect(await answer("accepted")).toEqual({ ok: true, already: true });
    expect(await answer("declined")).toEqual({ ok: false, reason: "decided", status: "accepted" });
    const shared = await festival();
    expect(shared.hosts[1]).toMatchObject({
      status: "accepted",
      decidedBy: "organiser",
      message: "Come along",
    });
    expect(mayOrganiseFestival(lumen.organiser, shared)).toBe(true);
    expect(await kinds()).toEqual([
      ["festival.host-invited", null],
      ["festival.host-answered", "accepted"],
    ]);
  });

  test("who declines can be asked again", async () => {
    const { invite, lumen, festival } = await invited();
    await invite();
    await answerInvitation(db(), lumen.organiser, await festival(), { answer: "declined" }, { now });
    expect(await invite()).toEqual({ ok: true, already: false });
    expect((await festival()).hosts[1]).toMatchObject({ status: "invited", decidedBy: null });
  });

  test("members, strangers and the lead cannot answer for the invited organisation", async () => {
    const { invite, lumen, waterland, festival } = await invited();
    await invite();
    const stranger = await makeHostOrganisation(db(), "kade");
    for (const viewer of [lumen.member, stranger.organiser]) {
      const refused = await answerInvitation(db(), viewer, await festival(), { answer: "accepted" }, { now });
      expect(refused).toEqual({ ok: false, reason: "forbidden" });
    }
    const lead = await answerInvitation(
      db(),
      waterland.organiser,
      await festival(),
      { answer: "declined" },
      { now },
    );
    expect(lead).toMatchObject({ ok: false, reason: "decided" });
  });

  test("an invitation can be taken back until it is answered", async () => {
    const { invite, lumen, waterland, festival } = await invited();
    await invite();
    const withdraw = async () =>
      withdrawInvitation(db(), waterland.organiser, await festival(), lumen.organisation.id);
    expect(await withdraw()).toEqual({ ok: true });
    expect(await withdraw()).toEqual({ ok: true });
    expect((await festival()).hosts).toHaveLength(1);
    await invite();
    await answerInvitation(db(), lumen.organiser, await festival(), { answer: "accepted" }, { now });
    expect(await withdraw()).toEqual({ ok: false, reason: "decided" });
  });

  test("a host that leaves leaves its sessions, which the lead then edits; the lead stays", async () => {
    const { invite, lumen, waterland, festival, deps } = await invited();
    await invite();
    await answerInvitation(db(), lumen.organiser, await festival(), { answer: "accepted" }, { now });
    const own = { ...draftFields, organisationId: lumen.organisation.id };
    const saved = await saveDraft(db(), lumen.organiser, await festival(), own, deps);
    expect(saved.ok).toBe(true);
    const wish = { all: { kind: "stay" as const }, of: {}, reason: "" };
    const leave = async (who: typeof lumen.organiser) =>
      leaveFestival(db(), who, await festival(), wish, { now });
    expect(await leave(waterland.organiser)).toEqual({ ok: false, reason: "leads" });
    expect(await leave(lumen.organiser)).toMatchObject({ ok: true, already: false, stay: 1 });
    expect(await leave(lumen.organiser)).toMatchObject({ ok: true, already: true });
    const rest = await festival();
    const [draft] = await db().select().from(draftSessions).where(eq(draftSessions.festivalId, rest.id));
    expect(draft).toMatchObject({ title: draftFields.title, organisationId: lumen.organisation.id });
    expect(mayEditSession(lumen.organiser, rest, draft!)).toBe(false);
    expect(mayEditSession(waterland.organiser, rest, draft!)).toBe(true);
    expect(acceptedHosts(rest).map((host) => host.slug)).toEqual(["waterland"]);
  });
});

describe.skipIf(!postgresUrl)("two organisers of the invited organisation at once", () => {
  const db = postgresDatabase();

  async function answerAtOnce(asked: Database) {
    const { waterland, lumen, festival } = await makeAlliance(db());
    const organisationId = lumen.organisation.id;
    await inviteHost(db(), waterland.organiser, await festival(), { organisationId, message: "" }, { now });
    const invited = await festival();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        answerInvitation(
          asked,
          lumen.organiser,
          invited,
          { answer: index % 2 ? "accepted" : "declined" },
          { now },
        ),
      ),
    );
    const told = await db().select().from(events).where(eq(events.kind, "festival.host-answered"));
    const [host] = await db()
      .select()
      .from(festivalHosts)
      .where(eq(festivalHosts.organisationId, organisationId));
    return {
      counted: answers.filter((answer) => answer.ok && !answer.already).length,
      told: told.map((event) => event.payload.answer),
      status: host?.status,
    };
  }

  test("one answer counts and one event tells of it", async () => {
    const { counted, told, status } = await answerAtOnce(db());
    expect(counted).toBe(1);
    expect(told).toEqual([status]);
  });

  test("control: without the row lock several answers count", async () => {
    expect((await answerAtOnce(withoutRowLocks(db()))).counted).toBeGreaterThan(1);
  });
});
