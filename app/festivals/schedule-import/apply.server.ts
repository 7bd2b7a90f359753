import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditSession, mayLeadFestival } from "../access.ts";
import { addDrafts, beginEdit, changeDraft, type Edit } from "../draft-edits.server.ts";
import type { Festival } from "../festival.ts";
import { type ImportPlan, isPlace, planImport } from "./plan.ts";
import type { ImportedProgramme } from "./programme.ts";
import type { Report } from "./report.ts";
import { ensureRooms } from "./rooms.server.ts";
import { ensureTracks } from "./tracks.server.ts";

/** In whose name rows are made, and whose rows may be changed. */
export type Importer = Standing & { organisationId: string; personId: string | null };

export interface Making {
  now: Instant;
  ids: Ids;
}

/**
 * Writes a programme into the draft of a festival. Runs inside the caller's transaction, which is all or nothing;
 * two imports into one festival wait for each other.
 */
export async function applyProgramme(
  tx: Database,
  festival: Festival,
  programme: ImportedProgramme,
  importer: Importer,
  { now, ids }: Making,
): Promise<Report> {
  const { organisationId, personId } = importer;
  const edit = await beginEdit(tx, { festivalId: festival.id, personId, now });
  const owner = { festivalId: festival.id, organisationId, venueName: programme.title || festival.name };
  const known = await tx.select().from(draftSessions).where(eq(draftSessions.festivalId, festival.id));
  const plan = planImport(programme, {
    timeZone: festival.timeZone,
    startsOn: festival.startsOn,
    endsOn: festival.endsOn,
    roomIds: await ensureRooms(
      tx,
      owner,
      programme.rooms.filter(({ name }) => !isPlace(name, known)),
      ids,
    ),
    trackIds: await ensureTracks(tx, festival.id, programme.tracks, {
      mayCreate: mayLeadFestival(importer, festival),
      ids,
    }),
    known,
    mayEdit: (row) => mayEditSession(importer, festival, row),
  });
  await write(tx, plan, { edit, organisationId, ids });
  const taken = plan.lines.filter((line) => line.outcome === "taken").length;
  const { namedZone } = programme;
  return {
    lines: plan.lines,
    taken,
    left: plan.lines.length - taken,
    missing: plan.missing,
    zone:
      namedZone && namedZone !== programme.timeZone ? { named: namedZone, used: programme.timeZone } : null,
  };
}

async function write(
  tx: Database,
  { added, changed }: ImportPlan,
  { edit, organisationId, ids }: { edit: Edit; organisationId: string; ids: Ids },
): Promise<void> {
  await addDrafts(
    tx,
    edit,
    added.map((row) => ({ ...row, organisationId, id: ids.uuid() })),
  );
  for (const { id, ...columns } of changed) await changeDraft(tx, edit, id, columns);
}
