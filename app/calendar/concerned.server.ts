import { and, eq, gt, inArray, isNotNull, notInArray } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import {
  festivalHosts,
  invites,
  people,
  proposalSpeakers,
  proposals,
  sessionSpeakers,
  sessions,
  signups,
} from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";

const holding = ["confirmed", "offered", "waiting"] as const;
const told = ["REQUEST", "WAITING"] as const;

/** Who gives, attends or waits for a session, and who was told that they do. */
export async function listConcerned(tx: Database, sessionId: string): Promise<string[]> {
  const rows = await union(
    tx
      .select({ personId: sessionSpeakers.personId })
      .from(sessionSpeakers)
      .where(and(eq(sessionSpeakers.sessionId, sessionId), isNotNull(sessionSpeakers.personId))),
    tx
      .select({ personId: signups.personId })
      .from(signups)
      .where(and(eq(signups.sessionId, sessionId), inArray(signups.status, holding))),
    tx
      .select({ personId: invites.personId })
      .from(invites)
      .where(and(eq(invites.sessionId, sessionId), inArray(invites.lastMethod, told))),
  );
  return rows.flatMap(({ personId }) => personId ?? []).sort();
}

/** The sessions still to end that a person gives, attends or waits for, or was told that they do. */
export async function listSessionsOf(tx: Database, personId: string, now: Instant): Promise<string[]> {
  const rows = await union(
    tx
      .select({ id: sessionSpeakers.sessionId })
      .from(sessionSpeakers)
      .where(eq(sessionSpeakers.personId, personId)),
    tx
      .select({ id: signups.sessionId })
      .from(signups)
      .where(and(eq(signups.personId, personId), inArray(signups.status, holding))),
    tx
      .select({ id: invites.sessionId })
      .from(invites)
      .where(and(eq(invites.personId, personId), inArray(invites.lastMethod, told))),
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const toCome = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, ids), gt(sessions.endsAt, now.toString())));
  return toCome.map(({ id }) => id).sort();
}

/** Everybody whom it concerns when a whole festival is called off or put off: each once. */
export async function listFestivalConcerned(tx: Database, festivalId: string): Promise<string[]> {
  const inFestival = tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.festivalId, festivalId));
  const hosts = tx
    .select({ id: festivalHosts.organisationId })
    .from(festivalHosts)
    .where(
      and(eq(festivalHosts.festivalId, festivalId), inArray(festivalHosts.status, ["accepted", "invited"])),
    );
  const standing = and(
    eq(proposals.festivalId, festivalId),
    notInArray(proposals.status, ["declined", "withdrawn"]),
  );
  const rows = await union(
    tx
      .select({ personId: sessionSpeakers.personId })
      .from(sessionSpeakers)
      .where(and(inArray(sessionSpeakers.sessionId, inFestival), isNotNull(sessionSpeakers.personId))),
    tx
      .select({ personId: signups.personId })
      .from(signups)
      .where(and(inArray(signups.sessionId, inFestival), inArray(signups.status, holding))),
    tx
      .select({ personId: invites.personId })
      .from(invites)
      .where(and(inArray(invites.sessionId, inFestival), inArray(invites.lastMethod, told))),
    tx
      .select({ personId: people.id })
      .from(people)
      .where(and(inArray(people.organisationId, hosts), inArray(people.role, ["organiser", "admin"]))),
    tx.select({ personId: proposals.proposedBy }).from(proposals).where(standing),
    tx
      .select({ personId: proposalSpeakers.personId })
      .from(proposalSpeakers)
      .innerJoin(proposals, eq(proposals.id, proposalSpeakers.proposalId))
      .where(and(standing, isNotNull(proposalSpeakers.personId))),
  );
  return rows.flatMap(({ personId }) => personId ?? []).sort();
}
