import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { mayOrganiseFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import { findFestival } from "../festivals.server.ts";
import { applyProgramme, type Importer, type Making } from "./apply.server.ts";
import { decodeSchedule } from "./decode.ts";
import { createFestivalFor } from "./new-festival.server.ts";
import type { ImportedProgramme } from "./programme.ts";
import { type Fallbacks, readSchedule } from "./read-schedule.ts";
import type { Imported, Refusal, ReportLine } from "./report.ts";

/** Takes a schedule file into the draft of a festival: all that can be taken, or nothing at all. */
export async function importSchedule(
  db: Database,
  festival: Festival,
  file: Uint8Array,
  asking: Standing & { personId: string | null },
  making: Making,
): Promise<Imported> {
  const { organisationId, role, personId } = asking;
  if (!organisationId || !mayOrganiseFestival(asking, festival))
    return { ok: false, refusal: "notAHost", lines: [] };
  const read = readFile(file, festival);
  if (!read.ok) return read;
  const report = await db.transaction((tx) =>
    applyProgramme(tx, festival, read.programme, { organisationId, role, personId }, making),
  );
  return { ok: true, report };
}

export type ImportedBySlug =
  | Imported
  | { ok: false; refusal: "noOrganisation" | "unknownOrganisation"; lines: [] };

/**
 * The same for whoever runs the machine: a festival that is new is made, in one transaction with all it holds.
 * Without an organisation's slug the festival's lead imports, or the first organisation makes the festival.
 */
export async function importBySlug(
  db: Database,
  file: Uint8Array,
  target: { festival: string; organisation: string | undefined },
  making: Making,
): Promise<ImportedBySlug> {
  const known = await findFestival(db, target.festival);
  const organisation = await findOrganisation(db, target.organisation, known?.leadOrganisationId);
  if (!organisation)
    return { ok: false, refusal: target.organisation ? "unknownOrganisation" : "noOrganisation", lines: [] };
  const importer: Importer = { organisationId: organisation.id, role: "organiser", personId: null };
  if (known) return importSchedule(db, known, file, importer, making);
  const read = readFile(file, organisation);
  if (!read.ok) return read;
  const report = await db.transaction(async (tx) => {
    const festival = await createFestivalFor(tx, target.festival, organisation, read.programme, making);
    return applyProgramme(tx, festival, read.programme, importer, making);
  });
  return { ok: true, report };
}

type ReadFile =
  | { ok: true; programme: ImportedProgramme }
  | { ok: false; refusal: Refusal; lines: ReportLine[] };

function readFile(file: Uint8Array, fallbacks: Fallbacks): ReadFile {
  const decoded = decodeSchedule(file);
  if (!decoded.ok) return { ...decoded, lines: [] };
  const read = readSchedule(decoded.tree, fallbacks);
  if (!read.ok) return { ...read, lines: [] };
  const { lines } = read.programme;
  if (lines.some((line) => line.entry)) return read;
  const left = lines.flatMap(({ where, title, ...line }): ReportLine[] =>
    line.entry ? [] : [{ where, title, outcome: "left", reason: line.reason }],
  );
  return { ok: false, refusal: "nothingToTake", lines: left };
}

async function findOrganisation(db: Database, slug: string | undefined, id: string | undefined) {
  const wanted = slug ? eq(organisations.slug, slug) : id ? eq(organisations.id, id) : undefined;
  const [row] = await db
    .select()
    .from(organisations)
    .where(wanted)
    .orderBy(asc(organisations.createdAt), asc(organisations.slug))
    .limit(1);
  return row ?? null;
}
