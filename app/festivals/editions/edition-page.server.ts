import { and, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { type Festival, isOver } from "../festival.ts";
import { archiveFestival, mayBeArchived } from "./archive.server.ts";
import { cancelFestival, type Lead, reinstateFestival } from "./cancel.server.ts";
import type { EditionWish } from "./edition-forms.ts";
import { postponeFestival } from "./postpone.server.ts";
import { rescheduleFestival } from "./reschedule.server.ts";

/** How a festival stands, and how much a decision about it would touch. */
export async function findEditionFacts(db: Database, festival: Festival, now: Instant) {
  const { name, slug, status, startsOn, endsOn, timeZone, announcement, postponedAt, archivedAt } = festival;
  const waits = postponedAt === null ? undefined : eq(sessions.status, "tentative");
  const toCome = and(
    eq(sessions.festivalId, festival.id),
    ne(sessions.status, "cancelled"),
    or(gt(sessions.endsAt, now.toString()), waits ?? sql`false`),
  );
  return {
    ...{ name, slug, status, startsOn, endsOn, timeZone, announcement, postponedAt, archivedAt },
    over: status === "over" || isOver(festival, now),
    mayBeArchived: mayBeArchived(festival, now),
    /** Sessions that still take place. */
    sessions: await db.$count(sessions, toCome),
  };
}

export type EditionFacts = Awaited<ReturnType<typeof findEditionFacts>>;

/** A refusal stands at a field, or above the form without one. */
export type EditionDecided = { ok: true; toast: string } | { ok: false; field?: string; key: string };

/** Does what a form of the page asked for; each function states its own rule. */
export async function decideEdition(
  db: Database,
  viewer: Lead,
  festival: Festival,
  wish: EditionWish,
  deps: { now: Instant; ids: Ids },
): Promise<EditionDecided> {
  const done = await decide(db, viewer, festival, wish, deps);
  if (done.ok) return { ok: true, toast: `editions.toast.${wish.form}` };
  const field = done.reason === "past" ? { field: "startsOn" } : {};
  return { ok: false, ...field, key: `editions.refused.${done.reason}` };
}

function decide(
  db: Database,
  viewer: Lead,
  festival: Festival,
  wish: EditionWish,
  deps: { now: Instant; ids: Ids },
) {
  switch (wish.form) {
    case "reschedule":
      return rescheduleFestival(db, viewer, festival, wish, deps);
    case "postpone":
      return postponeFestival(db, viewer, festival, wish, deps);
    case "cancel":
      return cancelFestival(db, viewer, festival, wish, deps);
    case "reinstate":
      return reinstateFestival(db, viewer, festival, wish, deps);
    case "archive":
      return archiveFestival(db, viewer, festival, { archived: true }, deps);
    case "unarchive":
      return archiveFestival(db, viewer, festival, { archived: false }, deps);
  }
}
