import { constraintOf, type Database } from "#db/connect.ts";
import { inTransaction } from "~/platform/transaction.server.ts";

/** Something changed between looking and locking. */
export class LostRace extends Error {}

const guards = ["commitments_no_clash", "signups_one_seat_a_workshop", "signups_once"];

/** Runs work in a transaction, and again from the start when another one was faster. */
export async function raceSafely<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return inTransaction(db, work, isLostRace);
}

function isLostRace(error: unknown): boolean {
  return error instanceof LostRace || guards.includes(constraintOf(error) ?? "");
}
