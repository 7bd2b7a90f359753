import type { Guest, TurnStatus } from "#db/schema/lectures.ts";
import type { IsoDate } from "~/platform/time.ts";
import type { Earning } from "../ledger.ts";
import type { ListRow } from "./read-list.ts";
import { plainPerson, type Speaker } from "./speakers.ts";

export interface KnownTurn {
  heldOn: IsoDate;
  plannedOn: IsoDate;
  status: TurnStatus;
  memberId: string | null;
  guest: Guest | null;
  topic: string;
  present: readonly Earning[] | null;
}

/**
 * Whether the roster has a lecture on the date of a row: just this one, or another, which stays. Null when it has none.
 * A name that still has to be chosen is the same as whoever of that name has spoken.
 */
export function findExisting(
  { date, topic }: Pick<ListRow, "date" | "topic">,
  speaker: Speaker | undefined,
  { members, turns }: { members: readonly { id: string; personId: string }[]; turns: readonly KnownTurn[] },
): "same" | "skipped" | null {
  const turn = turns.find(({ heldOn, plannedOn }) => heldOn === date || plannedOn === date);
  if (!turn) return null;
  if (turn.status !== "held" || turn.heldOn !== date || turn.topic !== topic || !speaker) return "skipped";
  const spoke = members.find(({ id }) => id === turn.memberId)?.personId ?? null;
  return isSpeaker(speaker, spoke, turn.guest) ? "same" : "skipped";
}

function isSpeaker(
  { choice, candidates, name }: Speaker,
  spoke: string | null,
  guest: Guest | null,
): boolean {
  if (spoke === null) return guest?.is === "guest" && plainPerson(guest.name) === plainPerson(name);
  if (choice === null) return candidates.some(({ personId }) => personId === spoke);
  return choice.is !== "guest" && choice.personId === spoke;
}
