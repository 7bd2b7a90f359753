import type { Database } from "#db/connect.ts";
import { belongsTo, type Standing } from "~/people/access.ts";
import type { Instant, IsoDate, IsoInstant } from "~/platform/time.ts";
import { callWindow } from "./call/call.ts";
import { acceptedHosts, signupWindow } from "./festival.ts";
import { listFestivals } from "./festivals.server.ts";

export interface OpenNow {
  slug: string;
  name: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  timeZone: string;
  /** `until` is null where no end is set. */
  call: { until: IsoInstant | null } | null;
  signup: { until: IsoInstant | null } | null;
}

/** The festivals of a colleague's own organisation and its allies where they can propose or sign up now. */
export async function listOpenNow(db: Database, colleague: Standing, now: Instant): Promise<OpenNow[]> {
  const seen = (await listFestivals(db, colleague, now)).filter((festival) =>
    acceptedHosts(festival).some(({ id }) => belongsTo(colleague, id)),
  );
  return seen.flatMap((festival) => {
    const call = callWindow(festival, now) === "open" ? { until: festival.callClosesAt } : null;
    const signup = signupWindow(festival, now) === "open" ? { until: festival.signupClosesAt } : null;
    const { slug, name, startsOn, endsOn, timeZone } = festival;
    return call || signup ? [{ slug, name, startsOn, endsOn, timeZone, call, signup }] : [];
  });
}
