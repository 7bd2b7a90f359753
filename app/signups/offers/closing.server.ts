import { and, asc, eq, gt, isNull, lte, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { festivals, sessions, signups } from "#db/schema/index.ts";
import type { Platform } from "~/platform/context.ts";
import { type EventHandler, recordEvents } from "~/platform/events.server.ts";
import { uuidOf } from "~/platform/ids.ts";
import { type Instant, plus } from "~/platform/time.ts";
import { sessionPath } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { signupStates } from "../states.server.ts";
import { closedLetter } from "./offer-mails.ts";
import { findSeatReader, sendSeatMail } from "./send-seat-mail.server.ts";

/** What closed longer ago, as on a server that was off, is no news. */
const newsForHours = 24;

/**
 * Writes down, once for each closing of sign-up, whom it concerns: those who still wait. Several workers may do so at
 * once.
 */
export async function noteClosings({ db, now: clock }: Pick<Platform, "db" | "now">): Promise<void> {
  const now = clock();
  await db.transaction(async (tx) => {
    const closed = await tx
      .update(festivals)
      .set({ closingToldOf: sql`${festivals.signupClosesAt}` })
      .where(
        and(
          eq(festivals.status, "released"),
          isNull(festivals.postponedAt),
          lte(festivals.signupClosesAt, now.toString()),
          gt(festivals.signupClosesAt, plus(now, { hours: -newsForHours })),
          sql`${festivals.closingToldOf} is distinct from ${festivals.signupClosesAt}`,
        ),
      )
      .returning({ id: festivals.id, closesAt: festivals.signupClosesAt });
    for (const { id, closesAt } of closed) {
      const waiting = await waitingIn(tx as unknown as Database, id, now);
      await recordEvents(
        tx as unknown as Database,
        [...new Set(waiting.map(({ personId }) => personId))].map((personId) => ({
          kind: "signup.closed",
          subject: id,
          payload: { personId, closesAt },
          now,
        })),
      );
    }
  });
}

const payload = z.object({ personId: z.uuid(), closesAt: z.string() });

/** One mail of all that a person waits for in a festival. Handles `signup.closed`. */
export const tellClosing: EventHandler = async (tx, event, deps) => {
  const { personId, closesAt } = payload.parse(event.payload);
  const ids = (await waitingIn(tx, event.subject, deps.now, personId)).map(({ sessionId }) => sessionId);
  const waited = await listSessions(tx, { ids });
  const [first] = waited;
  const reader = first && (await findSeatReader(tx, personId, first));
  if (!first?.festival || !reader) return;
  const states = await signupStates(tx, personId, ids);
  const letter = closedLetter(
    {
      name: reader.firstName,
      festival: first.festival.name,
      agendaUrl: `${deps.config.publicUrl}/agenda#waiting`,
      waits: waited.map((session) => ({
        title: session.title,
        url: `${deps.config.publicUrl}${sessionPath(session)}`,
        place: states[session.id]?.place ?? 1,
      })),
    },
    reader.text,
  );
  const id = uuidOf(`queue-closed ${event.subject} ${closesAt} ${personId}`);
  await sendSeatMail(tx, { kind: "queue-closed", id, reader, letter }, deps);
};

async function waitingIn(tx: Database, festivalId: string, now: Instant, personId?: string) {
  return tx
    .select({ personId: signups.personId, sessionId: signups.sessionId })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        eq(sessions.festivalId, festivalId),
        personId ? eq(signups.personId, personId) : undefined,
        eq(signups.status, "waiting"),
        ne(sessions.status, "cancelled"),
        gt(sessions.startsAt, now.toString()),
      ),
    )
    .orderBy(asc(signups.personId), asc(sessions.startsAt));
}
