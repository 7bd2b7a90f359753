import type { Database } from "#db/connect.ts";
import { readOwnSeats, readSeatTotals } from "./read-seats.server.ts";
import { byOrganisation, type NamedSeat, type OrganisationTotal } from "./select.ts";

const most = 20;

export interface SessionAttendees {
  /** The first of one's own people by name. */
  people: NamedSeat[];
  own: number;
  others: number;
  totals: OrganisationTotal[];
}

/** Who has or wants a seat in one session, as an organisation may know it. */
export async function findSessionAttendees(
  db: Database,
  sessionId: string,
  organisationId: string,
): Promise<SessionAttendees> {
  const own = await readOwnSeats(db, [sessionId], organisationId);
  const totals = byOrganisation(await readSeatTotals(db, [sessionId], organisationId));
  const others = totals.reduce((sum, { together }) => sum + together, 0);
  return { people: own.slice(0, most), own: own.length, others, totals };
}
