import { and, asc, eq, isNull } from "drizzle-orm";
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
    const refused = await findRefusal(tx, email, organisationId);
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

/** Nobody is invited out of the organisation they are in, or away from the one that owns their mail domain. */
async function findRefusal(
  tx: Database,
  email: string,
  organisationId: string,
): Promise<InviteRefusal | null> {
  const [person] = await tx
    .select({ organisationId: people.organisationId })
    .from(people)
    .where(eq(people.email, email));
  if (person?.organisationId)
    return person.organisationId === organisationId ? "already-member" : "elsewhere";
  const [owner] = await tx
    .select({ organisationId: organisationDomains.organisationId })
    .from(organisationDomains)
    .where(eq(organisationDomains.domain, domainOf(email)));
  return owner && owner.organisationId !== organisationId ? "elsewhere" : null;
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
