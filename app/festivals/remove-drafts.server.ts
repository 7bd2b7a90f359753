import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";
import { cancelSession } from "~/sessions/sessions.server.ts";
import { mayEditSession, mayLeadFestival } from "./access.ts";
import type { Draft } from "./draft.ts";
import { findDraft } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";

/** It stays, marked, when attendees know it. */
type Removed = { ok: true; stays: boolean } | { ok: false; reason: "forbidden" };

/** Takes a session out of the programme: what attendees know is cancelled by the next release, the rest just goes. */
export async function removeDraft(
  db: Database,
  viewer: Standing,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Removed> {
  return changing(db, festival, id, async (tx, draft) => {
    if (!mayEditSession(viewer, festival, draft)) return { ok: false, reason: "forbidden" };
    if (draft.released) await mark(tx, id, true, now);
    else await tx.delete(draftSessions).where(eq(draftSessions.id, id));
    return { ok: true, stays: draft.released };
  });
}

/** Puts a session back that was taken out; with the next release it takes place again. */
export async function restoreDraft(
  db: Database,
  viewer: Standing,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Removed> {
  return changing(db, festival, id, async (tx, draft) => {
    if (!mayEditSession(viewer, festival, draft)) return { ok: false, reason: "forbidden" };
    await mark(tx, id, false, now);
    return { ok: true, stays: true };
  });
}

/** Calls a session off now, without waiting for a release: everybody concerned is told. Repeating it is harmless. */
export async function cancelNow(
  db: Database,
  viewer: Standing,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Removed> {
  return changing(db, festival, id, async (tx, draft) => {
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if (draft.released) await cancelSession(tx, id, { now });
    await mark(tx, id, true, now);
    return { ok: true, stays: true };
  });
}

async function changing(
  db: Database,
  festival: Festival,
  id: string,
  change: (tx: Database, draft: Draft) => Promise<Removed>,
): Promise<Removed> {
  return db.transaction(async (tx) => {
    const draft = await findDraft(tx, festival.id, id);
    return draft ? change(tx, draft) : { ok: false, reason: "forbidden" };
  });
}

async function mark(tx: Database, id: string, cancelled: boolean, now: Instant): Promise<void> {
  await tx
    .update(draftSessions)
    .set({ cancelled, updatedAt: now.toString() })
    .where(eq(draftSessions.id, id));
}
