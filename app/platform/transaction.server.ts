import { type Database, sqlStateOf } from "#db/connect.ts";

const attempts = 10;
const serialisationFailure = "40001";
const deadlock = "40P01";

/**
 * Runs work in a transaction, and again from the start when the database broke it off in favour of another, or for
 * what `isLost` says: what the other wrote is then there to be seen, and the second look finds the right answer.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Database) => Promise<T>,
  isLost: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((tx) => work(tx as unknown as Database));
    } catch (error) {
      const state = sqlStateOf(error);
      const lost = state === serialisationFailure || state === deadlock || isLost(error);
      if (attempt === attempts || !lost) throw error;
    }
  }
}
