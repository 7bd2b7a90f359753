import type { Database } from "#db/connect.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { placeOf, type Session, sessionPath } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import type { BallotInputs } from "../allocation/allocation.ts";
import { whyOf } from "../allocation/why.ts";
import { signupStates } from "../states.server.ts";
import { type Allocation, findAllocation } from "./allocations.server.ts";
import { findBallot } from "./ballots.server.ts";
import { pseudonymOf } from "./pseudonym.server.ts";
import { type WhyWords, whyInWords } from "./why-words.ts";

/** A session as a line of one's own programme. */
export interface MyLine {
  id: string;
  title: string;
  language: string;
  path: string;
  place: string;
  span: Pick<Session, "startsAt" | "endsAt" | "timeZone" | "allDay">;
  cancelled: boolean;
  status: SignupStatus | null;
  /** The place in the queue. */
  queue: number | null;
}

export interface MySlot {
  key: IsoInstant;
  /** The longest of its sessions; null when none of them is there any more. */
  span: MyLine["span"] | null;
  /** They wished for something then. */
  asked: boolean;
  /** What was given then, though it may have been given up since. */
  got: MyLine | null;
  why: WhyWords;
  /** The wishes that were not fulfilled, as far as they are known by name. */
  missed: { line: MyLine | null; rank: number; sentence: string }[];
}

export interface MyResult {
  /** The number in the ballot by which nobody else can find this person. */
  number: string;
  /** Null: they handed in nothing. */
  slots: MySlot[] | null;
}

/** What one person got from the ballot, and why; null while the seats are not given. */
export async function findMyResult(
  db: Database,
  { festivalId, personId }: { festivalId: string; personId: string },
  t: Translate,
): Promise<MyResult | null> {
  const ballot = await findBallot(db, festivalId);
  const allocation = ballot?.allocationId ? await findAllocation(db, ballot.allocationId) : null;
  if (!ballot || !allocation) return null;
  const number = pseudonymOf(ballot.numbersKey, personId);
  const me = allocation.inputs.people.find(({ id }) => id === number);
  if (!me) return { number, slots: null };
  const lines = await linesOf(db, personId, sessionsOf(allocation.inputs));
  const slots = [...new Set(allocation.inputs.sessions.map(({ slot }) => slot))].sort();
  return { number, slots: slots.map((slot) => slotOf({ allocation, number, slot, lines, t })) };
}

const sessionsOf = (inputs: BallotInputs) => inputs.sessions.map(({ id }) => id);

function slotOf(given: {
  allocation: Allocation;
  number: string;
  slot: string;
  lines: Map<string, MyLine>;
  t: Translate;
}): MySlot {
  const { allocation, number, slot, lines, t } = given;
  const why = whyOf(allocation.inputs, allocation.result, number, slot);
  const words = whyInWords(why, (id) => lines.get(id)?.title ?? t("ballot.mine.gone"), t);
  const spans = allocation.inputs.sessions
    .filter((session) => session.slot === slot)
    .flatMap(({ id }) => lines.get(id)?.span ?? [])
    .filter(({ startsAt }) => startsAt === slot)
    .sort((a, b) => Date.parse(b.endsAt) - Date.parse(a.endsAt));
  return {
    key: slot,
    span: spans[0] ?? null,
    asked: why.kind !== "not-asked" && why.kind !== "unknown",
    got: "sessionId" in why ? (lines.get(why.sessionId) ?? null) : null,
    why: words,
    missed: words.missed.map(({ sessionId, ...one }) => ({ line: lines.get(sessionId) ?? null, ...one })),
  };
}

/** Sessions with what this person has of them now. */
async function linesOf(db: Database, personId: string, ids: string[]): Promise<Map<string, MyLine>> {
  const sessions = await listSessions(db, { ids });
  const states = await signupStates(db, personId, ids);
  return new Map(
    sessions.map((session) => [
      session.id,
      {
        id: session.id,
        title: session.title,
        language: session.language,
        path: sessionPath(session),
        place: placeOf(session),
        span: {
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          timeZone: session.timeZone,
          allDay: session.allDay,
        },
        cancelled: session.status === "cancelled",
        status: states[session.id]?.status ?? null,
        queue: states[session.id]?.place ?? null,
      },
    ]),
  );
}

/** What somebody has in a festival whose seats go to whoever comes first, in order of time. */
export async function findMySeats(db: Database, festivalId: string, personId: string): Promise<MyLine[]> {
  const sessions = await listSessions(db, { festivalId });
  const lines = await linesOf(
    db,
    personId,
    sessions.map(({ id }) => id),
  );
  return [...lines.values()].filter(({ status }) => status !== null);
}
