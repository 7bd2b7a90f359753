import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterAbsences, rosterMembers } from "#db/schema/index.ts";
import { dateIn, type IsoDate } from "~/platform/time.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { covers } from "./presence.ts";
import { changeRoster, type Member, memberOf, type Roster } from "./roster.server.ts";
import { isUpcoming } from "./series.ts";
import { freeTurn } from "./turn-writes.server.ts";

/** Puts a person on the roster, or back on it with the balance they left with. Repeating changes nothing. */
export async function joinRoster(
  db: Database,
  { seriesId, personId }: { seriesId: string; personId: string },
  deps: Deps,
): Promise<{ memberId: string }> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const known = memberOf(roster, personId);
    const memberId = known?.id ?? deps.ids.uuid();
    if (!known) {
      const joinedOn = today(roster, deps);
      await tx.insert(rosterMembers).values({ id: memberId, seriesId, personId, joinedOn });
    } else if (known.leftOn !== null) {
      await tx
        .update(rosterMembers)
        .set({ leftOn: null, pausedAt: null, declinesInARow: 0 })
        .where(eq(rosterMembers.id, memberId));
    }
    await planSeries(tx, seriesId, deps);
    return { memberId };
  });
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
      .set({ leftOn: today(roster, deps), pausedAt: null })
      .where(eq(rosterMembers.id, member.id));
    await freeTurns(tx, roster, member, () => true, deps);
    await planSeries(tx, seriesId, deps);
  });
}

/** Asks a member nothing for a while, or asks again. Returns their name. */
export async function pauseMember(
  db: Database,
  { seriesId, memberId, paused }: { seriesId: string; memberId: string; paused: boolean },
  deps: Deps,
): Promise<string> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = roster.members.find(({ id }) => id === memberId);
    if (!member || member.paused === paused) return member?.name ?? "";
    await tx
      .update(rosterMembers)
      .set({ pausedAt: paused ? deps.now.toString() : null, declinesInARow: 0 })
      .where(eq(rosterMembers.id, memberId));
    if (paused) await freeTurns(tx, roster, member, ({ status }) => status === "offered", deps);
    await planSeries(tx, seriesId, deps);
    return member.name;
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
    await freeTurns(
      tx,
      roster,
      member,
      ({ status, heldOn }) => status === "offered" && covers(stretch, heldOn),
      deps,
    );
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

async function freeTurns(
  tx: Database,
  roster: Roster,
  member: Member,
  which: (turn: { status: string; heldOn: IsoDate }) => boolean,
  deps: Deps,
): Promise<void> {
  const theirs = roster.turns.filter((turn) => turn.memberId === member.id && isUpcoming(turn.status));
  for (const turn of theirs.filter(which))
    await freeTurn(tx, turn, roster.series, { status: "withdrawn" }, deps);
}

function today({ series }: Roster, { now }: Deps): IsoDate {
  return dateIn(now, series.timeZone);
}
