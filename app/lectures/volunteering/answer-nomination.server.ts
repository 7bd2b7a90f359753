import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { nominations, people } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { putOnRoster } from "../members.server.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { changeRoster } from "../roster.server.ts";

export type AnswerNomination = { ok: true } | { ok: false; reason: "not-open" | "not-a-colleague" };

/** The one nominated says yes, and is on the roster, or no. Saying the same again changes nothing. */
export async function answerNomination(
  db: Database,
  { nominationId, personId, answer }: { nominationId: string; personId: string; answer: "yes" | "no" },
  deps: Deps,
): Promise<AnswerNomination> {
  const [asked] = await db
    .select()
    .from(nominations)
    .where(and(eq(nominations.id, nominationId), eq(nominations.personId, personId)));
  if (!asked) return { ok: false, reason: "not-open" };
  const status = answer === "yes" ? "accepted" : "declined";
  return changeRoster(db, asked.seriesId, async (tx, roster) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    const isColleague = roster.series.hosts.some(({ id }) => id === person?.organisationId);
    if (!isColleague) return { ok: false, reason: "not-a-colleague" };
    const [answered] = await tx
      .update(nominations)
      .set({ status, answeredAt: deps.now.toString() })
      .where(and(eq(nominations.id, nominationId), eq(nominations.status, "open")))
      .returning();
    if (!answered) return (await statusOf(tx, nominationId)) === status ? { ok: true } : notOpen;
    await recordEvent(tx, { kind: "nomination.answered", subject: nominationId, now: deps.now });
    if (answer === "yes") {
      await putOnRoster(tx, roster, personId, deps);
      await planSeries(tx, asked.seriesId, deps);
    }
    return { ok: true };
  });
}

const notOpen = { ok: false, reason: "not-open" } as const;

async function statusOf(tx: Database, id: string) {
  const [row] = await tx
    .select({ status: nominations.status })
    .from(nominations)
    .where(eq(nominations.id, id));
  return row?.status;
}
