import type { Database } from "#db/connect.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { autumnTracks, autumnVenue, type IdeaContent, ideasContent } from "./content/autumn.ts";
import { autumnCallText } from "./content/proposals.ts";
import { daysAgo, demoDates, homeZone } from "./dates.ts";
import {
  makeDraftSessions,
  makeFestival,
  makeHost,
  makeRoom,
  makeTrack,
  makeVenue,
} from "./factories/festivals.ts";
import { fillProposals } from "./proposals.server.ts";

/** The festival that still collects proposals: drafts only, and a partner who has not answered yet. */
export async function fillAutumn(
  db: Database,
  story: Story,
  alliance: Alliance,
  copiedFromId: string,
): Promise<void> {
  const dates = demoDates(story.now);
  const { organisations, people } = alliance;
  const festival = await makeFestival(
    db,
    {
      slug: "deell-autumn",
      name: "DEELL Autumn",
      theme: "Outside, for a change",
      outcome: "Each organisation has stopped doing one thing, and knows which.",
      startsOn: dates.autumn.toString(),
      endsOn: dates.autumn.add({ days: 1 }).toString(),
      timeZone: homeZone,
      language: "nl",
      visibility: "public",
      signupOpensAt: null,
      status: "calling",
      callOpensAt: daysAgo(dates, 14),
      callClosesAt: daysAgo(dates, -24, "17:00"),
      callText: autumnCallText,
      copiedFromId,
      leadOrganisationId: organisations.waterland,
      createdBy: people.anna.id,
      createdAt: daysAgo(dates, 20),
      updatedAt: daysAgo(dates, 3),
    },
    story,
  );
  const invited = { festivalId: festival.id, invitedBy: people.anna.id, invitedAt: daysAgo(dates, 18) };
  const decidedAt = daysAgo(dates, 16, "14:05");
  await makeHost(
    db,
    { ...invited, organisationId: organisations.kade, decidedBy: people.ruben.id, decidedAt },
    story,
  );
  await makeHost(
    db,
    { ...invited, organisationId: organisations.polder, decidedBy: people.marieke.id, decidedAt },
    story,
  );
  await makeHost(
    db,
    {
      ...invited,
      organisationId: organisations.lumen,
      status: "invited",
      message: "Doen jullie weer mee? Deze keer buiten, bij Polder in het Dijkmagazijn.",
    },
    story,
  );
  const tracks = await fillIdeas(db, story, alliance, festival.id);
  await fillProposals(db, story, alliance, { festivalId: festival.id, tracks });
}

/** Gives back the tracks by their keys. */
async function fillIdeas(
  db: Database,
  story: Story,
  alliance: Alliance,
  festivalId: string,
): Promise<Map<string, string>> {
  const dates = demoDates(story.now);
  const { rooms: rows, ...place } = autumnVenue;
  const venue = await makeVenue(db, { ...place, organisationId: alliance.organisations.polder }, story);
  const rooms = new Map<string, string>();
  for (const [position, { key, ...row }] of rows.entries()) {
    rooms.set(key, (await makeRoom(db, { ...row, venueId: venue.id, festivalId, position }, story)).id);
  }
  const tracks = new Map<string, string>();
  for (const { key, ...row } of autumnTracks) {
    tracks.set(key, (await makeTrack(db, { ...row, festivalId }, story)).id);
  }
  const startOf = ({ at }: IdeaContent) => at && `${dates.autumn.add({ days: at.day - 1 })}T${at.time}`;
  await makeDraftSessions(
    db,
    ideasContent.map((idea) => ({
      festivalId,
      organisationId: alliance.people[idea.by[0]!].organisationId,
      title: idea.title,
      abstract: idea.abstract,
      language: idea.language,
      trackId: tracks.get(idea.track) ?? null,
      roomId: (idea.at && rooms.get(idea.at.room)) ?? null,
      startsLocal: startOf(idea) ?? null,
      durationMinutes: idea.minutes,
      capacity: autumnVenue.rooms.find((room) => room.key === idea.at?.room)?.capacity ?? null,
      speakers: idea.by.map((key) => ({
        name: alliance.people[key].name,
        personId: alliance.people[key].id,
      })),
      updatedAt: daysAgo(dates, 3),
    })),
    story,
  );
  return tracks;
}
