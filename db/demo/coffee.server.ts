import type { Database } from "#db/connect.ts";
import { rosterAbsences, seriesHosts, seriesPauses } from "#db/schema/index.ts";
import type { Rhythm } from "~/lectures/dates.ts";
import type { Temporal } from "~/platform/time.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { daysAgo, demoDates, homeZone, pausesAround } from "./dates.ts";
import { makeMembers, makeSeries } from "./factories/lectures.ts";
import { type CastMember, castRoster, type Place, rosterPlaces } from "./roster.ts";
import { fillTurns } from "./turns.server.ts";
import { fillVolunteering } from "./volunteering.server.ts";
import { declinesInARow, type LivedTurn, liveThrough } from "./year.ts";

const thursday = 4;

/** The weekly lecture: a year of it, and the turns that are agreed, offered and open. */
export async function fillCoffee(db: Database, story: Story, alliance: Alliance): Promise<void> {
  const { today } = demoDates(story.now);
  const firstWeek = today.subtract({ weeks: 52 });
  const startsOn = firstWeek.add({ days: (thursday - firstWeek.dayOfWeek + 7) % 7 });
  const series = await fillSeries(db, story, alliance, startsOn);
  const pauses = await fillPauses(db, story, series.id, startsOn);
  const places = rosterPlaces(series.startsOn, today, story.ids);
  const lived = liveThrough({
    roster: { mode: series.rosterMode, seed: series.seed, members: places },
    rhythm: { ...series, pauses },
    now: story.now,
    nextId: story.ids.uuid,
  });
  const asked = lived.find((turn) => turn.status === "offered")?.memberId ?? null;
  const members = castRoster(places, asked, alliance);
  await fillMembers(db, story, { seriesId: series.id, places, members, lived });
  await fillTurns(db, story, alliance, { series, members, lived });
  await fillVolunteering(db, story, alliance, series.id);
}

async function fillSeries(db: Database, story: Story, alliance: Alliance, startsOn: Temporal.PlainDate) {
  const { organisations, people } = alliance;
  const series = await makeSeries(
    db,
    {
      slug: "coffee-machine",
      name: "At the coffee machine",
      description:
        "Every Thursday at half past ten a colleague tells something in ten minutes, standing up, with nothing in their hands but coffee. Elke donderdag, tien minuten, zonder scherm.",
      language: "nl",
      weekday: thursday,
      localTime: "10:30",
      timeZone: homeZone,
      place: "By the coffee machine, second floor of De Sluis",
      houseRules: "No technical devices\nNo sitting\nTen minutes, then back to work",
      seed: "koffie",
      startsOn: startsOn.toString(),
      leadOrganisationId: organisations.waterland,
      createdBy: people.anna.id,
      createdAt: daysAgo(demoDates(story.now), 400),
    },
    story,
  );
  const partners = [organisations.lumen, organisations.kade, organisations.polder];
  await db
    .insert(seriesHosts)
    .values(partners.map((organisationId) => ({ seriesId: series.id, organisationId })));
  return series;
}

async function fillPauses(
  db: Database,
  { ids, now }: Story,
  seriesId: string,
  startsOn: Temporal.PlainDate,
): Promise<Rhythm["pauses"]> {
  const { today } = demoDates(now);
  const from = startsOn.toString();
  const to = today.add({ weeks: 12 }).toString();
  const pauses = pausesAround(today).filter((pause) => pause.endsOn >= from && pause.startsOn <= to);
  await db.insert(seriesPauses).values(pauses.map((pause) => ({ ...pause, id: ids.uuid(), seriesId })));
  return pauses;
}

interface Roster {
  seriesId: string;
  places: Place[];
  members: CastMember[];
  lived: LivedTurn[];
}

async function fillMembers(
  db: Database,
  story: Story,
  { seriesId, places, members, lived }: Roster,
): Promise<void> {
  await makeMembers(
    db,
    places.map(({ id, joinedOn, leftOn }, index) => ({
      ...{ id, seriesId, joinedOn, leftOn },
      personId: members[index]!.personId,
      declinesInARow: declinesInARow(lived, id),
    })),
    story,
  );
  const absences = places.flatMap(({ id: memberId, absences: list }) =>
    list.map((absence) => ({ ...absence, id: story.ids.uuid(), memberId })),
  );
  await db.insert(rosterAbsences).values(absences);
}
