import { connect } from "#db/connect.ts";
import {
  type GivenSession,
  makeFestival,
  makeOrganisation,
  makePerson,
  makeRoom,
  makeSession,
  makeVenue,
} from "#db/demo/factories.ts";
import { venueDistances } from "#db/schema/index.ts";
import { randomIds } from "~/platform/ids.ts";
import { dateIn, localOf, Temporal } from "~/platform/time.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";

const zone = "Europe/Amsterdam";

/**
 * Fills the database of a server to come: a festival of today. A seat is held for Daan, who waits for two more things
 * at that time and comes from another building; Eva has two sessions at the same time since one was moved.
 */
export async function fillSeatsSoon(
  dataDir: string,
): Promise<{ festival: string; held: string; wanted: string }> {
  const connection = await connect({ dataDir });
  const { db } = connection;
  const now = Temporal.Now.instant().round({
    smallestUnit: "minute",
    roundingIncrement: 5,
    roundingMode: "floor",
  });
  const early = now.subtract({ hours: 24 * 6 });
  const made = { now: now.subtract({ hours: 24 * 8 }) };
  const { id: organisationId } = await makeOrganisation(db, { slug: "waterland", name: "Waterland" });
  const festival = await makeFestival(
    db,
    {
      ...{ slug: "soon", name: "DEELL Soon", leadOrganisationId: organisationId },
      ...{ startsOn: dateIn(now, zone), endsOn: dateIn(now.add({ hours: 24 }), zone) },
    },
    made,
  );
  const person = (name: string) =>
    makePerson(db, {
      name,
      email: `${name.toLowerCase()}@waterland.example`,
      organisationId,
      language: "en",
    });
  const [anna, daan, eva, finn, gus] = [
    await person("Anna"),
    await person("Daan"),
    await person("Eva"),
    await person("Finn"),
    await person("Gus"),
  ];
  const venues = [
    await makeVenue(db, { name: "The Mill", organisationId }),
    await makeVenue(db, { name: "Harbour building", organisationId }),
  ];
  const [blue, dock] = [
    await makeRoom(db, { name: "Blue room", venueId: venues[0]!.id, festivalId: festival.id }),
    await makeRoom(db, { name: "Dock", venueId: venues[1]!.id, festivalId: festival.id }),
  ];
  const [venueId = "", otherVenueId = ""] = venues.map(({ id }) => id).sort();
  await db.insert(venueDistances).values({ festivalId: festival.id, venueId, otherVenueId, minutes: 12 });
  const local = (minutes: number) => localOf(now.add({ minutes }), zone);
  const session = async (title: string, minutes: number, given: Partial<GivenSession> = {}) =>
    (
      await makeSession(
        db,
        {
          ...{ festivalId: festival.id, organisationId, title, timeZone: zone, roomId: blue.id },
          ...{ startsLocal: local(minutes), ...given },
        },
        made,
      )
    ).id;
  const ask = (personId: string, sessionId: string) =>
    signUp(db, { personId, sessionId }, { now: early, ids: randomIds, window: "open" });
  const held = await session("Knitting with code", 360, { capacity: 1 });
  const sketching = await session("Sketching what you mean", 375, { capacity: 1 });
  const singing = await session("Singing for beginners", 370, { capacity: 1 });
  const before = await session("Twelve ways to say no", 295, { roomId: dock.id });
  const [weaving, posters] = [await session("Weaving", 600), await session("Posters with one idea", 720)];
  for (const [who, what] of [
    [anna, held],
    [daan, held],
    [finn, held],
    [finn, sketching],
    [gus, singing],
    [daan, sketching],
    [daan, singing],
    [daan, before],
    [eva, weaving],
    [eva, posters],
  ] as const)
    await ask(who.id, what);
  await cancelSignup(db, { personId: anna.id, sessionId: held }, { now });
  await changeSession(db, posters, { startsLocal: local(630) }, { now });
  await connection.close();
  return { festival: festival.slug, held, wanted: sketching };
}
