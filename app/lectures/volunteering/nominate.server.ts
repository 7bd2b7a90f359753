import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { nominations, people } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { memberOf } from "../member-of.ts";
import type { Deps } from "../plan.server.ts";
import { changeRoster, type Roster } from "../roster.server.ts";
import { type NominationRefusal, refusalOf } from "./nomination.ts";

export type Nominate =
  | { ok: true; name: string }
  | { ok: false; reason: NominationRefusal | "several" | "too-many"; name: string };

/** So that nobody's wishes fill their colleagues' mail. */
const mostOpen = 5;

/**
 * Asks a colleague of a host, by a mail, whether they would like to be on the roster. `who` is their mail address or
 * their whole name.
 */
export async function nominate(
  db: Database,
  { seriesId, nominatedBy, who, message }: NewNomination,
  deps: Deps,
): Promise<Nominate> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const found = await findColleagues(tx, roster, who);
    const [person] = found;
    if (found.length > 1) return { ok: false, reason: "several", name: who };
    const refused = await refuse(tx, roster, { person, nominatedBy }, deps);
    if (refused || !person)
      return { ok: false, reason: refused ?? "not-a-colleague", name: person?.name ?? who };
    const id = deps.ids.uuid();
    const { now } = deps;
    const row = { id, seriesId, personId: person.id, nominatedBy, message, createdAt: now.toString() };
    await tx.insert(nominations).values({ ...row, status: "open" });
    await recordEvent(tx, { kind: "nomination.made", subject: id, now });
    return { ok: true, name: person.name };
  });
}

export interface NewNomination {
  seriesId: string;
  nominatedBy: string;
  who: string;
  message: string;
}

/** They have thought better of it; the link of the mail says so. */
export async function withdrawNomination(
  db: Database,
  { nominationId, nominatedBy }: { nominationId: string; nominatedBy: string },
  { now }: Pick<Deps, "now">,
): Promise<void> {
  const own = and(eq(nominations.id, nominationId), eq(nominations.nominatedBy, nominatedBy));
  await db
    .update(nominations)
    .set({ status: "withdrawn", answeredAt: now.toString() })
    .where(and(own, eq(nominations.status, "open")));
}

async function findColleagues(tx: Database, { series }: Roster, who: string) {
  const ids = series.hosts.map(({ id }) => id);
  const named = who.trim().toLowerCase();
  const is = named.includes("@") ? eq(people.email, named) : sql`lower(${people.name}) = ${named}`;
  return tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(inArray(people.organisationId, ids), is))
    .limit(2);
}

async function refuse(
  tx: Database,
  roster: Roster,
  { person, nominatedBy }: { person: { id: string } | undefined; nominatedBy: string },
  { now }: Deps,
): Promise<NominationRefusal | "too-many" | null> {
  const known = await tx.select().from(nominations).where(eq(nominations.seriesId, roster.series.id));
  const member = person && memberOf(roster, person.id);
  const refusal = refusalOf(
    {
      isSelf: person?.id === nominatedBy,
      isColleague: person !== undefined,
      isOn: member !== undefined && member.leftOn === null,
      earlier: known.filter(({ personId }) => personId === person?.id),
    },
    now,
  );
  const open = known.filter((one) => one.status === "open" && one.nominatedBy === nominatedBy);
  return refusal ?? (open.length >= mostOpen ? "too-many" : null);
}
