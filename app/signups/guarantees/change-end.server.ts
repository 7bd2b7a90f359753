import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals } from "#db/schema/index.ts";
import { recordDecision } from "~/festivals/decisions.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import { lockFestival } from "~/festivals/hosting/locks.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { type Instant, type IsoDateTime, instantOf } from "~/platform/time.ts";
import { mayKeepSeats } from "./access.ts";
import { type EndRefusal, refusesEnd } from "./end.ts";

export type EndAnswer = { ok: true } | { ok: false; reason: EndRefusal | "forbidden" };

/** Publishes until when seats are kept for hosts, in the festival's own time; null: until each session begins. */
export async function changeEnd(
  db: Database,
  viewer: Viewer,
  festival: Pick<Festival, "id">,
  wanted: IsoDateTime | null,
  { now }: { now: Instant },
): Promise<EndAnswer> {
  return db.transaction(async (transaction): Promise<EndAnswer> => {
    const tx = transaction as unknown as Database;
    const before = await lockFestival(tx, festival.id);
    if (!mayKeepSeats(viewer, before)) return { ok: false, reason: "forbidden" };
    const { timeZone } = before;
    const endAt = wanted === null ? null : instantOf(wanted, timeZone).toString();
    const known = before.guaranteesEndAt;
    if (endAt === known || (endAt && known && Date.parse(endAt) === Date.parse(known))) return { ok: true };
    const festivalEnds = instantOf(`${before.endsOn}T23:59`, timeZone);
    const refusal = refusesEnd({ before: known, wanted: endAt, festivalEnds, now });
    if (refusal) return { ok: false, reason: refusal };
    const set = { guaranteesEndAt: endAt, updatedAt: now.toString() };
    await tx.update(festivals).set(set).where(eq(festivals.id, festival.id));
    const facts: Record<string, string> = endAt === null ? {} : { until: endAt };
    await recordDecision(tx, { festivalId: festival.id, kind: "guarantees-end", by: viewer, facts, now });
    return { ok: true };
  });
}
