import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeFestival, makeSeries, makeSessions } from "#db/demo/factories.ts";
import { festivals, rooms, sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { problemsOf, propertyOf } from "#tests/support/ics.ts";
import { at } from "#tests/support/ids.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";

import { feedWorld, text, uids } from "./feeds.support.ts";

let now = at("2026-11-23T09:00:00Z");
const db = testDatabase();
const server = rawServer(db, () => now);

async function world() {
  now = at("2026-11-23T09:00:00Z");
  return feedWorld(db());
}

describe("a festival's feed", () => {
  test("shows its sessions with place, speakers and the way to their page", async () => {
    const { session } = await world();
    const answer = await server.get("/festivals/spring.ics");
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("public, max-age=300");
    const ics = text(answer);
    expect(problemsOf(ics)).toEqual([]);
    expect(propertyOf(ics, "UID")).toBe(`session-${session.id}@learn.example`);
    expect(propertyOf(ics, "X-WR-CALNAME")).toBe("Spring");
    expect(propertyOf(ics, "DTSTART")).toBe("20270111T100000");
    expect(propertyOf(ics, "LOCATION")).toBe("Blue room\\, The Mill\\, Dijk 1");
    expect(propertyOf(ics, "DESCRIPTION")).toBe(
      `With Anna and Bram\\n\\nBring wool.\\n\\nhttp://localhost:3000/festivals/spring/sessions/${session.id}`,
    );
  });

  test("answers 304 to whoever has it already, and If-None-Match goes before the date", async () => {
    await world();
    const { headers } = await server.get("/festivals/spring.ics");
    const etag = headers.etag ?? "";
    const lastModified = headers["last-modified"] ?? "";
    const later = "Fri, 01 Jan 2038 00:00:00 GMT";
    const status = async (conditions: Record<string, string>) =>
      (await server.get("/festivals/spring.ics", conditions)).status;
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(await status({ "if-none-match": etag })).toBe(304);
    expect(await status({ "if-none-match": `W/${etag}` })).toBe(304);
    expect(await status({ "if-none-match": `"other", W/"another", ${etag}` })).toBe(304);
    expect(await status({ "if-none-match": "*" })).toBe(304);
    expect(await status({ "if-none-match": '"other"' })).toBe(200);
    expect(await status({ "if-modified-since": lastModified })).toBe(304);
    expect(await status({ "if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT" })).toBe(200);
    expect(await status({ "if-modified-since": "yesterday" })).toBe(200);
    expect(await status({ "if-none-match": '"other"', "if-modified-since": later })).toBe(200);
    const answer = await server.get("/festivals/spring.ics", { "if-none-match": etag });
    expect([answer.body.length, answer.headers.etag, answer.headers.vary]).toEqual([
      0,
      etag,
      "Accept-Encoding",
    ]);
  });

  test("answers HEAD as it would GET, without the body", async () => {
    await world();
    const get = await server.get("/festivals/spring.ics");
    const head = await server.get("/festivals/spring.ics", {}, "HEAD");
    expect(head.body.length).toBe(0);
    expect([head.status, head.headers.etag, head.headers["content-length"]]).toEqual([
      200,
      get.headers.etag,
      String(get.body.length),
    ]);
  });

  test("is compressed for those who ask, with a tag of its own, but never for Microsoft's fetchers", async () => {
    await world();
    const plain = await server.get("/festivals/spring.ics");
    const gzipped = await server.get("/festivals/spring.ics", { "accept-encoding": "br, gzip;q=0.8" });
    expect(gzipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzipped.body).equals(plain.body)).toBe(true);
    expect(gzipped.headers.etag).not.toBe(plain.headers.etag);
    for (const refused of ["gzip;q=0", "br", "identity"]) {
      const answer = await server.get("/festivals/spring.ics", { "accept-encoding": refused });
      expect(answer.headers["content-encoding"]).toBeUndefined();
    }
    const microsoft = { "accept-encoding": "gzip", "user-agent": "Microsoft.Exchange/15.20 (OWA)" };
    expect(
      (await server.get("/festivals/spring.ics", microsoft)).headers["content-encoding"],
    ).toBeUndefined();
  });

  test("follows a moved session: another tag, the same UID, a higher SEQUENCE", async () => {
    const { session } = await world();
    const before = await server.get("/festivals/spring.ics");
    await changeSession(
      db(),
      session.id,
      { startsLocal: "2027-01-11T13:00" },
      { now: now.add({ seconds: 5 }) },
    );
    const after = await server.get("/festivals/spring.ics", { "if-none-match": before.headers.etag ?? "" });
    expect(after.status).toBe(200);
    expect(uids(text(after))).toEqual(uids(text(before)));
    expect([propertyOf(text(after), "DTSTART"), propertyOf(text(after), "SEQUENCE")]).toEqual([
      "20270111T130000",
      "1",
    ]);
  });

  test("follows the name of a room and of the festival", async () => {
    const { room, festival } = await world();
    await server.get("/festivals/spring.ics");
    await db().update(rooms).set({ name: "Green room" }).where(eq(rooms.id, room.id));
    await db().update(festivals).set({ name: "Summer" }).where(eq(festivals.id, festival.id));
    const ics = text(await server.get("/festivals/spring.ics"));
    expect(propertyOf(ics, "LOCATION")).toBe("Green room\\, The Mill\\, Dijk 1");
    expect(propertyOf(ics, "NAME")).toBe("Summer");
  });

  test("keeps a cancelled session, marked in the feed's language, until 30 days after its end", async () => {
    const { session, festival } = await world();
    await db().update(festivals).set({ language: "nl" }).where(eq(festivals.id, festival.id));
    await cancelSession(db(), session.id, { now });
    const ics = text(await server.get("/festivals/spring.ics"));
    expect([propertyOf(ics, "STATUS"), propertyOf(ics, "SUMMARY")]).toEqual([
      "CANCELLED",
      "Geannuleerd: Knitting with code",
    ]);
    now = at("2027-02-10T09:00:00Z");
    expect(uids(text(await server.get("/festivals/spring.ics")))).toHaveLength(1);
    now = at("2027-02-12T09:00:00Z");
    expect(uids(text(await server.get("/festivals/spring.ics")))).toHaveLength(0);
  });

  test("reaches three months back and eighteen ahead", async () => {
    const { festival, waterland } = await world();
    const when = ["2026-08-20T10:00", "2026-08-25T10:00", "2028-05-20T10:00", "2028-05-25T10:00"];
    const made = await makeSessions(
      db(),
      when.map((startsLocal) => ({ festivalId: festival.id, organisationId: waterland.id, startsLocal })),
    );
    const shown = uids(text(await server.get("/festivals/spring.ics"))).join();
    expect(made.map(({ id }) => shown.includes(id))).toEqual([false, true, true, false]);
  });

  test("is not found where only hosts may see the programme, while it is a draft, or when there is none", async () => {
    const { festival } = await world();
    expect((await server.get("/festivals/winter.ics")).status).toBe(404);
    await db().update(festivals).set({ visibility: "hosts" }).where(eq(festivals.id, festival.id));
    const hidden = await server.get("/festivals/spring.ics");
    expect([hidden.status, hidden.headers.etag, hidden.headers["cache-control"]]).toEqual([
      404,
      undefined,
      "no-store",
    ]);
    await db()
      .update(festivals)
      .set({ visibility: "public", status: "draft" })
      .where(eq(festivals.id, festival.id));
    expect((await server.get("/festivals/spring.ics")).status).toBe(404);
  });
});

describe("other public feeds", () => {
  test("one session, and none through another festival or by a made up id", async () => {
    const { session, waterland } = await world();
    await makeFestival(db(), { slug: "autumn", leadOrganisationId: waterland.id });
    const answer = await server.get(`/festivals/spring/sessions/${session.id}.ics`);
    expect(uids(text(answer))).toEqual([`UID:session-${session.id}@learn.example`]);
    expect(propertyOf(text(answer), "TRANSP")).toBe("OPAQUE");
    expect((await server.get(`/festivals/autumn/sessions/${session.id}.ics`)).status).toBe(404);
    expect((await server.get("/festivals/spring/sessions/1.ics")).status).toBe(404);
  });

  test("a series and one week's lecture of it", async () => {
    const { waterland } = await world();
    const series = await makeSeries(db(), {
      slug: "coffee",
      name: "Coffee",
      leadOrganisationId: waterland.id,
    });
    const [first, second] = await makeSessions(db(), [
      { seriesId: series.id, organisationId: waterland.id, startsLocal: "2026-11-26T10:30", title: "Tea" },
      { seriesId: series.id, organisationId: waterland.id, startsLocal: "2026-12-03T10:30", title: "Milk" },
    ]);
    const all = text(await server.get("/lectures/coffee.ics"));
    expect(uids(all)).toEqual([first, second].map((one) => `UID:session-${one?.id}@learn.example`).sort());
    const one = text(await server.get("/lectures/coffee/2026-12-03.ics"));
    expect([propertyOf(one, "SUMMARY"), propertyOf(one, "URL")]).toEqual([
      "Milk",
      "http://localhost:3000/lectures/coffee/2026-12-03",
    ]);
    expect((await server.get("/lectures/coffee/2026-12-04.ics")).status).toBe(404);
  });

  test("an organisation shows what strangers may see of what it gives, without breaks", async () => {
    const { waterland, session } = await world();
    const hidden = await makeFestival(db(), { leadOrganisationId: waterland.id, visibility: "hosts" });
    await makeSessions(db(), [
      { festivalId: hidden.id, organisationId: waterland.id },
      { festivalId: session.festivalId, organisationId: waterland.id, kind: "break" },
    ]);
    const ics = text(await server.get("/organisations/waterland.ics"));
    expect(uids(ics)).toEqual([`UID:session-${session.id}@learn.example`]);
    expect([propertyOf(ics, "TRANSP"), propertyOf(ics, "X-APPLE-CALENDAR-COLOR")]).toEqual([
      "TRANSPARENT",
      "#0B7285",
    ]);
    expect((await server.get("/organisations/nobody.ics")).status).toBe(404);
  });
});

describe("hostile text", () => {
  const hostile =
    'x\r\nX-EVIL:1\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT "q" ; , \\ ☕👩🏽‍💻 \u202Eשלום'.padEnd(300, "é");

  test("in every field of a feed injects nothing", async () => {
    const { festival, room, session } = await world();
    await db().update(festivals).set({ name: hostile }).where(eq(festivals.id, festival.id));
    await db().update(rooms).set({ name: hostile }).where(eq(rooms.id, room.id));
    await db()
      .update(sessions)
      .set({ title: hostile, abstract: hostile, place: hostile })
      .where(eq(sessions.id, session.id));
    const ics = text(await server.get("/festivals/spring.ics"));
    expect(problemsOf(ics)).toEqual([]);
    expect(uids(ics)).toEqual([`UID:session-${session.id}@learn.example`]);
    const one = text(await server.get(`/festivals/spring/sessions/${session.id}.ics`));
    expect(problemsOf(one)).toEqual([]);
  });
});
