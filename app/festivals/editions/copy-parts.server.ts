import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  callQuestions,
  decisionTexts,
  draftSessions,
  festivalRooms,
  formats,
  tracks,
  venueDistances,
} from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { addDrafts, beginEdit } from "../draft-edits.server.ts";

export interface Copying {
  from: string;
  to: string;
  personId: string;
  now: Instant;
  ids: Ids;
}

/** Rooms with the ways between them, tracks, formats, questions and the words of decisions. Returns the new tracks by the old. */
export async function copyParts(tx: Database, { from, to, now, ids }: Copying): Promise<Map<string, string>> {
  const put = async <Row>(rows: Row[], write: (rows: Row[]) => PromiseLike<unknown>) => {
    if (rows.length > 0) await write(rows);
  };
  const used = await tx.select().from(festivalRooms).where(eq(festivalRooms.festivalId, from));
  await put(
    used.map((row) => ({ ...row, festivalId: to })),
    (rows) => tx.insert(festivalRooms).values(rows),
  );
  const ways = await tx.select().from(venueDistances).where(eq(venueDistances.festivalId, from));
  await put(
    ways.map((row) => ({ ...row, festivalId: to })),
    (rows) => tx.insert(venueDistances).values(rows),
  );
  const kinds = await tx.select().from(formats).where(eq(formats.festivalId, from));
  await put(
    kinds.map((row) => ({ ...row, id: ids.uuid(), festivalId: to })),
    (rows) => tx.insert(formats).values(rows),
  );
  const asked = await tx.select().from(callQuestions).where(eq(callQuestions.festivalId, from));
  await put(
    asked.map((row) => ({ ...row, id: ids.uuid(), festivalId: to })),
    (rows) => tx.insert(callQuestions).values(rows),
  );
  const ofFestival = and(eq(decisionTexts.festivalId, from), isNull(decisionTexts.proposalId));
  const words = await tx.select().from(decisionTexts).where(ofFestival);
  await put(
    words.map((row) => ({ ...row, id: ids.uuid(), festivalId: to, updatedAt: now.toString() })),
    (rows) => tx.insert(decisionTexts).values(rows),
  );
  const old = await tx.select().from(tracks).where(eq(tracks.festivalId, from));
  const copies = new Map(old.map(({ id }) => [id, ids.uuid()]));
  await put(
    old.map((row) => ({ ...row, id: copies.get(row.id)!, festivalId: to })),
    (rows) => tx.insert(tracks).values(rows),
  );
  return copies;
}

/** What may come again: sessions somebody gives. Breaks and the like belong to a timetable. */
const ideas = ["workshop", "talk"] as const;

/** The sessions as ideas without a time or a room; a workshop that was given twice is one idea. */
export async function copyIdeas(
  tx: Database,
  { from, to, personId, now, ids }: Copying,
  trackOf: Map<string, string>,
): Promise<number> {
  const rows = await tx
    .select()
    .from(draftSessions)
    .where(
      and(
        eq(draftSessions.festivalId, from),
        eq(draftSessions.cancelled, false),
        inArray(draftSessions.kind, [...ideas]),
      ),
    )
    .orderBy(draftSessions.startsLocal, draftSessions.id);
  const once = [...new Map(rows.map((row) => [row.proposalId ?? row.id, row])).values()];
  const edit = await beginEdit(tx, { festivalId: to, personId, now });
  await addDrafts(
    tx,
    edit,
    once.map(({ organisationId, kind, title, abstract, language, trackId, ...row }) => ({
      ...{ organisationId, kind, title, abstract, language },
      ...{ durationMinutes: row.durationMinutes, level: row.level, equipment: row.equipment },
      ...{ capacity: row.capacity, speakers: row.speakers },
      id: ids.uuid(),
      proposalId: ids.uuid(),
      trackId: trackId && (trackOf.get(trackId) ?? null),
    })),
  );
  return once.length;
}
