import type { Database } from "#db/connect.ts";
import {
  makeFestival,
  makeOrganisation,
  makePerson,
  makeRoom,
  makeSession,
  makeSpeakers,
  makeVenue,
} from "#db/demo/factories.ts";
import { linesOf } from "#tests/support/ics.ts";

/** A public festival with one workshop in a room, given by Anna and a guest. */
export async function feedWorld(db: Database) {
  const waterland = await makeOrganisation(db, { slug: "waterland", name: "Waterland", colour: "#0b7285" });
  const anna = await makePerson(db, { name: "Anna", organisationId: waterland.id, role: "organiser" });
  const festival = await makeFestival(db, {
    slug: "spring",
    name: "Spring",
    leadOrganisationId: waterland.id,
  });
  const venue = await makeVenue(db, { organisationId: waterland.id, name: "The Mill", address: "Dijk 1" });
  const room = await makeRoom(db, { venueId: venue.id, name: "Blue room", festivalId: festival.id });
  const session = await makeSession(db, {
    festivalId: festival.id,
    organisationId: waterland.id,
    title: "Knitting with code",
    abstract: "Bring wool.",
    roomId: room.id,
    startsLocal: "2027-01-11T10:00",
  });
  await makeSpeakers(db, session, [{ name: "Anna", personId: anna.id }, { name: "Bram" }]);
  return { waterland, anna, festival, room, session };
}

export const text = (answer: { body: Buffer }) => answer.body.toString("utf8");

export const uids = (ics: string) =>
  linesOf(ics)
    .filter((line) => line.startsWith("UID:"))
    .sort();
