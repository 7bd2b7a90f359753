import { and, asc, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { festivalHosts, festivals, seatGuarantees, sessions, signups } from "#db/schema/index.ts";
import type { Platform } from "~/platform/context.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { fillSeats, fillSeatsInside } from "../fill-seats.server.ts";

/**
 * Gives the queues what is kept for nobody any more, once the published time has come; each session in a transaction
 * of its own. Running it again, or twice at once, gives nothing more. Returns how many seats were given.
 */
export async function releaseGuarantees(db: Database, { now }: { now: Instant }): Promise<number> {
  let given = 0;
  for (const sessionId of await listReleasable(db, now)) given += await fillSeats(db, [sessionId], { now });
  return given;
}

/** Sessions to come in which seats were kept until now, one is free and somebody waits. */
async function listReleasable(db: Database, now: Instant): Promise<string[]> {
  const at = now.toString();
  const rows = await db
    .selectDistinct({ id: sessions.id })
    .from(sessions)
    .innerJoin(seatGuarantees, eq(seatGuarantees.sessionId, sessions.id))
    .innerJoin(festivals, eq(festivals.id, sessions.festivalId))
    .where(
      and(
        lte(festivals.guaranteesEndAt, at),
        gt(sessions.startsAt, at),
        ne(sessions.status, "cancelled"),
        sql`${sessions.seatsTaken} < ${sessions.capacity}`,
        sql`exists (select 1 from ${signups} where ${signups.sessionId} = ${sessions.id}
          and ${signups.status} = 'waiting')`,
      ),
    )
    .orderBy(asc(sessions.id));
  return rows.map((row) => row.id);
}

const answerPayload = z.object({ organisationId: z.uuid(), answer: z.string() });

/** A host that leaves returns what was kept for its people; its people keep their seats. */
const returnGuarantees: EventHandler = async (tx, event, { now }) => {
  const { organisationId } = answerPayload.parse(event.payload);
  const festivalId = event.subject;
  const [host] = await tx
    .select({ status: festivalHosts.status })
    .from(festivalHosts)
    .where(and(eq(festivalHosts.festivalId, festivalId), eq(festivalHosts.organisationId, organisationId)));
  // Invited anew and accepted meanwhile: what is kept now was kept since.
  if (host?.status === "accepted") return;
  const ofFestival = tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.festivalId, festivalId));
  const returned = await tx
    .delete(seatGuarantees)
    .where(
      and(eq(seatGuarantees.organisationId, organisationId), inArray(seatGuarantees.sessionId, ofFestival)),
    )
    .returning({ sessionId: seatGuarantees.sessionId });
  if (returned.length === 0) return;
  await fillSeatsInside(
    tx,
    returned.map((one) => one.sessionId),
    now,
  );
};

export const guaranteeHandlers: Record<string, EventHandler> = {
  "festival.host-answered": returnGuarantees,
};

export const guaranteeJobs = [
  {
    name: "guarantees",
    cron: "* * * * *",
    run: async ({ db, now }: Platform) => {
      await releaseGuarantees(db, { now: now() });
    },
  },
];
