import { and, eq, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, proposals } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import type { Festival } from "../festival.ts";
import { type CallFacts, callWindow } from "./call.ts";

type Asking = Standing & { personId: string };
type Row = typeof festivals.$inferSelect;

export interface CallWish {
  opensAt: IsoInstant | null;
  closesAt: IsoInstant | null;
  text: string;
}

export type CallSaved = { ok: true } | { ok: false; reason: "forbidden" | "closes-in-past" };

/**
 * When proposals are taken, and what those who propose read. Nobody is mailed. Where it opens, closes or puts off the
 * end of an open call, that is written down as decided.
 */
export async function saveCall(
  db: Database,
  viewer: Asking,
  festival: Festival,
  { opensAt, closesAt, text }: CallWish,
  { now }: { now: Instant },
): Promise<CallSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  return change(db, viewer, festival.id, now, () => ({
    callOpensAt: opensAt,
    callClosesAt: closesAt,
    callText: text,
  }));
}

/** Shows a draft to the others, so that they can think along. A call that was planned opens at its moment. */
export async function announceFestival(
  db: Database,
  viewer: Asking,
  festival: Festival,
  { now }: { now: Instant },
): Promise<boolean> {
  if (!mayLeadFestival(viewer, festival)) return false;
  await change(db, viewer, festival.id, now, ({ status }) =>
    status === "draft" ? { status: "calling" } : {},
  );
  return true;
}

/**
 * Opens the call. A draft festival is announced by it: those who may see it find it from then on. An opening that
 * was planned for later stays, unless it is to be opened `now`.
 */
export async function openCall(
  db: Database,
  viewer: Asking,
  festival: Festival,
  { now, atOnce = false }: { now: Instant; atOnce?: boolean },
): Promise<CallSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  return change(db, viewer, festival.id, now, ({ status, callOpensAt }) => ({
    ...(status === "draft" && { status: "calling" as const }),
    callOpensAt: callOpensAt && isBefore(now, callOpensAt) && !atOnce ? callOpensAt : now.toString(),
  }));
}

/** Closes it at this moment: what is being handed in right now is either in before it, or too late. */
export async function closeCall(
  db: Database,
  viewer: Asking,
  festival: Festival,
  { now }: { now: Instant },
): Promise<CallSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  return change(db, viewer, festival.id, now, (row) =>
    callWindow(row, now) === "open" ? { callClosesAt: now.toString() } : {},
  );
}

async function change(
  db: Database,
  by: Asking,
  festivalId: string,
  now: Instant,
  wish: (row: Row) => Partial<Row>,
): Promise<CallSaved> {
  return db.transaction(async (tx): Promise<CallSaved> => {
    const [row] = await tx.select().from(festivals).where(eq(festivals.id, festivalId)).for("update");
    if (!row) throw new Error("the festival of a call is gone");
    const next = { ...row, ...wish(row) };
    const opens = next.callOpensAt !== row.callOpensAt;
    if (opens && callWindow(next, now) === "closed") return { ok: false, reason: "closes-in-past" };
    const { status, callOpensAt, callClosesAt, callText } = next;
    await tx
      .update(festivals)
      .set({ status, callOpensAt, callClosesAt, callText, updatedAt: now.toString() })
      .where(eq(festivals.id, festivalId));
    const decided = decisionOf(row, next, now);
    if (decided === "call-closed") {
      const facts = { proposals: await countProposals(tx, festivalId) };
      await recordDecision(tx, { festivalId, kind: decided, by, facts, now });
    } else if (decided) {
      const facts: Record<string, string> = callClosesAt ? { until: callClosesAt } : {};
      await recordDecision(tx, { festivalId, kind: decided, by, facts, now });
    }
    return { ok: true };
  });
}

function decisionOf(before: CallFacts, after: CallFacts, now: Instant) {
  const [was, is] = [callWindow(before, now), callWindow(after, now)];
  if (is === "open") {
    const same = was === "open" && before.callClosesAt === after.callClosesAt;
    return same ? null : ("call-opened" as const);
  }
  if (was === "open") return "call-closed" as const;
  return is === "not-yet" && before.status !== after.status ? ("call-opened" as const) : null;
}

/** Those that came in and were not taken back. */
function countProposals(tx: Database, festivalId: string): Promise<number> {
  const came = and(ne(proposals.status, "draft"), ne(proposals.status, "withdrawn"));
  return tx.$count(proposals, and(eq(proposals.festivalId, festivalId), came));
}
