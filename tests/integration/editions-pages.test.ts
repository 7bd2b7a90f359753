import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeRoom, makeTrack, makeVenue } from "#db/demo/factories.ts";
import {
  callQuestions,
  draftSessions,
  events,
  festivalHosts,
  festivalRooms,
  festivals,
  formats,
  tracks,
  venueDistances,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { listDecisions } from "~/festivals/decisions.server.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { loader as listPage } from "~/routes/festivals._index.tsx";
import { loader as festivalPage } from "~/routes/festivals.$festival._index.tsx";
import { loader as changesPage } from "~/routes/festivals.$festival.changes.tsx";
import { action as copy, loader as copyPage } from "~/routes/festivals.$festival.organise.edition.copy.tsx";
import { action as decide, loader as editionPage } from "~/routes/festivals.$festival.organise.edition.tsx";
import {
  loader as backPage,
  action as goBack,
} from "~/routes/festivals.$festival.organise.releases.$release.tsx";
import { makeProgramme, now } from "./festivals.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
type Route = (args: never) => Promise<unknown>;

async function world() {
  const programme = await makeProgramme(db());
  const cookie = await loginOf(db(), programme.lead.personId);
  const host = await loginOf(db(), programme.lumen.organiser.personId);
  const ask = (route: Route, { form, as = cookie, when = now, query = "", ...params }: Asked = {}) =>
    answerOf(
      route(
        routeArgs(db(), `/x${query}`, {
          cookie: as,
          form,
          params: { festival: "deell-spring", ...params },
          context: { now: () => when },
        }) as never,
      ),
    );
  return { ...programme, ask, host };
}

interface Asked {
  form?: Record<string, string>;
  as?: string;
  when?: typeof now;
  query?: string;
  festival?: string;
  release?: string;
}

const errorsOf = ({ data }: { data: unknown }) =>
  (data as { result: { error: Record<string, string[]> } }).result.error;

describe("the next edition", () => {
  test("is suggested a year later, on the same weekdays, at an address that is free", async () => {
    const { ask } = await world();
    expect((await ask(copyPage)).data).toMatchObject({
      suggested: {
        name: "DEELL spring",
        slug: "deell-spring-2028",
        startsOn: "2028-04-06",
        endsOn: "2028-04-07",
      },
      others: ["lumen"],
    });
  });

  const wish = { name: "DEELL spring", slug: "deell-2028", startsOn: "2028-04-06", endsOn: "2028-04-07" };

  async function furnished() {
    const here = await world();
    const { waterland, festival, add } = here;
    const { id: festivalId } = await festival();
    const venues = [
      await makeVenue(db(), { organisationId: waterland.organisation.id }),
      await makeVenue(db(), { organisationId: waterland.organisation.id }),
    ].map(({ id }) => id);
    const [venueId, otherVenueId] = venues.toSorted();
    const room = await makeRoom(db(), { venueId: venueId!, festivalId });
    const track = await makeTrack(db(), { festivalId, name: "Craft" });
    await db()
      .insert(venueDistances)
      .values({ festivalId, venueId: venueId!, otherVenueId: otherVenueId!, minutes: 12 });
    await db()
      .insert(formats)
      .values({ id: randomIds.uuid(), festivalId, name: "Long", durationMinutes: 90 });
    await db()
      .insert(callQuestions)
      .values({ id: randomIds.uuid(), festivalId, kind: "text", label: "Diet?" });
    await db()
      .update(festivals)
      .set({
        callText: "Tell us",
        conflictLevels: { room: "block" },
        travelMinutes: 20,
        callOpensAt: now.toString(),
      });
    await add({ title: "Knitting", trackId: track.id, speakers: ["member@waterland.example"] });
    await add({ title: "Coffee", kind: "break", startsLocal: "2027-04-08T12:00", capacity: null });
    return { ...here, room };
  }

  test("takes along what can be used again, as a draft, and mails nobody", async () => {
    const { ask, room, festival } = await furnished();
    const source = await festival();
    await db().delete(events);
    const answer = await ask(copy, { form: { ...wish, hosts: "later", sessions: "on" } });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/festivals/deell-2028/organise"]);
    const made = await findFestival(db(), "deell-2028");
    expect(made).toMatchObject({
      status: "draft",
      startsOn: "2028-04-06",
      outcome: source.outcome,
      callText: "Tell us",
      callOpensAt: null,
      conflictLevels: { room: "block" },
      travelMinutes: 20,
      copiedFromId: source.id,
    });
    expect(made?.hosts.map(({ organisation, status }) => [organisation.slug, status])).toEqual([
      ["waterland", "accepted"],
    ]);
    const id = made!.id;
    const of = <T extends { festivalId: string }>(rows: T[]) => rows.filter((row) => row.festivalId === id);
    expect(of(await db().select().from(festivalRooms)).map(({ roomId }) => roomId)).toEqual([room.id]);
    expect(of(await db().select().from(venueDistances)).map(({ minutes }) => minutes)).toEqual([12]);
    expect(of(await db().select().from(formats)).map(({ name }) => name)).toEqual(["Long"]);
    expect(of(await db().select().from(callQuestions)).map(({ label }) => label)).toEqual(["Diet?"]);
    const [track, ...more] = of(await db().select().from(tracks));
    expect([track?.name, more]).toEqual(["Craft", []]);
    const ideas = of(await db().select().from(draftSessions));
    expect(ideas).toMatchObject([
      {
        title: "Knitting",
        startsLocal: null,
        roomId: null,
        trackId: track?.id,
        speakers: [{ name: "member" }],
      },
    ]);
    expect(await db().$count(events)).toBe(0);
    expect((await listDecisions(db(), id)).map(({ kind, facts }) => [kind, facts])).toEqual([
      ["created", { from: source.name }],
    ]);
  });

  test("asks the other hosts anew when that is said, and leaves sessions behind when it is not", async () => {
    const { ask, lumen } = await furnished();
    await db().delete(events);
    await ask(copy, { form: { ...wish, hosts: "ask", message: "Again?" } });
    const { id } = (await findFestival(db(), "deell-2028"))!;
    expect(await db().$count(draftSessions, eq(draftSessions.festivalId, id))).toBe(0);
    const rows = await db().select().from(festivalHosts).where(eq(festivalHosts.festivalId, id));
    expect(rows.find((row) => row.organisationId === lumen.organisation.id)).toMatchObject({
      status: "invited",
      message: "Again?",
    });
    expect((await db().select().from(events)).map(({ kind, subject }) => [kind, subject])).toEqual([
      ["festival.host-invited", id],
    ]);
  });

  test("is made once by two clicks; an address of another festival is refused and nothing typed is lost", async () => {
    const { ask } = await furnished();
    expect((await ask(copy, { form: { ...wish } })).status).toBe(303);
    expect((await ask(copy, { form: { ...wish } })).status).toBe(303);
    expect(await db().$count(festivals)).toBe(2);
    const refused = await ask(copy, { form: { ...wish, slug: "deell-spring" } });
    expect([refused.status, Object.keys(errorsOf(refused))]).toEqual([409, ["slug"]]);
    expect(refused.data).toMatchObject({ result: { initialValue: { name: wish.name } } });
    const backwards = await ask(copy, { form: { ...wish, slug: "x", endsOn: "2028-04-01" } });
    expect([backwards.status, Object.keys(errorsOf(backwards))]).toEqual([422, ["endsOn"]]);
  });

  test("and this one link to one another, for whoever may see them", async () => {
    const { ask } = await furnished();
    await db().update(festivals).set({ status: "calling" });
    await ask(copy, { form: { ...wish } });
    const editions = async (festival: string, as?: string) =>
      ((await ask(festivalPage, { festival, as })).data as { editions: object }).editions;
    const later = { slug: "deell-2028", name: "DEELL spring", startsOn: "2028-04-06", endsOn: "2028-04-07" };
    expect(await editions("deell-spring")).toEqual({ earlier: [], later: [later] });
    expect(await editions("deell-spring", "")).toEqual({ earlier: [], later: [] });
    await db().update(festivals).set({ status: "calling" });
    expect(await editions("deell-2028", "")).toMatchObject({
      earlier: [{ slug: "deell-spring" }],
      later: [],
    });
  });
});

describe("deciding about an edition", () => {
  test("asks for a reason and a tick before it is cancelled", async () => {
    const { ask, festival } = await world();
    const short = await ask(decide, { form: { form: "cancel", reason: "" } });
    expect([short.status, Object.keys(errorsOf(short)).sort()]).toEqual([422, ["reason", "sure"]]);
    expect((await festival()).status).toBe("draft");
    expect((await ask(decide, { form: { form: "cancel", reason: "A flood", sure: "on" } })).status).toBe(303);
    expect(await festival()).toMatchObject({ status: "cancelled", announcement: "A flood" });
  });

  test("says at the field when the new day has been", async () => {
    const { ask } = await world();
    const past = await ask(decide, {
      form: { form: "reschedule", startsOn: "2026-01-01", reason: "Why not" },
    });
    expect([past.status, errorsOf(past)]).toEqual([
      409,
      { startsOn: ["That day has been. Choose a day to come."] },
    ]);
  });

  test("says how many sessions and people it touches", async () => {
    const { ask, add, release } = await world();
    await add({ speakers: ["member@waterland.example"] });
    await release();
    expect((await ask(editionPage)).data).toMatchObject({
      people: 3,
      festival: { sessions: 1, over: false },
    });
  });

  test("is the lead's; an archived festival leaves the list for its end", async () => {
    const { ask, host, release, add } = await world();
    await add();
    await release();
    expect((await ask(decide, { form: { form: "archive" }, as: host })).status).toBe(403);
    const when = at("2027-06-01T09:00:00Z");
    const lists = async () => {
      const { coming, past, archived } = (await ask(listPage, { when })).data as Record<string, object[]>;
      return [coming?.length, past?.length, archived?.length];
    };
    expect(await lists()).toEqual([0, 1, 0]);
    await ask(decide, { form: { form: "archive" }, when });
    expect(await lists()).toEqual([0, 0, 1]);
    await ask(decide, { form: { form: "unarchive" }, when });
    expect(await lists()).toEqual([0, 1, 0]);
  });
});

describe("what everybody reads of releases", () => {
  test("names the organisation and no person, and may be kept by whoever passes it on to strangers", async () => {
    const { ask, add, release } = await world();
    await add();
    await release();
    const answer = await ask(changesPage, { as: "" });
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
    expect(answer.data).toMatchObject({ releases: [{ number: 1, organisation: "waterland" }] });
    expect(JSON.stringify(answer.data)).not.toContain("organiser");
    expect((await ask(changesPage)).headers.get("cache-control")).toBeNull();
  });

  test("is for whoever may see the festival", async () => {
    const { ask, add, release } = await world();
    await add();
    await release();
    await db().update(festivals).set({ visibility: "hosts" });
    expect((await ask(changesPage, { as: "" })).status).toBe(302);
    expect((await ask(changesPage)).headers.get("cache-control")).toBeNull();
  });
});

describe("the page of an earlier release", () => {
  test("shows the difference first, and goes back on a word", async () => {
    const { ask, add, save, release, session } = await world();
    const id = await add();
    await release();
    await save({ id, title: "Renamed" });
    await release();
    expect((await ask(backPage, { release: "1" })).data).toMatchObject({
      next: 3,
      plan: { changes: [{ kind: "changed", aspects: ["title"] }] },
      audience: { people: 0 },
    });
    for (const number of ["0", "9", "1x", "nonsense"]) {
      expect((await ask(backPage, { release: number })).status).toBe(404);
      expect((await ask(goBack, { release: number, form: { note: "" } })).status).toBe(404);
    }
    expect((await ask(goBack, { release: "1", form: { note: "Better" } })).status).toBe(303);
    expect((await session(id))?.title).toBe("Sketching in the open");
    const again = await ask(goBack, { release: "1", form: { note: "" } });
    expect([again.status, errorsOf(again)]).toEqual([
      409,
      { "": ["Attendees see exactly this already. Nothing was changed."] },
    ]);
  });
});
