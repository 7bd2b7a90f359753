import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { speakerAbsences } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Festival } from "../festival.ts";
import { type HalfDay, halfDaysOf } from "./half-days.ts";

type Days = Pick<Festival, "id" | "startsOn" | "endsOn">;

/** The half days of a festival on which a person said they cannot. */
export async function findHalfDaysAway(db: Database, festival: Days, personId: string): Promise<string[]> {
  const rows = await rowsOf(db, festival, personId);
  return halfDaysOf(festival).flatMap((half) => (rows.some((row) => isRow(half, row)) ? [half.id] : []));
}

/** Makes them these; what an organiser wrote down of other stretches stays. */
export async function saveHalfDaysAway(
  tx: Database,
  festival: Days,
  personId: string,
  away: string[],
  ids: Ids,
): Promise<void> {
  const rows = await rowsOf(tx, festival, personId);
  const halves = halfDaysOf(festival);
  const gone = rows.filter((row) => halves.some((half) => isRow(half, row) && !away.includes(half.id)));
  const added = halves.filter((half) => away.includes(half.id) && !rows.some((row) => isRow(half, row)));
  if (gone.length > 0) {
    const known = gone.map((row) => row.id);
    await tx.delete(speakerAbsences).where(inArray(speakerAbsences.id, known));
  }
  if (added.length > 0) {
    await tx.insert(speakerAbsences).values(
      added.map(({ startsLocal, endsLocal }) => ({
        ...{ id: ids.uuid(), festivalId: festival.id, personId },
        ...{ startsLocal, endsLocal },
      })),
    );
  }
}

const rowsOf = (db: Database, festival: Days, personId: string) =>
  db
    .select()
    .from(speakerAbsences)
    .where(and(eq(speakerAbsences.festivalId, festival.id), eq(speakerAbsences.personId, personId)));

const isRow = (half: HalfDay, row: { startsLocal: string; endsLocal: string }) =>
  row.startsLocal === half.startsLocal && row.endsLocal === half.endsLocal;
