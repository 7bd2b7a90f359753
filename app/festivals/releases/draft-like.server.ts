import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions } from "#db/schema/index.ts";
import { type Instant, instantOf, localOf } from "~/platform/time.ts";
import type { Programme, ProgrammeSession } from "../diff.ts";
import { addDrafts, beginEdit, changeDraft } from "../draft-edits.server.ts";

interface Author {
  personId: string;
  now: Instant;
  /** The sessions that were ever released. */
  known: ReadonlyMap<string, unknown>;
}

/** Puts the draft to a programme: the same sessions, the other ones that attendees knew taken out. */
export async function draftLikeProgramme(
  tx: Database,
  { id: festivalId, timeZone }: { id: string; timeZone: string },
  programme: Programme,
  { personId, now, known }: Author,
): Promise<void> {
  const edit = await beginEdit(tx, { festivalId, personId, now });
  const drafts = await tx
    .select({ id: draftSessions.id })
    .from(draftSessions)
    .where(eq(draftSessions.festivalId, festivalId));
  const drafted = new Set(drafts.map(({ id }) => id));
  const wanted = new Set(programme.sessions.map(({ id }) => id));
  for (const session of programme.sessions.filter(({ id }) => drafted.has(id))) {
    await changeDraft(tx, edit, session.id, { ...draftOf(session, timeZone), cancelled: false });
  }
  const gone = programme.sessions.filter(({ id }) => !drafted.has(id));
  await addDrafts(
    tx,
    edit,
    gone.map((session) => ({ id: session.id, ...draftOf(session, timeZone) })),
  );
  for (const { id } of drafts.filter((draft) => known.has(draft.id) && !wanted.has(draft.id))) {
    await changeDraft(tx, edit, id, { cancelled: true });
  }
}

/** A draft stands in the festival's zone, whatever clock attendees are told by. */
function draftOf(session: ProgrammeSession, timeZone: string) {
  const { id, trackName, roomName, startsLocal, timeZone: told, ...fields } = session;
  const same = told === timeZone;
  return {
    ...fields,
    startsLocal: same ? startsLocal : localOf(instantOf(startsLocal, told), timeZone),
    timeZone: same ? null : told,
  };
}
