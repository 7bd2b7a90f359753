import type { SignupStatus } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";

/** What somebody has of a session on the day they are reminded of. */
export type OwnPart =
  | { is: "gives" }
  | { is: "attends" }
  | { is: "offered"; until: IsoInstant }
  | { is: "waits"; place: number };

export interface OwnSession {
  session: Session;
  part: OwnPart;
}

export interface SignupOfDay {
  sessionId: string;
  personId: string;
  status: SignupStatus;
  offeredUntil: IsoInstant | null;
}

/**
 * By person, what they give, attend, are offered or wait for, in the order of the sessions. Sign-ups come in the order
 * of the queue. Who has nothing is not in it.
 */
export function ownDays(sessions: Session[], signups: SignupOfDay[]): Map<string, OwnSession[]> {
  const days = new Map<string, OwnSession[]>();
  const add = (personId: string, own: OwnSession) => days.set(personId, [...(days.get(personId) ?? []), own]);
  for (const session of sessions) {
    const givers = new Set(session.speakers.flatMap(({ personId }) => personId ?? []));
    for (const personId of givers) add(personId, { session, part: { is: "gives" } });
    let place = 0;
    for (const signup of signups) {
      if (signup.sessionId !== session.id) continue;
      if (signup.status === "waiting") place += 1;
      const part = partOf(signup, place);
      if (part && !givers.has(signup.personId)) add(signup.personId, { session, part });
    }
  }
  return days;
}

function partOf({ status, offeredUntil }: SignupOfDay, place: number): OwnPart | null {
  switch (status) {
    case "confirmed":
    case "attended":
      return { is: "attends" };
    case "waiting":
      return { is: "waits", place };
    case "offered":
      return offeredUntil === null ? null : { is: "offered", until: offeredUntil };
    default:
      return null;
  }
}
