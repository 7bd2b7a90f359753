import type { Database } from "#db/connect.ts";
import {
  draftSessions,
  festivalHosts,
  festivalRooms,
  festivals,
  rooms,
  tracks,
  venues,
} from "#db/schema/index.ts";
import { type Given, type Making, nextNumber, single, withDefaults } from "../making.ts";

export type NewFestival = typeof festivals.$inferInsert;
export type NewHost = typeof festivalHosts.$inferInsert;
export type NewVenue = typeof venues.$inferInsert;
export type NewRoom = typeof rooms.$inferInsert;
export type NewTrack = typeof tracks.$inferInsert;
export type NewDraftSession = typeof draftSessions.$inferInsert;

/** A released, public festival of two days with sign-up open, hosted by the organisation that leads it. */
export async function makeFestival(
  db: Database,
  given: Given<NewFestival, "leadOrganisationId">,
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const number = nextNumber();
  const row = single(
    await db
      .insert(festivals)
      .values({
        id: ids.uuid(),
        slug: `festival-${number}`,
        name: `Festival ${number}`,
        outcome: "We know whom to ask.",
        startsOn: "2027-01-11",
        endsOn: "2027-01-12",
        timeZone: "Europe/Amsterdam",
        language: "en",
        visibility: "public",
        signupOpensAt: now,
        status: "released",
        createdAt: now,
        updatedAt: now,
        ...given,
      })
      .returning(),
  );
  const leading = { invitedAt: row.createdAt, decidedAt: row.createdAt };
  await makeHost(db, { festivalId: row.id, organisationId: row.leadOrganisationId, ...leading }, making);
  return row;
}

/** A host that has accepted. */
export async function makeHost(
  db: Database,
  given: Given<NewHost, "festivalId" | "organisationId">,
  making: Partial<Making> = {},
) {
  const { now } = withDefaults(making);
  const decided = given.status === "invited" ? {} : { decidedAt: now };
  return single(
    await db
      .insert(festivalHosts)
      .values({ status: "accepted", invitedAt: now, ...decided, ...given })
      .returning(),
  );
}

export async function makeVenue(
  db: Database,
  given: Given<NewVenue, "organisationId">,
  making: Partial<Making> = {},
) {
  const { ids } = withDefaults(making);
  return single(
    await db
      .insert(venues)
      .values({ id: ids.uuid(), name: `Building ${nextNumber()}`, ...given })
      .returning(),
  );
}

/** A room for twenty; with `festivalId` it also takes its place in that festival's grid. */
export async function makeRoom(
  db: Database,
  { festivalId, ...given }: Given<NewRoom, "venueId"> & { festivalId?: string },
  making: Partial<Making> = {},
) {
  const { ids } = withDefaults(making);
  const row = single(
    await db
      .insert(rooms)
      .values({ id: ids.uuid(), name: `Room ${nextNumber()}`, capacity: 20, ...given })
      .returning(),
  );
  if (festivalId) {
    await db.insert(festivalRooms).values({ festivalId, roomId: row.id, position: row.position });
  }
  return row;
}

export async function makeTrack(
  db: Database,
  given: Given<NewTrack, "festivalId">,
  making: Partial<Making> = {},
) {
  const { ids } = withDefaults(making);
  return single(
    await db
      .insert(tracks)
      .values({ id: ids.uuid(), name: `Track ${nextNumber()}`, colour: "#3f6b5c", ...given })
      .returning(),
  );
}

/** Workshops of an hour in the programme being worked on. */
export async function makeDraftSessions(
  db: Database,
  given: Given<NewDraftSession, "festivalId" | "organisationId">[],
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  return db
    .insert(draftSessions)
    .values(
      given.map((one) => ({
        id: ids.uuid(),
        kind: "workshop" as const,
        title: `Workshop ${nextNumber()}`,
        language: "en",
        startsLocal: "2027-01-11T10:00",
        durationMinutes: 60,
        updatedAt: now,
        ...one,
      })),
    )
    .returning();
}

export async function makeDraftSession(
  db: Database,
  given: Given<NewDraftSession, "festivalId" | "organisationId">,
  making: Partial<Making> = {},
) {
  return single(await makeDraftSessions(db, [given], making));
}
