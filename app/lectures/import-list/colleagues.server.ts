import { asc, eq, inArray, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, rosterMembers } from "#db/schema/index.ts";
import type { Series } from "../series.ts";
import type { Colleague } from "./speakers.ts";

/** The people of the hosts, and whoever is or was on the roster, by name. */
export async function listColleagues(
  db: Database,
  series: Pick<Series, "id" | "hosts">,
): Promise<Colleague[]> {
  const onRoster = db
    .select({ personId: rosterMembers.personId })
    .from(rosterMembers)
    .where(eq(rosterMembers.seriesId, series.id));
  const members = new Set((await onRoster).map(({ personId }) => personId));
  const hosts = series.hosts.map(({ id }) => id);
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      organisation: { id: organisations.id, name: organisations.name, slug: organisations.slug },
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(or(inArray(people.organisationId, hosts), inArray(people.id, onRoster)))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map((row) => ({ ...row, isMember: members.has(row.personId) }));
}
