import type { Database } from "#db/connect.ts";
import { type IsoDateTime, instantOf, localOf } from "~/platform/time.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import type { Programme, ProgrammeSession } from "./diff.ts";
import type { Draft } from "./draft.ts";

/** What a release would publish: every draft that has a time and is not taken out. */
export function programmeOf(drafts: Draft[], timeZone: string): Programme {
  const sessions = drafts.flatMap((draft): ProgrammeSession[] => {
    if (draft.cancelled || draft.startsLocal === null) return [];
    const {
      cancelled,
      released,
      seatsTaken,
      organisation,
      startsLocal,
      equipment,
      pinned,
      version,
      ...fields
    } = draft;
    const told = draft.allDay ? timeZone : (draft.timeZone ?? timeZone);
    return [{ ...fields, ...toldBy(told, startsLocal, timeZone) }];
  });
  return { sessions };
}

/** The same moment on the clock that attendees are told it by. */
function toldBy(told: string, startsLocal: IsoDateTime, timeZone: string) {
  const local = told === timeZone ? startsLocal : localOf(instantOf(startsLocal, timeZone), told);
  return { startsLocal: local, timeZone: told };
}

/** What attendees know now, with what changed at once since the last release. */
export async function currentProgramme(db: Database, festivalId: string): Promise<Programme> {
  const rows = await listSessions(db, { festivalId, statuses: ["tentative", "confirmed"] });
  const sessions = rows.map(
    (row): ProgrammeSession => ({
      id: row.id,
      organisationId: row.organisationId,
      kind: row.kind,
      title: row.title,
      abstract: row.abstract,
      language: row.language,
      trackId: row.trackId,
      trackName: row.track?.name ?? null,
      roomId: row.roomId,
      roomName: row.room?.name ?? null,
      place: row.place,
      startsLocal: row.startsLocal,
      timeZone: row.timeZone,
      durationMinutes: row.durationMinutes,
      allDay: row.allDay,
      capacity: row.capacity,
      speakers: row.speakers,
      proposalId: row.proposalId,
      level: row.level,
    }),
  );
  return { sessions };
}
