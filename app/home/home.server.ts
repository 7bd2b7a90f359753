import type { Database } from "#db/connect.ts";
import { listMySessions } from "~/calendar/my-sessions.server.ts";
import { listUnfinished } from "~/festivals/call/my-proposals.server.ts";
import { acceptedHosts, signupWindow } from "~/festivals/festival.ts";
import { listHostInvitations, nextFestival } from "~/festivals/festivals.server.ts";
import { lecturePath } from "~/lectures/lecture.ts";
import { nextLecture, turnsOf } from "~/lectures/lectures.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { type Instant, plus } from "~/platform/time.ts";
import { placeOf, sessionPath } from "~/sessions/session.ts";
import { listClashes } from "~/signups/clashes/clashes.server.ts";
import type { MyItem } from "./my-next.tsx";

/** What is on, as far as this viewer may see it. */
export async function findWhatIsOn(db: Database, viewer: Viewer | null, now: Instant) {
  const festival = await nextFestival(db, viewer, now);
  const lecture = await nextLecture(db, viewer, now);
  return {
    festival: festival && {
      slug: festival.slug,
      name: festival.name,
      theme: festival.theme,
      startsOn: festival.startsOn,
      endsOn: festival.endsOn,
      status: festival.status,
      language: festival.language,
      signup: signupWindow(festival, now),
      hosts: acceptedHosts(festival),
    },
    lecture: lecture && { ...lecture, to: lecturePath(lecture) },
  };
}

const shownAtMost = 5;
const weeksAhead = 8;

/** What concerns this person alone: their next few sessions, and what waits for their answer. */
export async function findMine(db: Database, viewer: Viewer, now: Instant) {
  const span = { endsAfter: now.toString(), startsBefore: plus(now, { hours: weeksAhead * 7 * 24 }) };
  const mine = await listMySessions(db, viewer, now, span);
  const turns = await turnsOf(db, viewer.personId, now);
  const invitations = await listHostInvitations(db, viewer);
  return {
    asOf: now.toString(),
    held: mine.flatMap(({ session, part, until }) => {
      const { id, title, startsAt, endsAt, timeZone } = session;
      const path = sessionPath(session);
      return part === "offered" && until ? [{ id, title, path, until, startsAt, endsAt, timeZone }] : [];
    }),
    clashes: await listClashes(db, viewer.personId, now),
    unfinished: (await listUnfinished(db, viewer, now)).slice(0, shownAtMost),
    items: mine.slice(0, shownAtMost).map(
      ({ session, part }): MyItem => ({
        id: session.id,
        to: sessionPath(session),
        title: session.title,
        language: session.language,
        place: placeOf(session),
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        timeZone: session.timeZone,
        allDay: session.allDay,
        part,
        cancelled: session.status === "cancelled",
      }),
    ),
    turns: turns
      .filter(({ status }) => status !== "confirmed")
      .map((turn) => ({ ...turn, to: lecturePath(turn) })),
    invitations: invitations.map(({ slug, name }) => ({ slug, name })),
  };
}
