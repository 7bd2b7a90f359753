import { and, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { type DecisionKind, festivalDecisions, organisations, people } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";

export interface NewDecision {
  festivalId: string;
  kind: DecisionKind;
  by: { personId: string; organisationId: string | null } | null;
  /** Values of the sentence that tells it, such as the number of a release. */
  facts?: Record<string, string | number>;
  now: Instant;
}

/** Writes down, in the transaction of what was decided, who decided it and when. Returns the id of its row. */
export async function recordDecision(
  tx: Database,
  { festivalId, kind, by, facts = {}, now }: NewDecision,
): Promise<number> {
  const who = { personId: by?.personId ?? null, organisationId: by?.organisationId ?? null };
  const [row] = await tx
    .insert(festivalDecisions)
    .values({ festivalId, kind, ...who, facts, decidedAt: now.toString() })
    .returning({ id: festivalDecisions.id });
  return row!.id;
}

export interface Decision {
  id: number;
  kind: DecisionKind;
  person: string | null;
  organisation: string | null;
  facts: Record<string, string | number>;
  decidedAt: IsoInstant;
}

/** What was decided for all hosts together, the latest first. */
export async function listDecisions(db: Database, festivalId: string): Promise<Decision[]> {
  return selectDecisions(db)
    .where(eq(festivalDecisions.festivalId, festivalId))
    .orderBy(...latestFirst);
}

/** The last of these kinds, to stand beside what it is about; null when nothing of the kind was decided. */
export async function latestDecision(
  db: Database,
  festivalId: string,
  kinds: readonly DecisionKind[],
): Promise<Decision | null> {
  const [latest] = await selectDecisions(db)
    .where(and(eq(festivalDecisions.festivalId, festivalId), inArray(festivalDecisions.kind, [...kinds])))
    .orderBy(...latestFirst)
    .limit(1);
  return latest ?? null;
}

const latestFirst = [desc(festivalDecisions.decidedAt), desc(festivalDecisions.id)];

function selectDecisions(db: Database) {
  return db
    .select({
      id: festivalDecisions.id,
      kind: festivalDecisions.kind,
      person: people.name,
      organisation: organisations.name,
      facts: festivalDecisions.facts,
      decidedAt: festivalDecisions.decidedAt,
    })
    .from(festivalDecisions)
    .leftJoin(people, eq(people.id, festivalDecisions.personId))
    .leftJoin(organisations, eq(organisations.id, festivalDecisions.organisationId))
    .$dynamic();
}
