import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, proposals } from "#db/schema/index.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Proposal } from "../call/proposal.ts";
import { listProposals } from "../call/proposals.server.ts";
import type { Festival } from "../festival.ts";
import { maySendDecisions, type Reviewer } from "./access.ts";
import { mayBeReminded, unconfirmedOf } from "./standing.ts";

export interface Unconfirmed {
  proposal: Pick<Proposal, "id" | "title" | "organisation">;
  speakers: { personId: string | null; name: string; email: string }[];
  toldAt: IsoInstant | null;
  remindedAt: IsoInstant | null;
  /** A day has passed since they last heard of it. */
  due: boolean;
}

/** Accepted proposals whose speakers have not all said yet that they give them. */
export async function listUnconfirmed(
  db: Database,
  festival: Festival,
  { now }: { now: Instant },
): Promise<Unconfirmed[]> {
  const found = await listProposals(db, festival.id, { statuses: ["accepted"] });
  return found.flatMap((proposal) => {
    const speakers = unconfirmedOf(proposal).map(({ personId, name, email }) => ({ personId, name, email }));
    const { id, title, organisation, toldAt, remindedAt } = proposal;
    const due = mayBeReminded(proposal, now.toString());
    return speakers.length > 0
      ? [{ proposal: { id, title, organisation }, speakers, toldAt, remindedAt, due }]
      : [];
  });
}

export type Reminded = { ok: true; mails: number } | { ok: false; reason: "forbidden" };

/** Reminds everybody who has not confirmed and has heard nothing for a day; pressed twice it reminds once. */
export async function remindUnconfirmed(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { now }: { now: Instant },
): Promise<Reminded> {
  if (!maySendDecisions(viewer, festival)) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<Reminded> => {
    await tx.select({ id: festivals.id }).from(festivals).where(eq(festivals.id, festival.id)).for("update");
    await tx
      .select({ id: proposals.id })
      .from(proposals)
      .where(eq(proposals.festivalId, festival.id))
      .orderBy(asc(proposals.id))
      .for("update");
    const due = (await listUnconfirmed(tx, festival, { now })).filter((one) => one.due);
    const events = due.flatMap(({ proposal, speakers }) =>
      speakers.map((speaker) => ({
        kind: "proposal.reminded",
        subject: proposal.id,
        payload: { ...speaker },
        now,
      })),
    );
    await recordEvents(tx, events);
    if (due.length > 0) {
      const ids = due.map(({ proposal }) => proposal.id);
      await tx.update(proposals).set({ remindedAt: now.toString() }).where(inArray(proposals.id, ids));
    }
    return { ok: true, mails: events.length };
  });
}
