import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, turnHistory } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { TurnHappening } from "./history.ts";

export interface NewHappening {
  turnId: string;
  kind: TurnHappening;
  /** Who did it; null for what came by itself. */
  actorId?: string | null;
  /** The member it is about. */
  memberId?: string | null;
  facts?: Record<string, unknown>;
}

export interface HistoryLine {
  id: number;
  kind: TurnHappening;
  actor: string | null;
  memberId: string | null;
  facts: Record<string, unknown>;
  at: IsoInstant;
}

/** Writes down, in the transaction of a change, what happened to a turn. */
export async function recordHappening(
  tx: Database,
  happening: NewHappening,
  deps: { now: Instant },
): Promise<void> {
  await recordHappenings(tx, [happening], deps);
}

/** The same of several turns at once. */
export async function recordHappenings(
  tx: Database,
  list: readonly NewHappening[],
  { now }: { now: Instant },
): Promise<void> {
  if (list.length === 0) return;
  await tx.insert(turnHistory).values(
    list.map(({ turnId, kind, actorId = null, memberId = null, facts = {} }) => ({
      ...{ turnId, kind, actorId, memberId, facts },
      at: now.toString(),
    })),
  );
}

/** Everything that happened to a turn, in order. */
export async function listHistory(db: Database, turnId: string): Promise<HistoryLine[]> {
  const rows = await db
    .select({
      id: turnHistory.id,
      kind: turnHistory.kind,
      actor: people.name,
      memberId: turnHistory.memberId,
      facts: turnHistory.facts,
      at: turnHistory.at,
    })
    .from(turnHistory)
    .leftJoin(people, eq(people.id, turnHistory.actorId))
    .where(eq(turnHistory.turnId, turnId))
    .orderBy(asc(turnHistory.id));
  return rows.map((row) => ({ ...row, kind: row.kind as TurnHappening }));
}
