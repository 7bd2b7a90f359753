import type { Database } from "#db/connect.ts";
import type { ListSeatHolders, SeatHolder } from "~/festivals/exchange/exports/exporting.ts";
import type { Festival } from "~/festivals/festival.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import type { AttendeeFilter } from "./filter.ts";
import { listColleagues, mostSeats, readOwnSeats, readSeatTotals } from "./read-seats.server.ts";
import { type ListedSession, pageOf, type Seats, type Selection, selectAttendees } from "./select.ts";

interface Asking {
  festival: Pick<Festival, "id">;
  organisationId: string;
  filter: AttendeeFilter;
}

/** One page of what a filter shows, with what there is to filter by; in the same few queries however many there are. */
export async function findAttendees(
  db: Database,
  { festival, organisationId, filter }: Asking,
  most = mostSeats,
) {
  const found = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
  const sessions = found.filter(({ kind }) => kind !== "break");
  const { selection, cut } = await select(db, { sessions, organisationId, filter }, most);
  const { shown, page, pages } = pageOf(selection.people, filter.page);
  return {
    sessions: sessions.map(({ id, title, startsAt, endsAt, timeZone, organisation }) => {
      return { id, title, startsAt, endsAt, timeZone, organisation };
    }),
    people: shown,
    count: selection.people.length,
    totals: selection.totals,
    page,
    pages,
    /** Null unless there are more sign-ups than were read. */
    cut: cut ? most : null,
  };
}

/** The same as the sheet of an export wants it: of everybody, not of one page. */
export function seatHoldersOf(filter: AttendeeFilter, festival: Pick<Festival, "id">): ListSeatHolders {
  return async (db, sessionIds, organisationId) => {
    const found = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
    const sessions = found.filter(({ id }) => sessionIds.includes(id));
    return holdersOf((await select(db, { sessions, organisationId, filter })).selection);
  };
}

interface Selecting {
  sessions: ListedSession[];
  organisationId: string;
  filter: AttendeeFilter;
}

async function select(
  db: Database,
  { sessions, organisationId, filter }: Selecting,
  most = mostSeats,
): Promise<{ selection: Selection; cut: boolean }> {
  const ids = sessions.map(({ id }) => id);
  const own = await readOwnSeats(db, ids, organisationId, most);
  const seats: Seats = {
    sessions,
    own: own.slice(0, most),
    totals: await readSeatTotals(db, ids, organisationId),
    colleagues: filter.show === "without" ? await listColleagues(db, organisationId) : [],
  };
  return { selection: selectAttendees(seats, filter), cut: own.length > most };
}

function holdersOf({ people, totals }: Selection): SeatHolder[] {
  const named = people.flatMap(({ name, email, seats }): SeatHolder[] => {
    const nothing = { sessionId: null, status: null, placedBy: null, reason: "" };
    return (seats.length > 0 ? seats : [nothing]).map(({ sessionId, status, placedBy, reason }) => {
      return { sessionId, status, organisation: null, name, email, placedBy, reason, count: 1 };
    });
  });
  return [
    ...named,
    ...totals.map((total) => ({ ...total, name: null, email: null, placedBy: null, reason: "" })),
  ];
}
