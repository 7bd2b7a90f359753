import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { nominations, rosterAbsences, rosterMembers } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { dateIn, type IsoDate } from "~/platform/time.ts";
import { memberOf } from "./member-of.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { changeRoster, type Roster } from "./roster.server.ts";
import { giveBackAgreed } from "./volunteering/give-back.server.ts";

/** Puts a person on the roster, or back on it with the balance they left with. Repeating changes nothing. */
export async function joinRoster(
  db: Database,
  { seriesId, personId }: { seriesId: string; personId: string },
  deps: Deps,
): Promise<{ memberId: string }> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const memberId = await putOnRoster(tx, roster, personId, deps);
    await answerOpenNomination(tx, { seriesId, personId }, deps);
    await planSeries(tx, seriesId, deps);
    return { memberId };
  });
}

/** The row of a member; plan the series afterwards. */
export async function putOnRoster(
  tx: Database,
  roster: Roster,
  personId: string,
  deps: Deps,
): Promise<string> {
  const known = memberOf(roster, personId);
  const id = known?.id ?? deps.ids.uuid();
  if (!known) {
    const joinedOn = today(roster, deps);
    await tx.insert(rosterMembers).values({ id, seriesId: roster.series.id, personId, joinedOn });
  } else if (known.leftOn !== null) {
    await tx
      .update(rosterMembers)
      .set({ leftOn: null, pausedAt: null, pausedBy: null, pausedUntil: null, declinesInARow: 0 })
      .where(eq(rosterMembers.id, id));
  }
  return id;
}

/** Whoever comes by themselves has answered the colleague who would have liked to hear them. */
async function answerOpenNomination(
  tx: Database,
  { seriesId, personId }: { seriesId: string; personId: string },
  { now }: Deps,
): Promise<void> {
  const theirs = and(eq(nominations.seriesId, seriesId), eq(nominations.personId, personId));
  const [answered] = await tx
    .update(nominations)
    .set({ status: "accepted", answeredAt: now.toString() })
    .where(and(theirs, eq(nominations.status, "open")))
    .returning();
  if (answered) await recordEvent(tx, { kind: "nomination.answered", subject: answered.id, now });
}

/** Takes a person off the roster; what they agreed to give goes to others, their balance waits for them. */
export async function leaveRoster(
  db: Database,
  { seriesId, personId }: { seriesId: string; personId: string },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    if (!member || member.leftOn !== null) return;
    await tx
      .update(rosterMembers)
      .set({ leftOn: today(roster, deps), pausedAt: null, pausedBy: null, pausedUntil: null })
      .where(eq(rosterMembers.id, member.id));
    await giveBackAgreed(tx, roster, member, deps);
    await planSeries(tx, seriesId, deps);
  });
}

export type AddAbsence = { ok: true } | { ok: false; reason: "not-a-member" | "too-many" };

/** Somebody is away from one date to another, both included. What they were only asked for then goes to others. */
export async function addAbsence(
  db: Database,
  { seriesId, personId, ...stretch }: { seriesId: string; personId: string } & NewAbsence,
  deps: Deps,
): Promise<AddAbsence> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    if (!member) return { ok: false, reason: "not-a-member" };
    if (member.absences.length >= mostAbsences) return { ok: false, reason: "too-many" };
    await tx.insert(rosterAbsences).values({ id: deps.ids.uuid(), memberId: member.id, ...stretch });
    await planSeries(tx, seriesId, deps);
    return { ok: true };
  });
}

export interface NewAbsence {
  startsOn: IsoDate;
  endsOn: IsoDate;
  note: string;
}

const mostAbsences = 60;

export async function removeAbsence(
  db: Database,
  { seriesId, personId, absenceId }: { seriesId: string; personId: string; absenceId: string },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    if (!member) return;
    await tx
      .delete(rosterAbsences)
      .where(and(eq(rosterAbsences.id, absenceId), eq(rosterAbsences.memberId, member.id)));
    await planSeries(tx, seriesId, deps);
  });
}

function today({ series }: Roster, { now }: Deps): IsoDate {
  return dateIn(now, series.timeZone);
}
