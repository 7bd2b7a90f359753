import type { SignupStatus } from "#db/schema/signups.ts";
import type { Standing } from "./item.ts";

const standings: Partial<Record<SignupStatus, Standing>> = {
  confirmed: "in",
  attended: "in",
  offered: "offered",
  waiting: "waiting",
};

/** What a sign-up means to the person who reads the programme. */
export function standingOf(status: SignupStatus | undefined): Standing {
  return (status && standings[status]) ?? null;
}
