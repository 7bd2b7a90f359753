import { and, asc, count, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, type Role } from "#db/schema/index.ts";

export interface Member {
  personId: string;
  name: string;
  email: string;
  role: Role;
}

export function listMembers(db: Database, organisationId: string): Promise<Member[]> {
  return db
    .select({ personId: people.id, name: people.name, email: people.email, role: people.role })
    .from(people)
    .where(eq(people.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id));
}

export type ChangeRoleAnswer =
  | { ok: true; name: string }
  | { ok: false; reason: "last-admin"; name: string }
  | { ok: false; reason: "not-found" };

/**
 * Gives a member another role. An organisation always keeps an admin: changes of one organisation wait for
 * each other at its row, so that two admins cannot demote one another at the same moment.
 */
export async function changeRole(
  db: Database,
  { organisationId, personId, role }: { organisationId: string; personId: string; role: Role },
): Promise<ChangeRoleAnswer> {
  return db.transaction(async (tx) => {
    await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for("update");
    const [member] = await tx
      .select({ name: people.name, role: people.role })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.organisationId, organisationId)));
    if (!member) return { ok: false, reason: "not-found" } as const;
    const losesAdmin = member.role === "admin" && role !== "admin";
    if (losesAdmin && (await countAdmins(tx, organisationId)) === 1) {
      return { ok: false, reason: "last-admin", name: member.name } as const;
    }
    await tx.update(people).set({ role }).where(eq(people.id, personId));
    return { ok: true, name: member.name } as const;
  });
}

async function countAdmins(tx: Database, organisationId: string): Promise<number> {
  const [row] = await tx
    .select({ admins: count() })
    .from(people)
    .where(and(eq(people.organisationId, organisationId), eq(people.role, "admin")));
  return row?.admins ?? 0;
}
