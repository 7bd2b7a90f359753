import type { Database } from "#db/connect.ts";
import { maySeeFestival } from "~/festivals/access.ts";
import { type Festival, signupWindow } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { maySeeSeries } from "~/lectures/access.ts";
import { requireSeries } from "~/lectures/series.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import type { SignupWindow } from "./decide.ts";

/** On which terms seats are given. */
export interface Admission {
  window: SignupWindow;
  opensAt: IsoInstant | null;
}

/** A lecture takes everybody until it begins. */
export const openAdmission: Admission = { window: "open", opensAt: null };

export function festivalAdmission(festival: Festival, now: Instant): Admission {
  const window = festival.signupMode === "ballot" ? "ballot" : signupWindow(festival, now);
  return { window, opensAt: festival.postponedAt ? null : festival.signupOpensAt };
}

/** The terms for this viewer, of a festival's session or a series's; null when they may not see it. */
export async function findAdmission(
  db: Database,
  viewer: Viewer | null,
  session: Session,
  now: Instant,
): Promise<Admission | null> {
  return (await admissionsOf(db, [session], now))(viewer, session);
}

/** The same for any viewer and any of these sessions, looked up once for each festival and series. */
export async function admissionsOf(
  db: Database,
  sessions: readonly Session[],
  now: Instant,
): Promise<(viewer: Viewer | null, session: Session) => Admission | null> {
  const ids = (find: (session: Session) => string | null) => [
    ...new Set(sessions.flatMap((session) => find(session) ?? [])),
  ];
  const [festivals, series] = await Promise.all([
    Promise.all(ids((session) => session.festivalId).map((id) => findFestivalById(db, id))),
    Promise.all(ids((session) => session.seriesId).map((id) => requireSeries(db, id))),
  ]);
  const terms = new Map(festivals.map((one) => [one?.id, one && festivalAdmission(one, now)]));
  return (viewer, session) => {
    if (session.festivalId) {
      const festival = festivals.find((one) => one?.id === session.festivalId);
      return festival && maySeeFestival(viewer, festival) ? (terms.get(festival.id) ?? null) : null;
    }
    const own = series.find((one) => one.id === session.seriesId);
    return own && maySeeSeries(viewer, own) ? openAdmission : null;
  };
}
