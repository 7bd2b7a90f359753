import { and, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments, sessions } from "#db/schema/index.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { type Span, spanOf } from "~/sessions/times.ts";
import type { Change, ProgrammeSession } from "./diff.ts";

export interface SpeakerClash {
  session: { id: string; title: string };
  speaker: string;
  /** What they give elsewhere; null for what they attend, which is theirs alone to know. */
  other: string | null;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
}

/** Speakers who give or attend something else while a session runs that a release would publish or move. */
export async function findSpeakerClashes(
  db: Database,
  festivalId: string,
  changes: Change[],
): Promise<SpeakerClash[]> {
  const planned = changes.filter(takesTime).map(({ session }) => ({ session, span: spanOf(session) }));
  const personIds = planned.flatMap(({ session }) =>
    session.speakers.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  );
  if (personIds.length === 0) return [];
  const busy = await db
    .select({
      personId: commitments.personId,
      sessionId: sessions.id,
      role: commitments.role,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
    })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .where(and(inArray(commitments.personId, personIds), elsewhere(festivalId), withinReach(planned)));
  return planned.flatMap(({ session, span }) =>
    session.speakers.flatMap((speaker) =>
      busy
        .filter((other) => other.personId === speaker.personId && other.sessionId !== session.id)
        .filter((other) => other.startsAt < span.endsAt && span.startsAt < other.endsAt)
        .map(({ role, title, startsAt, endsAt, timeZone }) => ({
          session: { id: session.id, title: session.title },
          speaker: speaker.name,
          other: role === "gives" ? title : null,
          ...{ startsAt, endsAt, timeZone },
        })),
    ),
  );
}

function takesTime(change: Change): boolean {
  if (change.kind === "cancelled" || change.session.allDay) return false;
  return change.kind === "added" || change.aspects.includes("time") || change.aspects.includes("speakers");
}

/** What the festival's own drafts clash with is found among the drafts. */
const elsewhere = (festivalId: string) =>
  or(
    eq(commitments.role, "attends"),
    sql`${sessions.festivalId} is null`,
    ne(sessions.festivalId, festivalId),
  );

function withinReach(planned: { session: ProgrammeSession; span: Span }[]) {
  const starts = planned.map(({ span }) => span.startsAt).sort();
  const ends = planned.map(({ span }) => span.endsAt).sort();
  return and(lt(sessions.startsAt, ends.at(-1)!), gt(sessions.endsAt, starts[0]!));
}
