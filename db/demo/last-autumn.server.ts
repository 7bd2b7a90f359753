import type { Database } from "#db/connect.ts";
import { releases } from "#db/schema/index.ts";
import { currentProgramme } from "~/festivals/programmes.server.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { fillBallot } from "./ballot.server.ts";
import type { PersonKey } from "./content/organisations.ts";
import { type DemoDates, daysAgo, demoDates, homeZone } from "./dates.ts";
import { makeDraftSessions, makeFestival, makeHost } from "./factories/festivals.ts";
import { makeAllSpeakers, makeSessions } from "./factories/sessions.ts";

const content: { title: string; time: string; by: PersonKey[]; capacity?: number }[] = [
  { title: "Opening: vallen is ook vooruitgaan", time: "10:00", by: ["anna"], capacity: 60 },
  { title: "Wat we lieten liggen", time: "11:15", by: ["marieke", "jelle"], capacity: 8 },
  { title: "Hulp vragen is geen zwakte", time: "11:15", by: ["aisha"], capacity: 10 },
  { title: "The roadmap we threw away", time: "11:15", by: ["tom"], capacity: 9 },
  { title: "The meeting we cancelled", time: "13:30", by: ["grace"], capacity: 7 },
  { title: "Minder doen, met plezier", time: "13:30", by: ["ilse"], capacity: 9 },
  { title: "The art of the short mail", time: "13:30", by: ["nadia"], capacity: 9 },
  { title: "Een muur repareren", time: "14:45", by: ["bas"], capacity: 8 },
  { title: "The project that ended well", time: "14:45", by: ["hannah"], capacity: 9 },
  { title: "Opruimen met z'n tweeën", time: "14:45", by: ["pieter", "yusuf"], capacity: 9 },
];

export const lastAutumnSlug = ({ lastAutumn }: DemoDates) => `deell-autumn-${lastAutumn.year}`;

/** The edition before this one, whose seats went by wishes: over, archived, and still at its address. Returns its id. */
export async function fillLastAutumn(db: Database, story: Story, alliance: Alliance): Promise<string> {
  const dates = demoDates(story.now);
  const { organisations, people } = alliance;
  const releasedAt = daysAgo(dates, 200, "10:00");
  const day = dates.lastAutumn.toString();
  const festival = await makeFestival(
    db,
    {
      slug: lastAutumnSlug(dates),
      name: "DEELL Autumn",
      theme: "What we let go",
      outcome: "Each organisation has stopped doing one thing.",
      startsOn: day,
      endsOn: day,
      timeZone: homeZone,
      language: "nl",
      visibility: "public",
      signupMode: "ballot",
      signupOpensAt: releasedAt,
      archivedAt: daysAgo(dates, 20, "09:30"),
      leadOrganisationId: organisations.waterland,
      createdBy: people.anna.id,
      createdAt: daysAgo(dates, 300),
      updatedAt: daysAgo(dates, 20, "09:30"),
    },
    story,
  );
  const festivalId = festival.id;
  await makeHost(
    db,
    { festivalId, organisationId: organisations.polder, decidedBy: people.marieke.id },
    story,
  );
  const rows = content.map(({ title, time, by, capacity }) => ({
    id: story.ids.uuid(),
    festivalId,
    organisationId: people[by[0]!].organisationId,
    kind: title.startsWith("Opening") ? ("plenary" as const) : ("workshop" as const),
    title,
    language: title.startsWith("The") ? "en" : "nl",
    place: "De Sluis",
    startsLocal: `${day}T${time}`,
    durationMinutes: 60,
    capacity,
    createdAt: releasedAt,
    updatedAt: releasedAt,
  }));
  const speakers = content.map(({ by }) =>
    by.map((key) => ({ name: people[key].name, personId: people[key].id })),
  );
  await makeDraftSessions(
    db,
    rows.map(({ createdAt: _, ...row }, index) => ({ ...row, speakers: speakers[index]! })),
    story,
  );
  const sessions = await makeSessions(db, rows, story);
  await makeAllSpeakers(
    db,
    sessions.map((session, index) => ({ session, speakers: speakers[index]! })),
  );
  await db.insert(releases).values({
    id: story.ids.uuid(),
    festivalId,
    number: 1,
    note: "Tot in de herfst!",
    snapshot: await currentProgramme(db, festivalId),
    releasedBy: people.anna.id,
    releasedAt,
  });
  const workshops = sessions.filter(({ kind }) => kind === "workshop");
  await fillBallot(db, { festivalId, workshops, dates }, alliance);
  return festivalId;
}
