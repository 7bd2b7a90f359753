import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";
import { cancelSession } from "~/sessions/sessions.server.ts";
import { mayEditSession, mayLeadFestival } from "./access.ts";
import type { Draft } from "./draft.ts";
import { beginEdit, changeDraft, dropDraft, type Edit } from "./draft-edits.server.ts";
import { findDraft } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";

type Editor = Standing & { personId: string };

/** It stays, marked, when attendees know it. */
type Removed = { ok: true; stays: boolean } | { ok: false; reason: "forbidden" };

/** Takes a session out of the programme: what attendees know is cancelled by the next release, the rest just goes. */
export async function removeDraft(
  db: Database,
  viewer: Editor,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Removed> {
  return changing(db, { viewer, festival, id, now }, async (tx, draft, edit) => {
    if (!mayEditSession(viewer, festival, draft)) return { ok: false, reason: "forbidden" };
    if (draft.released) await changeDraft(tx, edit, id, { cancelled: true });
    else await dropDraft(tx, edit, id);
    return { ok: true, stays: draft.released };
  });
}

/** Puts a session back that was taken out; with the next release it takes place again. */
export async function restoreDraft(
  db: Database,
  viewer: Editor,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Removed> {
  return changing(db, { viewer, festival, id, now }, async (tx, draft, edit) => {
    if (!mayEditSession(viewer, festival, draft)) return { ok: false, reason: "forbidden" };
    await changeDraft(tx, edit, id, { cancelled: false });
    return { ok: true, stays: true };
  });
}

/** Calls a session off now, without waiting for a release: everybody concerned is told. Repeating it is harmless. */
export async function cancelNow(
  db: Database,
  viewer: Editor,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Removed> {
  return changing(db, { viewer, festival, id, now }, async (tx, draft, edit) => {
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if (draft.released) await cancelSession(tx, id, { now });
    await changeDraft(tx, edit, id, { cancelled: true });
    return { ok: true, stays: true };
  });
}

async function changing(
  db: Database,
  { viewer, festival, id, now }: { viewer: Editor; festival: Festival; id: string; now: Instant },
  change: (tx: Database, draft: Draft, edit: Edit) => Promise<Removed>,
): Promise<Removed> {
  return db.transaction(async (tx) => {
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    const draft = await findDraft(tx, festival.id, id);
    return draft ? change(tx, draft, edit) : { ok: false, reason: "forbidden" };
  });
}
