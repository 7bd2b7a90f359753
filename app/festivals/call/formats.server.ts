import { and, asc, count, eq, max, ne, sql } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { formats, proposals } from "#db/schema/index.ts";
import type { SessionKind } from "#db/schema/sessions.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { mayLeadFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import type { Format } from "./proposal.ts";
import { type Direction, moved } from "./reorder.ts";

/** What may be proposed, in the organisers' order. */
export async function listFormats(db: Database, festivalId: string): Promise<Format[]> {
  return db
    .select({
      id: formats.id,
      name: formats.name,
      kind: formats.kind,
      durationMinutes: formats.durationMinutes,
    })
    .from(formats)
    .where(eq(formats.festivalId, festivalId))
    .orderBy(asc(formats.position), asc(formats.name));
}

/** How many proposals have each format, drafts among them, by its id. */
export async function countByFormat(db: Database, festivalId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({ id: proposals.formatId, number: count() })
    .from(proposals)
    .where(and(eq(proposals.festivalId, festivalId), ne(proposals.status, "withdrawn")))
    .groupBy(proposals.formatId);
  return Object.fromEntries(rows.flatMap(({ id, number }) => (id ? [[id, number]] : [])));
}

export const mostFormats = 12;

export interface FormatWish {
  id?: string;
  name: string;
  kind: SessionKind;
  durationMinutes: number;
}

export type FormatSaved = { ok: true } | { ok: false; reason: "forbidden" | "name-taken" | "too-many" };

/** A new format, or another name, kind and length for the one with this id. Sessions that were made of it stay. */
export async function saveFormat(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, ...wish }: FormatWish,
  { ids }: { ids: Ids },
): Promise<FormatSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const festivalId = festival.id;
  try {
    if (id) {
      await db.update(formats).set(wish).where(isOf(festivalId, id));
      return { ok: true };
    }
    if ((await db.$count(formats, eq(formats.festivalId, festivalId))) >= mostFormats)
      return { ok: false, reason: "too-many" };
    const [last] = await db
      .select({ position: max(formats.position) })
      .from(formats)
      .where(eq(formats.festivalId, festivalId));
    await db
      .insert(formats)
      .values({ ...wish, id: ids.uuid(), festivalId, position: (last?.position ?? -1) + 1 });
    return { ok: true };
  } catch (error) {
    if (constraintOf(error) === "formats_name") return { ok: false, reason: "name-taken" };
    throw error;
  }
}

/** Proposals of this format get another one, or none; they stay otherwise as they are. */
export async function removeFormat(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, insteadId }: { id: string; insteadId?: string },
): Promise<boolean> {
  if (!mayLeadFestival(viewer, festival)) return false;
  await db.transaction(async (tx) => {
    const others = (await listFormats(tx, festival.id)).filter((format) => format.id !== id);
    const instead = others.find((format) => format.id === insteadId)?.id ?? null;
    await tx
      .update(proposals)
      // Another version, so that a page that is being written on does not bring the old one back unseen.
      .set({ formatId: instead, version: sql`${proposals.version} + 1` })
      .where(and(eq(proposals.formatId, id), eq(proposals.festivalId, festival.id)));
    await tx.delete(formats).where(isOf(festival.id, id));
  });
  return true;
}

export async function moveFormat(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, direction }: { id: string; direction: Direction },
): Promise<boolean> {
  if (!mayLeadFestival(viewer, festival)) return false;
  await db.transaction(async (tx) => {
    const order = (await listFormats(tx, festival.id)).map((format) => format.id);
    for (const [position, one] of moved(order, id, direction).entries()) {
      await tx.update(formats).set({ position }).where(eq(formats.id, one));
    }
  });
  return true;
}

const isOf = (festivalId: string, id: string) => and(eq(formats.id, id), eq(formats.festivalId, festivalId));
