import type { ListSeatHolders } from "~/festivals/exchange/exports/exporting.ts";
import { readOwnSeats, readSeatTotals } from "./attendees/read-seats.server.ts";

/**
 * Who has or wants a seat in these sessions, as an organisation may know it: its own people by name, those of every
 * other as a number.
 */
export const listSeatHolders: ListSeatHolders = async (db, sessionIds, organisationId) => {
  const own = await readOwnSeats(db, sessionIds, organisationId);
  const totals = await readSeatTotals(db, sessionIds, organisationId);
  return [
    ...own.map((one) => ({ ...one, organisation: null, count: 1 })),
    ...totals.map((one) => ({ ...one, name: null, email: null, placedBy: null, reason: "" })),
  ];
};
