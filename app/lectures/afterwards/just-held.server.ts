import type { Database } from "#db/connect.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { mayRespond } from "../access.ts";
import { lastBegun } from "../lectures.server.ts";
import type { Series } from "../series.ts";
import type { JustHeldLecture } from "./just-held.tsx";
import { listThanks } from "./thanks.server.ts";

/** So long after its end a lecture stands on top of its series' page. */
const hours = 48;

/** The lecture of this week whose speaker can be thanked on the page of the series; null when none was just held. */
export async function findJustHeld(
  db: Database,
  { viewer, series }: { viewer: Viewer | null; series: Series },
  now: Instant,
): Promise<JustHeldLecture | null> {
  const lecture = await lastBegun(db, series.id, { now, endedAfter: now.subtract({ hours }) });
  if (!lecture?.speaker) return null;
  const isSpeaker = lecture.speaker.personId === viewer?.personId;
  const mayThank = mayRespond(viewer, series) && !isSpeaker;
  const thanks = viewer && mayThank ? await listThanks(db, lecture.turnId) : [];
  const hasThanked = thanks.some(({ personId }) => personId === viewer?.personId);
  return { lecture, mayThank, hasThanked, isOver: !isBefore(now, lecture.endsAt) };
}
