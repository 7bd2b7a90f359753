import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions, festivals } from "#db/schema/index.ts";
import { dateIn, type IsoDate, type IsoInstant, instantOf, isBefore, localOf } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import { beginEdit, changeDraft } from "../draft-edits.server.ts";
import { type Festival, isOver } from "../festival.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import { currentProgramme } from "../programmes.server.ts";
import {
  type FestivalRow,
  lockAllSessions,
  type ReleaseDeps,
  type SessionRow,
  writeRelease,
} from "../releases/write.server.ts";
import { announce } from "./announce.server.ts";
import type { Lead } from "./cancel.server.ts";
import { daysBetween, shiftDate, shiftLocal, shiftTold } from "./shift.ts";

export type Rescheduled =
  | { ok: true; already: boolean; days: number }
  | { ok: false; reason: "forbidden" | "cancelled" | "over" }
  /** The new first day has been. */
  | { ok: false; reason: "past" };

type Deps = Pick<ReleaseDeps, "now" | "ids">;

/**
 * Gives a festival another first day: everything to come shifts along by whole days on its own clock, as one release
 * with the note, and everybody concerned is told once. Edits of the draft stay edits, on the new days. Repeating it
 * changes nothing.
 */
export async function rescheduleFestival(
  db: Database,
  viewer: Lead,
  { id: festivalId }: Pick<Festival, "id">,
  { startsOn, reason }: { startsOn: IsoDate; reason: string },
  deps: Deps,
): Promise<Rescheduled> {
  const { now } = deps;
  return inTransaction(db, async (tx): Promise<Rescheduled> => {
    const festival = await lockFestival(tx, festivalId);
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if (festival.status === "cancelled") return { ok: false, reason: "cancelled" };
    const days = daysBetween(festival.startsOn, startsOn);
    if (days === 0 && festival.postponedAt === null) return { ok: true, already: true, days };
    if (festival.status === "over" || isOver(festival, now)) return { ok: false, reason: "over" };
    if (startsOn < dateIn(now, festival.timeZone)) return { ok: false, reason: "past" };
    const known = await lockAllSessions(tx, festivalId);
    const staying = await shiftSessions(tx, festival, [...known.values()], days, deps);
    await shiftDrafts(tx, { festivalId, personId: viewer.personId, staying, days }, deps);
    if (known.size > 0 && days !== 0) {
      const snapshot = await currentProgramme(tx, festivalId);
      await writeRelease(tx, festival, { personId: viewer.personId, note: reason, snapshot }, deps);
    }
    await tx
      .update(festivals)
      .set({ ...datesOf(festival, days, now.toString()), announcement: reason, updatedAt: now.toString() })
      .where(eq(festivals.id, festivalId));
    const facts = { from: festival.startsOn, to: startsOn };
    const decisionId = await recordDecision(tx, { festivalId, kind: "rescheduled", by: viewer, facts, now });
    await announce(tx, { festivalId, decisionId, now });
    return { ok: true, already: false, days };
  });
}

/** Returns the ids of those that stay where they were: what has been, and what is cancelled. */
async function shiftSessions(
  tx: Database,
  { timeZone, postponedAt }: FestivalRow,
  all: SessionRow[],
  days: number,
  { now }: Deps,
): Promise<Set<string>> {
  const staying = new Set<string>();
  for (const session of all) {
    if (session.status === "cancelled") continue;
    const waits = postponedAt !== null && session.status === "tentative";
    if (!waits && !isBefore(now, session.endsAt)) {
      staying.add(session.id);
      continue;
    }
    const startsLocal = shiftTold(session, days, timeZone);
    await changeSession(tx, session.id, { startsLocal, status: "confirmed" }, { now });
  }
  return staying;
}

/** Every draft with a time, released or not, that no session has left behind. */
async function shiftDrafts(
  tx: Database,
  {
    festivalId,
    personId,
    staying,
    days,
  }: { festivalId: string; personId: string; staying: Set<string>; days: number },
  { now }: Deps,
): Promise<void> {
  const drafts = await tx
    .select({ id: draftSessions.id, startsLocal: draftSessions.startsLocal })
    .from(draftSessions)
    .where(eq(draftSessions.festivalId, festivalId));
  const edit = await beginEdit(tx, { festivalId, personId, now });
  for (const { id, startsLocal } of drafts) {
    if (startsLocal === null || staying.has(id)) continue;
    await changeDraft(tx, edit, id, { startsLocal: shiftLocal(startsLocal, days) });
  }
}

/** Sign-up closes along, and opens along unless it has opened. */
function datesOf(festival: FestivalRow, days: number, now: IsoInstant) {
  const { startsOn, endsOn, timeZone, signupOpensAt, signupClosesAt } = festival;
  const later = (instant: IsoInstant | null) =>
    instant && instantOf(shiftLocal(localOf(instant, timeZone), days), timeZone).toString();
  const opened = signupOpensAt !== null && !isBefore(now, signupOpensAt);
  return {
    startsOn: shiftDate(startsOn, days),
    endsOn: shiftDate(endsOn, days),
    signupOpensAt: opened ? signupOpensAt : later(signupOpensAt),
    signupClosesAt: later(signupClosesAt),
    postponedAt: null,
  };
}
