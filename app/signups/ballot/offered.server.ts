import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments, sessions } from "#db/schema/index.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import type { WishSession } from "./wishes.ts";

/** What seats are given in by wishes: plenaries and breaks are for everybody. */
export const wishedKinds = ["workshop", "talk"] as const;

export type OfferedSession = WishSession & { session: Session };

/** The sessions to come of a festival that people can wish for, in order of time, and what stands in this person's way. */
export async function listOffered(
  db: Database,
  { festivalId, personId, now }: { festivalId: string; personId: string; now: Instant },
): Promise<OfferedSession[]> {
  const found = await listSessions(db, { festivalId, statuses: ["tentative", "confirmed"] });
  const open = found.filter(
    (session) =>
      wishedKinds.some((kind) => kind === session.kind) && !session.allDay && isBefore(now, session.startsAt),
  );
  const busy = await busyOf(db, personId, open);
  return open.map((session) => {
    const gives = session.speakers.some((speaker) => speaker.personId === personId);
    const has = busy.some(({ id }) => id === session.id);
    const clashes = busy.some((one) => overlap(one, session));
    return {
      id: session.id,
      title: session.title,
      slot: session.startsAt,
      taken: gives ? "gives" : has ? "has" : clashes ? "busy" : null,
      session,
    };
  });
}

type Span = Pick<Session, "startsAt" | "endsAt">;

/** Half-open: one that begins when the other ends is in nobody's way. */
export const overlap = (a: Span, b: Span) => isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);

async function busyOf(db: Database, personId: string, open: Session[]) {
  const [first] = open;
  if (!first) return [];
  const until = open.map(({ endsAt }) => endsAt).reduce((a, b) => (isBefore(a, b) ? b : a));
  return db
    .select({ id: sessions.id, startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .where(
      and(
        eq(commitments.personId, personId),
        sql`${commitments.during} && tstzrange(${first.startsAt}::timestamptz, ${until}::timestamptz, '[)')`,
      ),
    );
}
