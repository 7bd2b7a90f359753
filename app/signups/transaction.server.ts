import { constraintOf, type Database, sqlStateOf } from "#db/connect.ts";

/** Something changed between looking and locking. */
export class LostRace extends Error {}

const attempts = 10;
const serialisationFailure = "40001";
const deadlock = "40P01";
const guards = ["commitments_no_clash", "signups_one_seat_a_workshop", "signups_once"];

/**
 * Runs work in a transaction, and again from the start when another transaction was faster: what it wrote is then
 * there to be seen, and the second look finds the right answer.
 */
export async function raceSafely<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((tx) => work(tx as unknown as Database));
    } catch (error) {
      if (attempt === attempts || !isLostRace(error)) throw error;
    }
  }
}

function isLostRace(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (error instanceof LostRace || state === serialisationFailure || state === deadlock) return true;
  return guards.includes(constraintOf(error) ?? "");
}
