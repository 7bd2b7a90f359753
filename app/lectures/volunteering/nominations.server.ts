import { and, asc, desc, eq, gt, inArray, notInArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { nominations, people, rosterMembers, series } from "#db/schema/index.ts";
import type { NominationStatus } from "#db/schema/lectures.ts";
import { findLink } from "~/platform/mailed-links.server.ts";
import { type Instant, plus } from "~/platform/time.ts";

export const nominationPurpose = "nomination";

export interface Nomination {
  id: string;
  status: NominationStatus;
  message: string;
  person: string;
  nominator: string;
  /** Whoever is asked. */
  personId: string;
  series: { id: string; slug: string; name: string };
}

const nominators = alias(people, "nominators");

function select(db: Database) {
  return db
    .select({
      id: nominations.id,
      status: nominations.status,
      message: nominations.message,
      personId: nominations.personId,
      person: people.name,
      nominator: nominators.name,
      series: { id: series.id, slug: series.slug, name: series.name },
    })
    .from(nominations)
    .innerJoin(people, eq(people.id, nominations.personId))
    .innerJoin(nominators, eq(nominators.id, nominations.nominatedBy))
    .innerJoin(series, eq(series.id, nominations.seriesId));
}

/** What the secret of a mail opens, whatever has become of it. */
export async function findNominationByLink(db: Database, token: string): Promise<Nomination | null> {
  const link = await findLink(db, nominationPurpose, token);
  if (!link) return null;
  const [found] = await select(db).where(eq(nominations.id, link.subject));
  return found?.personId === link.personId ? found : null;
}

interface Mine {
  seriesId: string;
  personId: string;
}

/** The question that waits for this person's own answer; there is at most one. */
export async function findMyNomination(
  db: Database,
  { seriesId, personId }: Mine,
): Promise<Nomination | null> {
  const asked = and(eq(nominations.seriesId, seriesId), eq(nominations.personId, personId));
  const [found] = await select(db).where(and(asked, eq(nominations.status, "open")));
  return found ?? null;
}

/** How long an answer stays on the page of who asked. */
const shownFor = { hours: 30 * 24 };

/** Those this person asked: open ones, and what was answered within the last thirty days. */
export async function listMade(
  db: Database,
  { seriesId, personId }: Mine,
  now: Instant,
): Promise<Nomination[]> {
  const since = plus(now, { hours: -shownFor.hours });
  const shown = or(
    eq(nominations.status, "open"),
    and(inArray(nominations.status, ["accepted", "declined"]), gt(nominations.answeredAt, since)),
  );
  return select(db)
    .where(and(eq(nominations.seriesId, seriesId), eq(nominations.nominatedBy, personId), shown))
    .orderBy(desc(nominations.createdAt), asc(nominations.id));
}

const mostSuggested = 200;

/** Names of one's own colleagues who are not on the roster, to be picked from while typing. */
export async function suggestColleagues(
  db: Database,
  { seriesId, organisationId }: { seriesId: string; organisationId: string },
): Promise<string[]> {
  const on = db
    .select({ id: rosterMembers.personId })
    .from(rosterMembers)
    .where(eq(rosterMembers.seriesId, seriesId));
  const rows = await db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), notInArray(people.id, on)))
    .orderBy(asc(people.name))
    .limit(mostSuggested);
  return rows.map(({ name }) => name);
}
