import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  makeFestival,
  makeHost,
  makeOrganisation,
  makePerson,
  makeSession,
  makeSessions,
  makeSignup,
  makeSpeakers,
} from "#db/demo/factories.ts";
import { festivalHosts, festivals, personalFeeds } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { linesOf, problemsOf } from "#tests/support/ics.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import {
  listSubscriptions,
  mintFeed,
  mostSubscriptions,
  revokeFeed,
} from "~/calendar/personal-feed.server.ts";

import { feedWorld, text, uids } from "./feeds.support.ts";

let now = at("2026-11-23T09:00:00Z");
const db = testDatabase();
const server = rawServer(db, () => now);

async function world() {
  now = at("2026-11-23T09:00:00Z");
  return feedWorld(db());
}

describe("a personal feed", () => {
  const ids = testIds();

  async function subscribed() {
    const here = await world();
    const daan = await makePerson(db(), { name: "Daan", organisationId: here.waterland.id });
    const minted = await mintFeed(db(), { personId: daan.id, name: "Google" }, { ids, now });
    if (!minted.ok) throw new Error(minted.reason);
    return { ...here, daan, path: minted.path };
  }

  test("shows what its owner gives, attends and waits for, and nothing else", async () => {
    const { festival, waterland, session, daan, path } = await subscribed();
    const [attends, waits, gives] = await makeSessions(
      db(),
      ["2027-01-11T11:00", "2027-01-11T12:00", "2027-01-11T14:00"].map((startsLocal) => ({
        festivalId: festival.id,
        organisationId: waterland.id,
        startsLocal,
        title: "Yes",
      })),
    );
    if (!attends || !waits || !gives) throw new Error("not made");
    await makeSignup(db(), { sessionId: attends.id, personId: daan.id });
    await makeSignup(db(), { sessionId: waits.id, personId: daan.id, status: "waiting" });
    await makeSpeakers(db(), gives, [{ name: "Daan", personId: daan.id }]);
    const answer = await server.get(path);
    const ics = text(answer);
    expect(problemsOf(ics)).toEqual([]);
    expect(uids(ics)).toEqual(
      [attends, waits, gives].map(({ id }) => `UID:session-${id}@learn.example`).sort(),
    );
    expect(ics).not.toContain(session.id);
    expect(linesOf(ics).filter((line) => /^(SUMMARY|STATUS|TRANSP)/.test(line))).toEqual([
      ...["SUMMARY:Yes", "TRANSP:OPAQUE", "STATUS:CONFIRMED"],
      ...["SUMMARY:Waiting list: Yes", "TRANSP:TRANSPARENT", "STATUS:TENTATIVE"],
      ...["SUMMARY:Yes", "TRANSP:OPAQUE", "STATUS:CONFIRMED"],
    ]);
    expect([
      answer.headers["cache-control"],
      answer.headers["referrer-policy"],
      answer.headers["x-robots-tag"],
    ]).toEqual(["private, max-age=300", "no-referrer", "noindex"]);
    expect((await server.get(path, { "if-none-match": answer.headers.etag ?? "" })).status).toBe(304);
  });

  test("leaves no secret in the database and its address is short enough for every client", async () => {
    const { path } = await subscribed();
    const token = path.slice("/calendar/".length, -".ics".length);
    expect(JSON.stringify(await db().select().from(personalFeeds))).not.toContain(token);
    expect(`https://learn.waterland-and-others.example${path}`.length).toBeLessThan(200);
  });

  test("is not found once revoked, nor by a made up secret", async () => {
    const { daan, anna, path } = await subscribed();
    const [feed] = await listSubscriptions(db(), daan.id);
    await revokeFeed(db(), { personId: anna.id, feedId: feed?.id ?? "" }, now);
    expect((await server.get(path)).status).toBe(200);
    await revokeFeed(db(), { personId: daan.id, feedId: feed?.id ?? "" }, now);
    expect((await server.get(path)).status).toBe(404);
    expect((await server.get("/calendar/guess.ics")).status).toBe(404);
    expect(await listSubscriptions(db(), daan.id)).toEqual([]);
  });

  test("notes the day it was last used", async () => {
    const { daan, path } = await subscribed();
    const used = async () => (await listSubscriptions(db(), daan.id))[0]?.lastUsedAt;
    expect(await used()).toBeNull();
    await server.get(path);
    now = now.add({ hours: 2 });
    await server.get(path);
    expect(await used()).toBe("2026-11-23T09:00:00Z");
    now = now.add({ hours: 24 });
    await server.get(path);
    expect(await used()).toBe("2026-11-24T11:00:00Z");
  });

  test("drops what its owner may no longer see, and keeps what they give", async () => {
    const { festival, waterland, path, daan } = await subscribed();
    const other = await makeOrganisation(db());
    const hosts = await makeFestival(db(), { leadOrganisationId: other.id, visibility: "hosts" });
    await makeHost(db(), { festivalId: hosts.id, organisationId: waterland.id });
    const there = await makeSession(db(), { festivalId: hosts.id, organisationId: other.id });
    const own = await makeSession(db(), {
      festivalId: hosts.id,
      organisationId: other.id,
      startsLocal: "2027-01-12T10:00",
    });
    await makeSignup(db(), { sessionId: there.id, personId: daan.id });
    await makeSpeakers(db(), own, [{ name: "Daan", personId: daan.id }]);
    expect(uids(text(await server.get(path)))).toHaveLength(2);
    await db()
      .update(festivalHosts)
      .set({ status: "declined" })
      .where(eq(festivalHosts.organisationId, waterland.id));
    await db().update(festivals).set({ status: "released" }).where(eq(festivals.id, festival.id));
    expect(uids(text(await server.get(path)))).toEqual([`UID:session-${own.id}@learn.example`]);
  });

  test("comes in a limited number", async () => {
    const { daan } = await subscribed();
    const mint = () => mintFeed(db(), { personId: daan.id, name: "Other" }, { ids, now });
    for (let made = 1; made < mostSubscriptions; made++) expect((await mint()).ok).toBe(true);
    expect(await mint()).toEqual({ ok: false, reason: "too-many" });
  });
});
