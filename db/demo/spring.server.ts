import type { Database } from "#db/connect.ts";
import { releases, seatGuarantees } from "#db/schema/index.ts";
import type { ProgrammeSession } from "~/festivals/diff.ts";
import { instantOf, localOf, plus, Temporal } from "~/platform/time.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { type RoomKey, springTracks, springVenues, type TrackKey } from "./content/programme.ts";
import { keptContent, partyContent } from "./content/seats.ts";
import { daysAgo, demoDates, homeZone } from "./dates.ts";
import {
  makeDraftSessions,
  makeFestival,
  makeHost,
  makeRoom,
  makeTrack,
  makeVenue,
} from "./factories/festivals.ts";
import { makeAllSpeakers, makeSessions } from "./factories/sessions.ts";
import { makeParty, makeSignups } from "./factories/signups.ts";
import { type Place, type Stage, springProgramme } from "./programme.ts";
import { fillSeats } from "./seats.ts";
import { type SpringRelease, springReleases, tracesOf } from "./spring-releases.ts";

/** The released festival: forty workshops on two days, with seats taken and one queue. */
export async function fillSpring(db: Database, story: Story, alliance: Alliance): Promise<void> {
  const dates = demoDates(story.now);
  const opensAt = daysAgo(dates, 10);
  const { organisations, people } = alliance;
  const festival = await makeFestival(
    db,
    {
      slug: "deell-spring",
      name: "DEELL Spring",
      theme: "Work that is not finished yet",
      outcome:
        "Everyone goes home knowing three people in another organisation whom they can ring on Monday.",
      startsOn: dates.spring.toString(),
      endsOn: dates.spring.add({ days: 1 }).toString(),
      timeZone: homeZone,
      language: "en",
      visibility: "public",
      signupOpensAt: opensAt,
      signupClosesAt: dates.spring
        .subtract({ days: 1 })
        .toZonedDateTime({ timeZone: homeZone, plainTime: "17:00" })
        .toInstant()
        .toString(),
      guaranteesEndAt: dates.spring
        .subtract({ days: 7 })
        .toZonedDateTime({ timeZone: homeZone, plainTime: "12:00" })
        .toInstant()
        .toString(),
      status: "released",
      leadOrganisationId: organisations.waterland,
      createdBy: people.anna.id,
      createdAt: daysAgo(dates, 70),
      updatedAt: daysAgo(dates, 3, "15:40"),
    },
    story,
  );
  await fillHosts(db, story, alliance, festival.id);
  const stage = await setStage(db, story, alliance, festival.id);
  const programme = springProgramme(stage);
  const history = springReleases(programme, stage, dates);
  await release(db, story, history, { festivalId: festival.id, releasedBy: people.anna.id });
  await fillSignups(db, story, programme, alliance, opensAt);
  await keepSeats(db, programme, alliance);
  await makeParty(
    db,
    { festivalId: festival.id, personIds: partyContent.map((key) => people[key].id) },
    { ids: story.ids, now: Temporal.Instant.from(daysAgo(dates, 6, "12:20")) },
  );
}

async function keepSeats(
  db: Database,
  programme: ProgrammeSession[],
  { organisations }: Alliance,
): Promise<void> {
  const { id: sessionId } = programme.find((session) => session.title === keptContent.workshop)!;
  const { seats } = keptContent;
  await db
    .insert(seatGuarantees)
    .values(Object.values(organisations).map((organisationId) => ({ sessionId, organisationId, seats })));
}

async function fillHosts(
  db: Database,
  story: Story,
  { organisations, people }: Alliance,
  festivalId: string,
) {
  const dates = demoDates(story.now);
  const partners = [
    { organisationId: organisations.lumen, decidedBy: people.bram.id },
    { organisationId: organisations.kade, decidedBy: people.ruben.id },
    { organisationId: organisations.polder, decidedBy: people.marieke.id },
  ];
  for (const [index, partner] of partners.entries()) {
    const invited = { invitedBy: people.anna.id, invitedAt: daysAgo(dates, 69) };
    const decidedAt = daysAgo(dates, 68 - index, "11:15");
    await makeHost(db, { ...partner, ...invited, festivalId, decidedAt }, story);
  }
}

async function setStage(db: Database, story: Story, alliance: Alliance, festivalId: string): Promise<Stage> {
  const rooms: Partial<Record<RoomKey, Place>> = {};
  let position = 0;
  for (const { organisation, rooms: content, accessibility, ...venue } of springVenues) {
    const organisationId = alliance.organisations[organisation];
    const { id: venueId } = await makeVenue(db, { ...venue, organisationId }, story);
    for (const { key, ...room } of content) {
      const { id } = await makeRoom(db, { ...room, accessibility, venueId, festivalId, position }, story);
      rooms[key] = { ...room, id };
      position += 1;
    }
  }
  const tracks: Partial<Record<TrackKey, { id: string; name: string }>> = {};
  for (const { key, ...track } of springTracks)
    tracks[key] = await makeTrack(db, { ...track, festivalId }, story);
  return {
    alliance,
    rooms: rooms as Stage["rooms"],
    tracks: tracks as Stage["tracks"],
    firstDay: demoDates(story.now).spring,
    ids: story.ids,
  };
}

/** The draft, what attendees see of it, and a snapshot for each release. */
async function release(
  db: Database,
  story: Story,
  history: SpringRelease[],
  { festivalId, releasedBy }: { festivalId: string; releasedBy: string },
): Promise<void> {
  const traces = tracesOf(history);
  const rows = traces.map(({ session: { trackName, roomName, ...session } }) => ({ ...session, festivalId }));
  await makeDraftSessions(
    db,
    rows.map((row, index) => ({
      ...row,
      startsLocal: localOf(instantOf(row.startsLocal, row.timeZone), homeZone),
      timeZone: row.timeZone === homeZone ? null : row.timeZone,
      cancelled: traces[index]!.cancelled,
      updatedAt: traces[index]!.updatedAt,
    })),
    story,
  );
  const sessions = await makeSessions(
    db,
    rows.map(({ speakers: _, ...row }, index) => {
      const { cancelled, sequence, createdAt, updatedAt } = traces[index]!;
      const status = cancelled ? ("cancelled" as const) : ("confirmed" as const);
      return { ...row, status, sequence, createdAt, updatedAt };
    }),
    story,
  );
  await makeAllSpeakers(
    db,
    sessions.map((session, index) => ({ session, speakers: rows[index]!.speakers })),
  );
  await db.insert(releases).values(
    history.map(({ number, note, releasedAt, sessions: programme }) => ({
      ...{ id: story.ids.uuid(), festivalId, number, note, releasedBy, releasedAt },
      snapshot: { sessions: programme },
    })),
  );
}

async function fillSignups(
  db: Database,
  story: Story,
  programme: ProgrammeSession[],
  alliance: Alliance,
  opensAt: string,
): Promise<void> {
  const seats = fillSeats(programme, alliance);
  await makeSignups(
    db,
    seats.map((seat, index) => {
      const createdAt = plus(opensAt, { minutes: 7 + index * 41 });
      return { ...seat, createdAt, updatedAt: createdAt };
    }),
    story,
  );
}
