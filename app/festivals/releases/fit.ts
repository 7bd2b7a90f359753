import type { Programme, ProgrammeSession } from "../diff.ts";

/** What there is today of what an earlier programme names. */
export interface Today {
  rooms: ReadonlySet<string>;
  tracks: ReadonlySet<string>;
  people: ReadonlySet<string>;
  /** Seats taken, by session. */
  taken: ReadonlyMap<string, number>;
}

export interface Fitted {
  programme: Programme;
  /** Sessions that would have had fewer seats than are taken: they keep what is taken. */
  keptSeats: { title: string; capacity: number }[];
  /** Sessions whose room is gone: they name it in words. */
  lostRooms: { title: string; roomName: string }[];
}

/** An earlier programme as it can take place today: nobody loses a seat, and what was removed since is left out. */
export function fitProgramme(earlier: Programme, today: Today): Fitted {
  const keptSeats: Fitted["keptSeats"] = [];
  const lostRooms: Fitted["lostRooms"] = [];
  const sessions = earlier.sessions.map((session): ProgrammeSession => {
    const { id, title, capacity, roomId, roomName, trackId } = session;
    const taken = today.taken.get(id) ?? 0;
    const tooFew = capacity !== null && capacity < taken;
    if (tooFew) keptSeats.push({ title, capacity: taken });
    const lost = roomId !== null && !today.rooms.has(roomId);
    if (lost) lostRooms.push({ title, roomName: roomName ?? "" });
    const track = trackId === null || today.tracks.has(trackId) ? {} : { trackId: null, trackName: null };
    return {
      ...session,
      ...track,
      ...(lost && { roomId: null, roomName: null, place: session.place || (roomName ?? "") }),
      ...(tooFew && { capacity: taken }),
      speakers: session.speakers.map(({ name, personId }) => ({
        name,
        personId: personId !== null && today.people.has(personId) ? personId : null,
      })),
    };
  });
  return { programme: { sessions }, keptSeats, lostRooms };
}
