import type { Database } from "#db/connect.ts";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { createFestival } from "~/festivals/settings.server.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";

export const now = at("2026-11-23T09:00:00Z");

export const springFields = {
  outcome: "Everybody knows whom to ask about what.",
  name: "DEELL spring",
  theme: "",
  startsOn: "2027-04-08",
  endsOn: "2027-04-09",
  timeZone: "Europe/Amsterdam",
  language: "en",
  visibility: "public" as const,
};

export const draftFields = {
  kind: "workshop" as const,
  title: "Sketching in the open",
  abstract: "",
  trackId: null,
  language: "en",
  roomId: null,
  place: "The quay",
  startsLocal: "2027-04-08T10:00",
  durationMinutes: 60,
  allDay: false,
  capacity: 12 as number | null,
  speakers: [] as string[],
};

/** An organisation with somebody who may organise for it and somebody who may not. */
export async function makeHostOrganisation(db: Database, slug: string) {
  const organisation = await makeOrganisation(db, { slug, name: slug });
  const one = (name: string, role: "organiser" | "member") =>
    makePerson(db, { name, email: `${name}@${slug}.example`, role, organisationId: organisation.id });
  const asViewer = (person: Awaited<ReturnType<typeof makePerson>>) => ({
    personId: person.id,
    organisationId: organisation.id,
    role: person.role,
  });
  const organiser = await one("organiser", "organiser");
  const member = await one("member", "member");
  return {
    organisation,
    organiser: asViewer(organiser),
    member: asViewer(member),
    memberEmail: member.email,
  };
}

/** A draft festival that waterland leads, with lumen asked by nobody yet. */
export async function makeAlliance(db: Database) {
  const ids = testIds();
  const waterland = await makeHostOrganisation(db, "waterland");
  const lumen = await makeHostOrganisation(db, "lumen");
  const created = await createFestival(db, waterland.organiser, springFields, { now, ids });
  if (!created.ok) throw new Error(created.reason);
  const festival = async () => (await findFestival(db, created.slug))!;
  return { ids, waterland, lumen, festival, deps: { now, ids, changeCapacity } };
}
