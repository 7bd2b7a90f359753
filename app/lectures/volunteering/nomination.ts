import { type Instant, type IsoInstant, isBefore, plus } from "~/platform/time.ts";

/** What is known of a person before somebody nominates them. */
export interface Nominee {
  /** On the roster, paused or not. */
  isOn: boolean;
  /** They are the one who nominates. */
  isSelf: boolean;
  /** Works for one of the hosts. */
  isColleague: boolean;
  earlier: readonly { status: string; answeredAt: IsoInstant | null }[];
}

export type NominationRefusal = "yourself" | "not-a-colleague" | "on-roster" | "open" | "said-no";

/** Hours, since months have none without a calendar: half a year. */
const rest = { hours: 182 * 24 };

/** Why this person is not to be asked now; null when they may be. */
export function refusalOf(nominee: Nominee, now: Instant): NominationRefusal | null {
  if (nominee.isSelf) return "yourself";
  if (!nominee.isColleague) return "not-a-colleague";
  if (nominee.isOn) return "on-roster";
  if (nominee.earlier.some(({ status }) => status === "open")) return "open";
  const saidNo = nominee.earlier.some(
    ({ status, answeredAt }) =>
      status === "declined" && answeredAt !== null && isBefore(now, plus(answeredAt, rest)),
  );
  return saidNo ? "said-no" : null;
}
