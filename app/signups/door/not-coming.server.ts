import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, signups } from "#db/schema/index.ts";
import { findLink } from "~/platform/mailed-links.server.ts";
import type { Instant } from "~/platform/time.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { hasBegun } from "../decide.ts";
import { queueLengths } from "../states.server.ts";
import { listOwnDay } from "./own-day.server.ts";

/** What the links of a reminder are minted for; about a session, or about a festival and all one has of it these days. */
export const notComingPurpose = "not-coming";

export interface MayLeave {
  sessionId: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  status: "seat" | "waiting" | "gone" | "over";
  waiting: number;
}

/** Whose link it is and what they can say no to; null when it was never one. */
export async function openNotComing(db: Database, token: string, now: Instant) {
  const link = await findLink(db, notComingPurpose, token);
  if (!link) return null;
  const { personId, subject } = link;
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person) return null;
  const one = await findSession(db, subject);
  const sessions = one
    ? [one]
    : await listOwnDay(db, personId, now, { festivalId: subject, given: ["not-coming", "cancelled"] });
  const found: MayLeave[] = [];
  for (const session of sessions) {
    const id = "sessionId" in session ? session.sessionId : session.id;
    found.push(await standingAt(db, { ...session, sessionId: id }, personId, now));
  }
  if (found.length === 0) return null;
  return { person, sessions: found };
}

async function standingAt(
  db: Database,
  session: Omit<MayLeave, "status" | "waiting">,
  personId: string,
  now: Instant,
): Promise<MayLeave> {
  const { sessionId, title, startsAt, endsAt, timeZone } = session;
  const [own] = await db
    .select({ status: signups.status })
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.personId, personId)));
  const has = own?.status === "confirmed" || own?.status === "offered";
  const status = hasBegun({ startsAt }, now)
    ? "over"
    : has
      ? "seat"
      : own?.status === "waiting"
        ? "waiting"
        : "gone";
  const waiting = (await queueLengths(db, [sessionId]))[sessionId] ?? 0;
  return { sessionId, title, startsAt, endsAt, timeZone, status, waiting };
}
