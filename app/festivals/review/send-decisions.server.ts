import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, proposals } from "#db/schema/index.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { maySendDecisions, type Reviewer } from "./access.ts";
import { type Outgoing, planMails } from "./outgoing.server.ts";
import { decisions } from "./row.ts";

export type Sent =
  | { ok: true; mails: number; proposals: number }
  | {
      ok: false;
      reason: "forbidden" /** What would go out is not what the page showed any more. */ | "changed";
    };

/** Tells all speakers at once what is decided and not told yet. Pressed twice it sends once: then nothing is left. */
export async function sendDecisions(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { fingerprint }: { fingerprint: string },
  { now }: { now: Instant },
): Promise<Sent> {
  if (!maySendDecisions(viewer, festival)) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<Sent> => {
    await lockDecisions(tx, festival.id);
    const plan = await planMails(tx, festival);
    if (plan.outgoing.length === 0) return { ok: true, mails: 0, proposals: 0 };
    if (plan.fingerprint !== fingerprint) return { ok: false, reason: "changed" };
    const events = plan.outgoing.flatMap((one) => eventsOf(one, now));
    await recordEvents(tx, events);
    for (const decision of decisions) {
      const told = plan.outgoing.flatMap((one) => (one.decision === decision ? one.proposal.id : []));
      await tx
        .update(proposals)
        .set({ toldAt: now.toString(), toldStatus: decision })
        .where(inArray(proposals.id, told));
    }
    return { ok: true, mails: events.length, proposals: plan.outgoing.length };
  });
}

/** The festival first, then its proposals, as whoever decides does. */
async function lockDecisions(tx: Database, festivalId: string): Promise<void> {
  await tx.select({ id: festivals.id }).from(festivals).where(eq(festivals.id, festivalId)).for("update");
  await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(eq(proposals.festivalId, festivalId))
    .orderBy(asc(proposals.id))
    .for("update");
}

/** One mail for each proposal and reader, in the words that were shown. */
function eventsOf({ proposal, decision, letter, addressees }: Outgoing, now: Instant) {
  return addressees.map(({ personId, name, email }) => ({
    kind: "proposal.told",
    subject: proposal.id,
    payload: { decision, letter, personId, name, email },
    now,
  }));
}
