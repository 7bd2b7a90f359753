import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { allocations, ballots, festivals, partyMembers } from "#db/schema/index.ts";
import { mayLeadFestival } from "~/festivals/access.ts";
import { recordDecision } from "~/festivals/decisions.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import { lockFestival } from "~/festivals/hosting/locks.server.ts";
import type { Standing } from "~/people/access.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { lockSessions } from "~/sessions/sessions.server.ts";
import type { AllocationResult, BallotInputs } from "../allocation/allocation.ts";
import { queueOf } from "../allocation/queue.ts";
import { giveSeats } from "../give-seats.server.ts";
import { ballotState } from "./ballot.ts";
import { type Known, readInputs } from "./inputs.server.ts";

export type CarriedOut =
  /** `again`: it was done before, by this press of the button or another one. */
  | { ok: true; again: boolean; people: number }
  | { ok: false; reason: "forbidden" | "not-closed" | "gone" | "changed" };

/** A seat of the trial could not be given: what it stands on is no longer so. */
class OutOfDate extends Error {}

/**
 * Gives the seats exactly as a trial said, once: whoever presses the button again, or at the same moment, finds it done.
 * It is refused when anything the trial stands on has changed since. From then on seats are first come, first served.
 */
export async function carryOut(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  trialId: string,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<CarriedOut> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const festivalId = festival.id;
  try {
    return await inTransaction(db, async (tx): Promise<CarriedOut> => {
      const row = await lockFestival(tx, festivalId);
      const [ballot] = await tx
        .select()
        .from(ballots)
        .where(eq(ballots.festivalId, festivalId))
        .for("update");
      const state = ballotState(ballot ?? null, row, now);
      if (state === "allocated") return { ok: true, again: true, people: 0 };
      if (!ballot || state !== "closed" || row.status !== "released" || row.postponedAt)
        return { ok: false, reason: "not-closed" };
      const [trial] = await tx
        .select()
        .from(allocations)
        .where(and(eq(allocations.id, trialId), eq(allocations.festivalId, festivalId)));
      if (!trial || trial.mode !== ballot.mode) return { ok: false, reason: "gone" };
      const inputs = trial.inputs as BallotInputs;
      const result = trial.result as AllocationResult;
      await lockSessions(
        tx,
        inputs.sessions.map(({ id }) => id),
      );
      const present = await readInputs(tx, { festival, key: ballot.numbersKey, now });
      if (present.hash !== trial.inputsHash) return { ok: false, reason: "changed" };
      const who = (pseudonym: string) => personOf(present.known, pseudonym);
      const seats = result.seats.map(({ personId, sessionId }) => ({ personId: who(personId), sessionId }));
      const parties = await partiesOf(tx, inputs, present.known, festivalId);
      const queue = queueOf(inputs, result).map(({ personId, sessionId, partyId }) => ({
        personId: who(personId),
        sessionId,
        partyId: partyId ? (parties.get(partyId) ?? null) : null,
      }));
      // Before the events of each seat: whoever is told of all at once has nothing more to be told of each.
      await tellEverybody(tx, { festivalId, trialId, inputs, known: present.known, now });
      const { refused } = await giveSeats(tx, { seats, queue }, { now, ids });
      if (refused.length > 0) throw new OutOfDate();
      await note(tx, { festivalId, trialId, by: viewer, people: inputs.people.length, now });
      return { ok: true, again: false, people: inputs.people.length };
    });
  } catch (error) {
    if (error instanceof OutOfDate) return { ok: false, reason: "changed" };
    throw error;
  }
}

interface Told {
  festivalId: string;
  trialId: string;
  inputs: BallotInputs;
  known: Map<string, Known>;
  now: Instant;
}

const atOnce = 2000;

/** One event a person, who gets one mail with what they got and why. */
async function tellEverybody(tx: Database, { festivalId, trialId, inputs, known, now }: Told): Promise<void> {
  const told = inputs.people.map(({ id }) => ({
    kind: "ballot.told",
    subject: personOf(known, id),
    payload: { festivalId, allocationId: trialId },
    now,
  }));
  for (let i = 0; i < told.length; i += atOnce) await recordEvents(tx, told.slice(i, i + atOnce));
}

interface Done {
  festivalId: string;
  trialId: string;
  by: Standing & { personId: string };
  people: number;
  now: Instant;
}

/** That it was carried out, and who decided it. From then on seats are first come, first served. */
async function note(tx: Database, { festivalId, trialId, by, people, now }: Done): Promise<void> {
  const at = now.toString();
  await tx.update(allocations).set({ carriedOut: true }).where(eq(allocations.id, trialId));
  await tx
    .update(ballots)
    .set({ allocationId: trialId, allocatedAt: at })
    .where(eq(ballots.festivalId, festivalId));
  await tx
    .update(festivals)
    .set({ signupMode: "first-come", updatedAt: at })
    .where(eq(festivals.id, festivalId));
  await recordDecision(tx, { festivalId, kind: "ballot-allocated", by, facts: { people }, now });
}

function personOf(known: Map<string, Known>, pseudonym: string): string {
  const person = known.get(pseudonym);
  if (!person) throw new Error(`nobody of this ballot is ${pseudonym}`);
  return person.personId;
}

/** The parties by the names they have in the inputs. */
async function partiesOf(
  tx: Database,
  inputs: BallotInputs,
  known: Map<string, Known>,
  festivalId: string,
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ personId: partyMembers.personId, partyId: partyMembers.partyId })
    .from(partyMembers)
    .where(and(eq(partyMembers.festivalId, festivalId), eq(partyMembers.status, "agreed")));
  const byPerson = new Map(rows.map(({ personId, partyId }) => [personId, partyId]));
  return new Map(
    inputs.people.flatMap(({ id, party }) => {
      const partyId = party && byPerson.get(personOf(known, id));
      return party && partyId ? [[party, partyId]] : [];
    }),
  );
}
