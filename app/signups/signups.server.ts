import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { SignupWindow } from "./decide.ts";
import { findParty } from "./parties.server.ts";
import { type Ask, type Asked, ask, type CancelAnswer, cancel, type SignupAnswer } from "./seats/acts.ts";
import { actInside, withBook } from "./seats/with-book.server.ts";
import { signupStates } from "./states.server.ts";
import { raceSafely } from "./transaction.server.ts";

export type { CancelAnswer, SignupAnswer } from "./seats/acts.ts";

export interface SignupRequest {
  personId: string;
  sessionId: string;
  /** A seat in the way that this person gives up for this one, now or when their turn comes. */
  givesUp?: string | null;
  /** For one's whole party: seated together or not at all. */
  together?: boolean;
}

/**
 * Gives a person a seat, or a place in the queue: everybody joins its end and free seats go to the first who may
 * take them, so nobody passes. Repeating a request changes nothing.
 */
export async function signUp(
  db: Database,
  request: SignupRequest,
  { now, ids, window }: { now: Instant; ids: Ids; window: SignupWindow },
): Promise<SignupAnswer> {
  const [answer] = await signUpMany(db, [{ ...request, window }], { now, ids });
  if (!answer) throw new Error("a sign-up without an answer");
  return answer;
}

/**
 * Answers many requests in one transaction, in their order, each as if it stood alone. The answers come in the order
 * of the requests.
 */
export async function signUpMany(
  db: Database,
  requests: readonly (SignupRequest & { window: SignupWindow })[],
  { now, ids }: { now: Instant; ids: Ids },
): Promise<SignupAnswer[]> {
  const answers = await raceSafely(db, async (tx) => {
    const asks = await Promise.all(requests.map((request) => askFor(tx, request)));
    const reach = {
      sessionIds: [...new Set(asks.flatMap((one) => [one.sessionId, one.givesUp ?? one.sessionId]))],
      personIds: [...new Set(asks.flatMap((one) => one.personIds))],
      movers: asks.filter((one) => one.givesUp !== null).map((one) => one.personIds[0]),
      joining: asks.reduce((sum, one) => sum + one.personIds.length, 0),
    };
    return actInside(tx, reach, { now, ids }, (book) => asks.map((one) => ask(book, one)));
  });
  return Promise.all(answers.map((answer, i) => withPlace(db, answer, requests[i])));
}

async function askFor(
  tx: Database,
  { personId, sessionId, givesUp = null, together = false, window }: SignupRequest & { window: SignupWindow },
): Promise<Ask> {
  const party = together ? await findParty(tx, personId, sessionId) : null;
  const others = (party?.personIds ?? []).filter((id) => id !== personId);
  return { sessionId, personIds: [personId, ...others], partyId: party?.partyId ?? null, givesUp, window };
}

/** Adds the place of somebody who waited before. */
async function withPlace(
  db: Database,
  answer: Asked,
  request: SignupRequest | undefined,
): Promise<SignupAnswer> {
  if (!answer.ok || answer.status !== "waiting") return answer;
  if (answer.place !== null || !request) return { ...answer, place: answer.place ?? 1 };
  const { personId, sessionId } = request;
  const place = (await signupStates(db, personId, [sessionId]))[sessionId]?.place;
  return place == null ? { ok: true, status: "confirmed" } : { ...answer, place };
}

/** Gives up a seat, an offer or a place in the queue; the first in the queue moves up at once. */
export async function cancelSignup(
  db: Database,
  { personId, sessionId }: { personId: string; sessionId: string },
  { now }: { now: Instant },
): Promise<CancelAnswer> {
  const reach = { sessionIds: [sessionId], personIds: [personId], movers: [personId], frees: true };
  return withBook(db, reach, { now }, (book) => cancel(book, { sessionId, personId }));
}
