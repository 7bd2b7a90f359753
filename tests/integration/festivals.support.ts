import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { events, festivalHosts, sessions } from "#db/schema/index.ts";
import { at, testIds } from "#tests/support/ids.ts";
import type { DraftFields } from "~/festivals/draft-form.ts";
import { saveDraft } from "~/festivals/edit-drafts.server.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
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
  level: "all" as const,
  equipment: "",
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

/** An alliance of two hosts, and what the lead does to its programme. */
export async function makeProgramme(db: Database) {
  const alliance = await makeAlliance(db);
  const { waterland, lumen, festival, deps } = alliance;
  const lumenHosts = {
    organisationId: lumen.organisation.id,
    status: "accepted" as const,
    invitedAt: now.toString(),
  };
  await db.insert(festivalHosts).values({ ...lumenHosts, festivalId: (await festival()).id });
  const lead = waterland.organiser;
  const save = async (given: Partial<DraftFields> & { id?: string } = {}, viewer = lead) =>
    saveDraft(
      db,
      viewer,
      await festival(),
      { organisationId: waterland.organisation.id, ...draftFields, ...given },
      deps,
    );
  const add = async (given: Partial<DraftFields> = {}) => {
    const saved = await save(given);
    if (!saved.ok) throw new Error(saved.reason);
    return saved.id;
  };
  const release = async (viewer = lead, despiteWarnings = false) =>
    releaseProgramme(db, viewer, await festival(), { note: "", despiteWarnings }, deps);
  const session = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];
  const changed = async () =>
    (await db.select().from(events).where(eq(events.kind, "session.changed")).orderBy(asc(events.id))).map(
      ({ subject, payload }) => [subject, payload.changed],
    );
  return { ...alliance, lead, save, add, release, session, changed };
}
