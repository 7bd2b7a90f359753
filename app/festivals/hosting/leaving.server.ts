import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts } from "#db/schema/index.ts";
import { isOrganiser } from "~/people/access.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import { beginEdit, changeDraft, type Edit } from "../draft-edits.server.ts";
import type { Festival } from "../festival.ts";
import { listSessionsOf, removeIdleRooms } from "./belongings.server.ts";
import { type Asking, decideAsHost } from "./hosts.server.ts";
import { countFates, type Fates, fateOf, type LeaveWish, type Outcome } from "./leaving.ts";
import { isHost, lockFestival, lockHost } from "./locks.server.ts";

export type Left =
  | ({ ok: true; already: boolean } & Outcome)
  /** `heir`: who was to take sessions over does not host it (any more). */
  | { ok: false; reason: "forbidden" | "leads" | "heir" };

const nothing: Outcome = { stay: 0, cancel: 0, handOver: 0 };

/**
 * A host stops hosting, and says what becomes of its sessions: all of it in one transaction, after or before a
 * release and never during one. What attendees know changes with the next release. Repeating it is harmless.
 */
export async function leaveFestival(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Pick<Festival, "id">,
  { reason, all, of }: LeaveWish,
  { now }: { now: Instant },
): Promise<Left> {
  const { organisationId } = viewer;
  if (!isOrganiser(viewer) || !organisationId) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<Left> => {
    if (mayLeadFestival(viewer, await lockFestival(tx, festivalId))) return { ok: false, reason: "leads" };
    const host = await lockHost(tx, festivalId, organisationId);
    if (host?.status === "left") return { ok: true, already: true, ...nothing };
    if (host?.status !== "accepted") return { ok: false, reason: "forbidden" };
    const edit = await beginEdit(tx, { festivalId, personId: viewer.personId, now });
    const met = await meetFates(tx, edit, organisationId, { all, of });
    if (met === null) return { ok: false, reason: "heir" };
    const withdrawn = { leadOfferedAt: null, leadOfferedBy: null };
    await tx.update(festivalHosts).set(withdrawn).where(isHost(festivalId, organisationId));
    await removeIdleRooms(tx, festivalId, organisationId);
    const facts = { ...met, sessions: met.stay + met.cancel + met.handOver };
    await decideAsHost(tx, { viewer, festivalId, organisationId, status: "left", reason, facts, now });
    return { ok: true, already: false, ...met };
  });
}

export type Rearranged = ({ ok: true } & Outcome) | { ok: false; reason: "forbidden" | "heir" };

/** The lead finds a new home for the sessions of a host that has left. */
export async function rearrangeSessions(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Pick<Festival, "id">,
  { organisationId, all, of }: Fates & { organisationId: string },
  { now }: { now: Instant },
): Promise<Rearranged> {
  return db.transaction(async (tx): Promise<Rearranged> => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" };
    const host = await lockHost(tx, festivalId, organisationId);
    if (host?.status !== "left") return { ok: false, reason: "forbidden" };
    const edit = await beginEdit(tx, { festivalId, personId: viewer.personId, now });
    const met = await meetFates(tx, edit, organisationId, { all, of });
    if (met === null) return { ok: false, reason: "heir" };
    await removeIdleRooms(tx, festivalId, organisationId);
    return { ok: true, ...met };
  });
}

/** Null, and nothing written, when an heir does not host the festival. */
async function meetFates(
  tx: Database,
  edit: Edit,
  organisationId: string,
  fates: Fates,
): Promise<Outcome | null> {
  const drafts = await listSessionsOf(tx, edit.festivalId, organisationId);
  const heirs = new Map<string, number>();
  for (const { id } of drafts) {
    const fate = fateOf(fates, id);
    if (fate.kind === "hand-over") heirs.set(fate.to, (heirs.get(fate.to) ?? 0) + 1);
  }
  if (!(await allHost(tx, edit.festivalId, organisationId, [...heirs.keys()]))) return null;
  for (const { id } of drafts.sort(byId)) {
    const fate = fateOf(fates, id);
    if (fate.kind === "cancel") await changeDraft(tx, edit, id, { cancelled: true });
    if (fate.kind === "hand-over") await changeDraft(tx, edit, id, { organisationId: fate.to });
  }
  await recordEvents(
    tx,
    [...heirs].map(([to, count]) => ({
      kind: "festival.sessions-handed-over",
      subject: edit.festivalId,
      payload: { from: organisationId, to, count, by: edit.personId },
      now: edit.now,
    })),
  );
  return countFates(
    fates,
    drafts.map((draft) => draft.id),
  );
}

async function allHost(tx: Database, festivalId: string, leaving: string, heirs: string[]): Promise<boolean> {
  const rows = await tx
    .select({ id: festivalHosts.organisationId, status: festivalHosts.status })
    .from(festivalHosts)
    .where(eq(festivalHosts.festivalId, festivalId));
  const hosts = new Set(rows.filter((row) => row.status === "accepted").map((row) => row.id));
  return heirs.every((heir) => heir !== leaving && hosts.has(heir));
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
