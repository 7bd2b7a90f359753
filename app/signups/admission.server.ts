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
  if (session.festivalId) {
    const festival = await findFestivalById(db, session.festivalId);
    return festival && maySeeFestival(viewer, festival) ? festivalAdmission(festival, now) : null;
  }
  const series = session.seriesId ? await requireSeries(db, session.seriesId) : null;
  return series && maySeeSeries(viewer, series) ? openAdmission : null;
}
