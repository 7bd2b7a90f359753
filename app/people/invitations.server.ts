import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisationDomains, people, personInvitations, type Role } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { domainOf } from "./email.ts";

export function listOpenInvitations(db: Database, organisationId: string) {
  return db
    .select({
      id: personInvitations.id,
      email: personInvitations.email,
      role: personInvitations.role,
      createdAt: personInvitations.createdAt,
    })
    .from(personInvitations)
    .where(and(eq(personInvitations.organisationId, organisationId), isNull(personInvitations.acceptedAt)))
    .orderBy(asc(personInvitations.createdAt), asc(personInvitations.email));
}

export type OpenInvitation = Awaited<ReturnType<typeof listOpenInvitations>>[number];

export interface NewInvitation {
  organisationId: string;
  /** A validated lower-case address. */
  email: string;
  role: Role;
  invitedBy: string;
}

export type InviteRefusal = "already-member" | "elsewhere" | "already-invited";
export type InviteAnswer = { ok: true } | { ok: false; reason: InviteRefusal };

/** Invites an address into an organisation; the mail leaves by a job. */
export async function invite(
  db: Database,
  invitation: NewInvitation,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<InviteAnswer> {
  const { email, organisationId } = invitation;
  return db.transaction(async (tx) => {
    const refused = (await findInviteRefusals(tx, [email], organisationId)).get(email);
    if (refused) return { ok: false, reason: refused } as const;
    const [row] = await tx
      .insert(personInvitations)
      .values({ id: ids.uuid(), createdAt: now.toString(), ...invitation })
      .onConflictDoNothing()
      .returning({ id: personInvitations.id });
    if (!row) return { ok: false, reason: "already-invited" } as const;
    await recordEvent(tx, { kind: "person.invited", subject: row.id, now });
    return { ok: true } as const;
  });
}

/** Who of these cannot be invited, and why; in three queries however many there are. */
export async function findInviteRefusals(
  db: Database,
  emails: string[],
  organisationId: string,
): Promise<Map<string, InviteRefusal>> {
  const refusals = new Map<string, InviteRefusal>();
  if (emails.length === 0) return refusals;
  const open = await db
    .select({ email: personInvitations.email })
    .from(personInvitations)
    .where(
      and(
        inArray(personInvitations.email, emails),
        eq(personInvitations.organisationId, organisationId),
        isNull(personInvitations.acceptedAt),
      ),
    );
  for (const { email } of open) refusals.set(email, "already-invited");
  const domains = await db
    .select()
    .from(organisationDomains)
    .where(inArray(organisationDomains.domain, [...new Set(emails.map(domainOf))]));
  const owners = new Map(domains.map((row) => [row.domain, row.organisationId]));
  const found = await db
    .select({ email: people.email, organisationId: people.organisationId })
    .from(people)
    .where(inArray(people.email, emails));
  const homes = new Map(found.map((row) => [row.email, row.organisationId]));
  for (const email of emails) {
    const refusal = refusalOf(homes.get(email), owners.get(domainOf(email)), organisationId);
    if (refusal) refusals.set(email, refusal);
  }
  return refusals;
}

/** Nobody is invited out of the organisation they are in, or away from the one that owns their mail domain. */
function refusalOf(
  home: string | null | undefined,
  owner: string | undefined,
  organisationId: string,
): InviteRefusal | null {
  if (home) return home === organisationId ? "already-member" : "elsewhere";
  return owner && owner !== organisationId ? "elsewhere" : null;
}

export async function withdrawInvitation(db: Database, organisationId: string, id: string): Promise<void> {
  await db
    .delete(personInvitations)
    .where(
      and(
        eq(personInvitations.id, id),
        eq(personInvitations.organisationId, organisationId),
        isNull(personInvitations.acceptedAt),
      ),
    );
}
