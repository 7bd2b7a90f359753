import { inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { previewSeats, type SeatsPreview, type SeatsWanted } from "../preview.server.ts";

/** What other seats would come to, as one organisation may know it. */
export interface ShownPreview {
  /** Of the viewer's own organisation, by name. */
  own: { name: string; how: "seat" | "offer" }[];
  /** Of others as totals; null for people of no organisation. */
  others: { organisation: string | null; count: number }[];
  /** Seats nobody has; null where everybody fits. */
  free: number | null;
  /** Kept and not taken. */
  kept: { organisation: string; seats: number }[];
  /** Null where everybody fits. */
  pool: number | null;
  waiting: number;
}

/** Null where there is no such session. Nothing is changed. */
export async function previewFor(
  db: Database,
  organisationId: string | null,
  wanted: SeatsWanted,
  { now }: { now: Instant },
): Promise<ShownPreview | null> {
  const preview = await previewSeats(db, wanted, { now });
  return preview && show(db, organisationId, preview);
}

async function show(
  db: Database,
  organisationId: string | null,
  { seated, free, kept, pool, waiting }: SeatsPreview,
): Promise<ShownPreview> {
  const own = seated.filter((one) => one.organisationId !== null && one.organisationId === organisationId);
  const others = seated.filter((one) => !own.includes(one));
  const names = await namesOf(
    db,
    own.map((one) => one.personId),
  );
  const ids = [...others, ...kept].flatMap((one) => one.organisationId ?? []);
  const called = await organisationNames(db, [...new Set(ids)]);
  const totals = new Map<string | null, number>();
  for (const one of others) totals.set(one.organisationId, (totals.get(one.organisationId) ?? 0) + 1);
  return {
    own: own.map((one) => ({ name: names.get(one.personId) ?? "", how: one.how })),
    others: [...totals].map(([id, count]) => ({ organisation: id && (called.get(id) ?? null), count })),
    kept: kept.map((one) => ({ organisation: called.get(one.organisationId) ?? "", seats: one.seats })),
    ...{ free, pool, waiting },
  };
}

async function namesOf(db: Database, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function organisationNames(db: Database, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}
