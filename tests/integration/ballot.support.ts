import type { Database } from "#db/connect.ts";
import {
  makeFestival,
  makeHost,
  makeOrganisation,
  makePeople,
  makePerson,
  makeSessions,
} from "#db/demo/factories.ts";
import { ballots } from "#db/schema/index.ts";
import { at } from "#tests/support/ids.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { saveWishes } from "~/signups/ballot/wishes.server.ts";
import type { TypedWishes } from "~/signups/ballot/wishes.ts";

export const now = at("2026-11-23T09:00:00Z");
export const closesAt = "2026-12-01T09:00:00Z";
export const afterwards = at("2026-12-01T10:00:00Z");
export const morning = "2027-01-11T09:00:00Z";
export const noon = "2027-01-11T12:00:00Z";

/** A festival of Waterland and Lumen by wishes: three workshops in the morning, two at noon, two seats each. */
export async function makeBallot(
  db: Database,
  given: { people?: number; ballot?: Partial<typeof ballots.$inferInsert>; capacity?: number | null } = {},
) {
  const waterland = await makeOrganisation(db, { slug: "waterland", name: "Waterland" });
  const lumen = await makeOrganisation(db, { slug: "lumen", name: "Lumen" });
  const row = await makeFestival(db, {
    slug: "by-wishes",
    name: "By wishes",
    leadOrganisationId: waterland.id,
    signupMode: "ballot",
  });
  await makeHost(db, { festivalId: row.id, organisationId: lumen.id });
  const { capacity = 2 } = given;
  const workshop = (title: string, startsLocal: string) => ({
    ...{ festivalId: row.id, organisationId: waterland.id, title, startsLocal, capacity },
  });
  const sessions = await makeSessions(db, [
    ...["Sketching", "Asking", "Listening"].map((title) => workshop(title, "2027-01-11T10:00")),
    ...["Knitting", "Walking"].map((title) => workshop(title, "2027-01-11T13:00")),
  ]);
  await db.insert(ballots).values({
    festivalId: row.id,
    opensAt: null,
    closesAt,
    mode: "fewest-without",
    seed: "a seed that everybody read before",
    numbersKey: "a key that nobody reads",
    createdAt: now.toString(),
    ...given.ballot,
  });
  const organiser = { role: "organiser" as const };
  const anna = await makePerson(db, {
    ...organiser,
    email: "anna@waterland.example",
    organisationId: waterland.id,
  });
  const bram = await makePerson(db, { ...organiser, email: "bram@lumen.example", organisationId: lumen.id });
  const people = await makePeople(
    db,
    Array.from({ length: given.people ?? 2 }, (_, index) => ({
      email: `p${index}@lumen.example`,
      organisationId: index % 2 === 0 ? lumen.id : waterland.id,
    })),
  );
  const [sketching, asking, listening, knitting, walking] = sessions.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const festival = async () => (await findFestivalById(db, row.id))!;
  const asViewer = (person: typeof anna) => ({
    personId: person.id,
    organisationId: person.organisationId,
    role: person.role,
  });
  return {
    ...{ festivalId: row.id, festival, waterland, lumen, people, sessions, anna, bram },
    ...{ lead: asViewer(anna), host: asViewer(bram) },
    workshops: { sketching, asking, listening, knitting, walking },
  };
}

export type World = Awaited<ReturnType<typeof makeBallot>>;

/** What a page sends that read nothing saved before. */
export const emptyVersion = async (db: Database, world: World, personId: string) => {
  const { findWishes } = await import("~/signups/ballot/wishes.server.ts");
  return (await findWishes(db, { festivalId: world.festivalId, personId }, { now })).version;
};

/** Hands in ranks as a page that is up to date would. */
export async function handIn(
  db: Database,
  world: World,
  personId: string,
  typed: Partial<Omit<TypedWishes, "ranks">> & { ranks?: Record<string, number> },
  when = now,
) {
  const version = await emptyVersion(db, world, personId);
  const ranks = Object.fromEntries(Object.entries(typed.ranks ?? {}).map(([id, rank]) => [id, String(rank)]));
  const fields = { vetoes: [], free: [], ...typed, ranks, version };
  return saveWishes(db, { festival: await world.festival(), personId }, fields, { now: when });
}
