import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers, series, seriesHosts, turns } from "#db/schema/index.ts";
import { type Given, type Making, nextNumber, single, withDefaults } from "../making.ts";
import { makeSession } from "./sessions.ts";

export type NewSeries = typeof series.$inferInsert;
export type NewMember = typeof rosterMembers.$inferInsert;
export type NewTurn = typeof turns.$inferInsert;

/** A public series on Thursdays at half past ten, hosted by the organisation that leads it. */
export async function makeSeries(
  db: Database,
  given: Given<NewSeries, "leadOrganisationId">,
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const number = nextNumber();
  const row = single(
    await db
      .insert(series)
      .values({
        id: ids.uuid(),
        slug: `series-${number}`,
        name: `Series ${number}`,
        visibility: "public",
        language: "en",
        weekday: 4,
        localTime: "10:30",
        timeZone: "Europe/Amsterdam",
        place: "By the coffee machine",
        houseRules: "No devices\nNo sitting",
        seed: `seed-${number}`,
        startsOn: "2026-11-26",
        createdAt: now,
        ...given,
      })
      .returning(),
  );
  await db.insert(seriesHosts).values({ seriesId: row.id, organisationId: row.leadOrganisationId });
  return row;
}

/** Roster members who joined on the day the factory's series starts. */
export async function makeMembers(
  db: Database,
  given: Given<NewMember, "seriesId" | "personId">[],
  making: Partial<Making> = {},
) {
  const { ids } = withDefaults(making);
  return db
    .insert(rosterMembers)
    .values(given.map((one) => ({ id: ids.uuid(), joinedOn: "2026-11-26", ...one })))
    .returning();
}

export async function makeMember(
  db: Database,
  given: Given<NewMember, "seriesId" | "personId">,
  making: Partial<Making> = {},
) {
  return single(await makeMembers(db, [given], making));
}

/** One week's open slot and, unless a session is given, the lecture that attendees see. */
export async function makeTurn(
  db: Database,
  given: Given<NewTurn, "seriesId">,
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const heldOn = given.heldOn ?? "2026-11-26";
  const sessionId = given.sessionId ?? (await makeLecture(db, { ...given, heldOn }, making)).id;
  return single(
    await db
      .insert(turns)
      .values({
        id: ids.uuid(),
        status: "open",
        plannedOn: heldOn,
        updatedAt: now,
        ...given,
        heldOn,
        sessionId,
      })
      .returning(),
  );
}

async function makeLecture(
  db: Database,
  { seriesId, heldOn, topic }: { seriesId: string; heldOn: string; topic?: string | undefined },
  making: Partial<Making>,
) {
  const owner = single(await db.select().from(series).where(eq(series.id, seriesId)));
  return makeSession(
    db,
    {
      seriesId,
      organisationId: owner.leadOrganisationId,
      kind: "lecture",
      title: topic || owner.name,
      language: owner.language,
      place: owner.place,
      startsLocal: `${heldOn}T${owner.localTime}`,
      timeZone: owner.timeZone,
      durationMinutes: owner.durationMinutes,
      capacity: null,
    },
    making,
  );
}
