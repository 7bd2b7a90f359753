import type { Database } from "#db/connect.ts";
import {
  makeAllSpeakers,
  makeFestival,
  makeHost,
  makeOrganisations,
  makeRoom,
  makeSessions,
  makeTrack,
  makeVenue,
} from "#db/demo/factories.ts";

export const slug = "grand-festival";
const rooms = 35;
const slots = ["09:00", "10:00", "11:00", "12:00", "13:30", "14:30", "15:30", "16:30", "17:30"];
const days = ["2027-04-05", "2027-04-06", "2027-04-07"];
const words = "listening to people who disagree about drawing maps of work nobody has finished yet".split(
  " ",
);
const names = [
  "Anna de Vries",
  "Bram Hendriks",
  "Chloé Martens",
  "Daan Visser",
  "Priya Raman",
  "Yusuf Demir",
];
const colours = ["#1f6f8b", "#8b2f52", "#b8860b", "#4c7a2f"];

const title = (index: number) =>
  Array.from({ length: 4 + (index % 4) }, (_, word) => words[(index * 7 + word * 3) % words.length]).join(
    " ",
  );

/** A festival of 900 sessions in 35 rooms on three days, by four hosts. */
export async function fillFestival(db: Database): Promise<void> {
  const hosts = await makeOrganisations(
    db,
    colours.map((colour, index) => ({ slug: `host-${index + 1}`, name: `Host ${index + 1}`, colour })),
  );
  const lead = hosts[0]?.id ?? "";
  const festival = await makeFestival(db, {
    slug,
    name: "Grand festival",
    theme: "Everything at once",
    startsOn: days[0],
    endsOn: days[2],
    leadOrganisationId: lead,
  });
  for (const host of hosts.slice(1)) await makeHost(db, { festivalId: festival.id, organisationId: host.id });
  const venue = await makeVenue(db, { organisationId: lead, name: "The halls", address: "Quay 1" });
  const halls: string[] = [];
  for (let position = 0; position < rooms; position += 1) {
    const room = { venueId: venue.id, name: `Hall ${position + 1}`, festivalId: festival.id, position };
    halls.push((await makeRoom(db, room)).id);
  }
  const tracks: string[] = [];
  for (const name of ["Craft", "Data", "People", "Words"])
    tracks.push((await makeTrack(db, { festivalId: festival.id, name })).id);
  const times = days.flatMap((day) => slots.map((time) => `${day}T${time}`));
  const places = times.flatMap((startsLocal) => halls.map((roomId) => ({ startsLocal, roomId })));
  const sessions = await makeSessions(
    db,
    places.slice(0, 900).map((place, index) => ({
      ...place,
      festivalId: festival.id,
      organisationId: hosts[index % hosts.length]?.id ?? lead,
      trackId: tracks[index % tracks.length],
      title: title(index),
      abstract: `${title(index + 1)}, and ${title(index + 5)}. `.repeat(4),
      language: index % 3 === 0 ? "nl" : "en",
      level: index % 5 === 0 ? "beginner" : "all",
      durationMinutes: 50,
      capacity: 12 + (index % 30),
      seatsTaken: index % 12,
    })),
  );
  await makeAllSpeakers(
    db,
    sessions.map((session, index) => ({
      session,
      speakers: [index, index * 5 + 1]
        .slice(0, 1 + (index % 2))
        .map((at) => ({ name: names[at % names.length] ?? "" })),
    })),
  );
}
