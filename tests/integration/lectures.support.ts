import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { rosterMembers, sessions, turns } from "#db/schema/index.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { createSeries, type NewSeries } from "~/lectures/create-series.server.ts";
import { joinRoster } from "~/lectures/members.server.ts";
import type { Deps } from "~/lectures/plan.server.ts";
import type { Instant } from "~/platform/time.ts";

/** Two and a half weeks before the first lecture: the first two are offered, the others planned. */
export const monday = at("2026-11-09T09:00:00Z");
const ids = testIds();

export function depsAt(now: Instant): Deps {
  return { now, ids };
}

/** A public series on Thursdays, led by Waterland, with these members asked and planned. */
export async function startRoster(db: Database, names: readonly string[], changes: Partial<NewSeries> = {}) {
  const organisation = await makeOrganisation(db, { slug: "waterland", name: "Waterland" });
  const created = await createSeries(
    db,
    {
      name: "Coffee machine",
      description: "",
      weekday: 4,
      localTime: "10:30",
      timeZone: "Europe/Amsterdam",
      place: "Coffee corner",
      durationMinutes: 10,
      houseRules: "No devices\nNo sitting",
      language: "en",
      visibility: "public",
      rosterMode: "per-head",
      startsOn: "2026-11-23",
      leadOrganisationId: organisation.id,
      partners: [],
      createdBy: null,
      ...changes,
    },
    depsAt(monday),
  );
  if (!created.ok) throw new Error(created.reason);
  const people: Record<string, string> = {};
  for (const name of names) {
    const person = await makePerson(db, { name, organisationId: organisation.id });
    people[name] = person.id;
    await joinRoster(db, { seriesId: created.id, personId: person.id }, depsAt(monday));
  }
  return { seriesId: created.id, organisationId: organisation.id, people };
}

/** The weeks of a series as planned, with the lecture that attendees see. */
export async function weeksOf(db: Database, seriesId: string) {
  return db
    .select({
      id: turns.id,
      date: turns.heldOn,
      status: turns.status,
      personId: rosterMembers.personId,
      explanation: turns.explanation,
      sessionId: turns.sessionId,
      topic: turns.topic,
      present: turns.present,
      title: sessions.title,
      session: sessions.status,
      startsLocal: sessions.startsLocal,
      place: sessions.place,
    })
    .from(turns)
    .innerJoin(sessions, eq(sessions.id, turns.sessionId))
    .leftJoin(rosterMembers, eq(rosterMembers.id, turns.memberId))
    .where(eq(turns.seriesId, seriesId))
    .orderBy(asc(turns.heldOn));
}
