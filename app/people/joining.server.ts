import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisationDomains, people, personInvitations, type Role } from "#db/schema/index.ts";
import type { Reader } from "~/platform/http/reader.server.ts";
import type { Instant } from "~/platform/time.ts";
import { domainOf, nameFromEmail } from "./email.ts";

export interface Home {
  organisationId: string;
  role: Role;
}

/**
 * The organisation an address belongs to: the one that owns its mail domain, else the one that invited it
 * first. An invitation gives the role; nobody can invite away what another organisation's domain holds.
 */
export async function findHome(db: Database, email: string): Promise<Home | null> {
  const [owner] = await db
    .select({ organisationId: organisationDomains.organisationId })
    .from(organisationDomains)
    .where(eq(organisationDomains.domain, domainOf(email)));
  const invitations = await db
    .select({ organisationId: personInvitations.organisationId, role: personInvitations.role })
    .from(personInvitations)
    .where(and(eq(personInvitations.email, email), isNull(personInvitations.acceptedAt)))
    .orderBy(asc(personInvitations.createdAt), asc(personInvitations.id));
  if (!owner) return invitations[0] ?? null;
  const invited = invitations.find((one) => one.organisationId === owner.organisationId);
  return invited ?? { organisationId: owner.organisationId, role: "member" };
}

/** Whether a code is sent to an address: it is a person's already, or has a home waiting. */
export async function mayJoin(db: Database, email: string): Promise<boolean> {
  const [[known], home] = [
    await db.select({ id: people.id }).from(people).where(eq(people.email, email)),
    await findHome(db, email),
  ];
  return Boolean(known) || home !== null;
}

/** After a right code: fills in what a new person lacks, and the home that an old one still misses. */
export async function welcome(db: Database, email: string, reader: Reader, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.email, email)).for("update");
    if (!person) throw new Error("signed in without a person");
    const home = person.organisationId ? null : await findHome(tx, email);
    const organisationId = person.organisationId ?? home?.organisationId ?? null;
    await tx
      .update(people)
      .set({
        name: person.name || nameFromEmail(email),
        language: person.language ?? reader.locale,
        timeZone: person.timeZone ?? reader.timeZone,
        organisationId,
        role: home?.role ?? person.role,
        updatedAt: new Date(now.epochMilliseconds),
      })
      .where(eq(people.id, person.id));
    if (organisationId) await closeInvitations(tx, email, organisationId, now);
  });
}

async function closeInvitations(tx: Database, email: string, organisationId: string, now: Instant) {
  await tx
    .update(personInvitations)
    .set({ acceptedAt: now.toString() })
    .where(
      and(
        eq(personInvitations.email, email),
        eq(personInvitations.organisationId, organisationId),
        isNull(personInvitations.acceptedAt),
      ),
    );
}
