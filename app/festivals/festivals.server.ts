import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { festivalHosts, festivals, organisationLogos, organisations, people } from "#db/schema/index.ts";
import { isOrganiser, type Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";
import { maySeeFestival } from "./access.ts";
import { type Festival, type FestivalHost, isOver } from "./festival.ts";

/** The festival with all its hosts, whoever asks: what may be seen of it is `access.ts`'s to say. */
export async function findFestival(db: Database, slug: string): Promise<Festival | null> {
  const rows = await db.select().from(festivals).where(eq(festivals.slug, slug));
  return (await withHosts(db, rows))[0] ?? null;
}

export async function findFestivalById(db: Database, id: string): Promise<Festival | null> {
  const rows = await db.select().from(festivals).where(eq(festivals.id, id));
  return (await withHosts(db, rows))[0] ?? null;
}

/** What this viewer may see: those to come and going on first, the nearest on top; then the past, latest first. */
export async function listFestivals(
  db: Database,
  viewer: Standing | null,
  now: Instant,
): Promise<Festival[]> {
  const rows = await db.select().from(festivals).orderBy(asc(festivals.startsOn), asc(festivals.name));
  const visible = (await withHosts(db, rows)).filter((festival) => maySeeFestival(viewer, festival));
  const past = visible.filter((festival) => isOver(festival, now));
  return [...visible.filter((festival) => !isOver(festival, now)), ...past.reverse()];
}

/** The festival that is on or comes next, for the home page. */
export async function nextFestival(
  db: Database,
  viewer: Standing | null,
  now: Instant,
): Promise<Festival | null> {
  const visible = await listFestivals(db, viewer, now);
  return (
    visible.find(
      (festival) =>
        !isOver(festival, now) &&
        festival.archivedAt === null &&
        (festival.status === "calling" || festival.status === "released"),
    ) ?? null
  );
}

/** Invitations to host that this viewer's organisation has not answered yet. */
export async function listHostInvitations(db: Database, viewer: Standing): Promise<Festival[]> {
  if (!isOrganiser(viewer) || !viewer.organisationId) return [];
  const rows = await db
    .select({ festival: festivals })
    .from(festivals)
    .innerJoin(festivalHosts, eq(festivalHosts.festivalId, festivals.id))
    .where(and(eq(festivalHosts.organisationId, viewer.organisationId), eq(festivalHosts.status, "invited")))
    .orderBy(asc(festivals.startsOn));
  return withHosts(
    db,
    rows.map((row) => row.festival),
  );
}

async function withHosts(db: Database, rows: (typeof festivals.$inferSelect)[]): Promise<Festival[]> {
  if (rows.length === 0) return [];
  const inviter = alias(people, "inviter");
  const decider = alias(people, "decider");
  const offerer = alias(people, "offerer");
  const leads = sql<boolean>`${festivalHosts.organisationId} = ${festivals.leadOrganisationId}`;
  const hosts = await db
    .select({
      festivalId: festivalHosts.festivalId,
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      colour: organisations.colour,
      logo: organisationLogos.organisationId,
      status: festivalHosts.status,
      leads,
      message: festivalHosts.message,
      invitedBy: inviter.name,
      invitedAt: festivalHosts.invitedAt,
      decidedBy: decider.name,
      decidedAt: festivalHosts.decidedAt,
      reason: festivalHosts.reason,
      leadOfferedBy: offerer.name,
      leadOfferedAt: festivalHosts.leadOfferedAt,
    })
    .from(festivalHosts)
    .innerJoin(festivals, eq(festivals.id, festivalHosts.festivalId))
    .innerJoin(organisations, eq(organisations.id, festivalHosts.organisationId))
    .leftJoin(organisationLogos, eq(organisationLogos.organisationId, organisations.id))
    .leftJoin(inviter, eq(inviter.id, festivalHosts.invitedBy))
    .leftJoin(decider, eq(decider.id, festivalHosts.decidedBy))
    .leftJoin(offerer, eq(offerer.id, festivalHosts.leadOfferedBy))
    .where(
      inArray(
        festivalHosts.festivalId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(desc(leads), asc(organisations.name));
  return rows.map(({ createdBy, ...festival }) => ({
    ...festival,
    hosts: hosts
      .filter((host) => host.festivalId === festival.id)
      .map(
        ({ festivalId, id, slug, name, colour, logo, ...host }): FestivalHost => ({
          organisation: { id, slug, name, colour, hasLogo: logo !== null },
          ...host,
        }),
      ),
  }));
}
