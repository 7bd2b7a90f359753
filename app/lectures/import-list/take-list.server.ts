import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers, turns } from "#db/schema/index.ts";
import { dateIn } from "~/platform/time.ts";
import { createSessions } from "~/sessions/sessions.server.ts";
import { recordHappenings } from "../history.server.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { changeRoster, loadRoster, type Roster } from "../roster.server.ts";
import { requireSeries } from "../series.server.ts";
import type { Series } from "../series.ts";
import { type StartingBalance, startingBalances } from "./balances.ts";
import { listColleagues } from "./colleagues.server.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type ListOrder, type UnderstoodList, understandList } from "./list-order.ts";
import type { HeldLecture, ListPlan } from "./plan-list.ts";
import type { Colleague } from "./speakers.ts";

/** A list as it is understood, and how everybody would start after it. */
export interface LookedAt extends UnderstoodList {
  colleagues: Colleague[];
  balances: StartingBalance[];
  /** The same for the same outcome, choices and balances, whoever looks. */
  fingerprint: string;
}

/** What taking the list would do; writes nothing. */
export async function lookAtList(
  db: Database,
  seriesId: string,
  order: ListOrder,
  { now }: Pick<Deps, "now">,
): Promise<LookedAt> {
  const series = await requireSeries(db, seriesId);
  const roster = await loadRoster(db, series);
  return understand(db, roster, order, { now, memberId: (personId) => personId });
}

export type TakeList =
  | { ok: true; looked: LookedAt }
  /**
   * Nothing was written. `changed`: what would be taken is not what the organiser saw. `leave-out`: some rows cannot be
   * taken, and nobody said to leave them out.
   */
  | { ok: false; reason: "changed" | "leave-out"; looked: LookedAt };

interface Taking {
  seriesId: string;
  actorId: string;
  order: ListOrder;
  /** `fingerprint` of what the organiser looked at. */
  seen: string;
}

/**
 * Writes a list down as lectures held, with the shares of each frozen, all or nothing. Taking it again finds every
 * lecture there already and changes nothing.
 */
export async function takeList(
  db: Database,
  { seriesId, actorId, order, seen }: Taking,
  deps: Deps,
): Promise<TakeList> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const ids = new Map<string, string>();
    const memberId = (personId: string) => {
      const id = ids.get(personId) ?? deps.ids.uuid();
      ids.set(personId, id);
      return id;
    };
    const looked = await understand(tx, roster, order, { now: deps.now, memberId });
    if (looked.fingerprint !== seen) return { ok: false, reason: "changed", looked };
    const isRefused = looked.plan.lines.some(({ outcome }) => outcome === "refused");
    if (isRefused && !order.leaveOut) return { ok: false, reason: "leave-out", looked };
    if (looked.plan.held.length > 0) await write(tx, roster.series, looked.plan, actorId, deps);
    return { ok: true, looked };
  });
}

async function understand(
  db: Database,
  roster: Roster,
  order: ListOrder,
  { now, memberId }: { now: Deps["now"]; memberId: (personId: string) => string },
): Promise<LookedAt> {
  const colleagues = await listColleagues(db, roster.series);
  const today = dateIn(now, roster.series.timeZone);
  const understood = understandList(order, { roster, colleagues, today, memberId });
  const balances = startingBalances(roster, understood.plan);
  return { ...understood, colleagues, balances, fingerprint: fingerprintOf(understood, balances, order) };
}

async function write(
  tx: Database,
  series: Series,
  plan: ListPlan,
  actorId: string,
  deps: Deps,
): Promise<void> {
  if (plan.newMembers.length > 0)
    await tx.insert(rosterMembers).values(
      plan.newMembers.map(({ id, personId, joinedOn, leftOn }) => ({
        ...{ id, seriesId: series.id, personId, joinedOn, leftOn },
      })),
    );
  for (const { id, joinedOn } of plan.movedMembers)
    await tx.update(rosterMembers).set({ joinedOn }).where(eq(rosterMembers.id, id));
  const created = await createSessions(
    tx,
    plan.held.map((lecture) => sessionOf(series, lecture)),
    deps,
  );
  const rows = plan.held.map(({ speaker, ...lecture }, index) => ({
    ...lecture,
    id: deps.ids.uuid(),
    seriesId: series.id,
    plannedOn: lecture.heldOn,
    sessionId: created.ids[index]!,
    updatedAt: deps.now.toString(),
  }));
  await tx.insert(turns).values(rows);
  await recordHappenings(
    tx,
    rows.map(({ id, memberId }) => ({ turnId: id, kind: "imported", actorId, memberId })),
    deps,
  );
  await planSeries(tx, series.id, deps);
}

/** A lecture that is over, at the time and place the series has today. */
function sessionOf(series: Series, { heldOn, topic, speaker }: HeldLecture) {
  return {
    seriesId: series.id,
    organisationId: series.leadOrganisationId,
    kind: "lecture" as const,
    title: topic || series.name,
    language: series.language,
    place: series.place,
    startsLocal: `${heldOn}T${series.localTime}`,
    timeZone: series.timeZone,
    durationMinutes: series.durationMinutes,
    status: "confirmed" as const,
    speakers: [speaker],
  };
}
