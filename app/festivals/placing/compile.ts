import { travelBetween } from "../conflicts/surroundings.ts";
import type { PlacingInstance, Position, ToPlace } from "./instance.ts";
import { obstacleAt, shareSpeaker } from "./positions.ts";
import { fairShare, fitOf, movedOf } from "./weights.ts";

/** A session to place at one of the times and in one of the rooms, by their numbers. */
export interface Candidate {
  time: number;
  room: number;
  /** The first time that is not within it any more. */
  until: number;
  /** What it costs whatever else is placed. */
  cost: number;
}

export interface Movable {
  session: ToPlace;
  host: number;
  popular: boolean;
  candidates: Candidate[];
  /** Numbers of the sessions a speaker is also in. */
  related: number[];
}

export interface Compiled {
  instance: PlacingInstance;
  movables: Movable[];
  times: number;
  rooms: number;
  hosts: number;
  /** How much one time weighs: finer grids have more times for the same hour. */
  perTime: number;
  /** Popular sessions that stand, by time. */
  popularAt: Int32Array;
  /** Sessions of each host that stand, by host × time and host × room. */
  hostAt: Int32Array;
  hostIn: Int32Array;
  fairTime: Int32Array;
  fairRoom: Int32Array;
  /** Minutes from room to room. */
  ways: Int32Array;
}

/** Reads an instance once into numbers: what could be where, what stands, and what is fair. */
export function compile(instance: PlacingInstance): Compiled {
  const { sessions, starts, rooms } = instance;
  const hostIds = [...new Set(sessions.map(({ hostId }) => hostId))].sort();
  const moving = sessions.filter(({ fixed }) => !fixed);
  const perSession = timesWithin(instance);
  const popular = mostWanted(sessions, Math.floor(starts.length / perSession));
  const movables = moving.map(
    (session): Movable => ({
      session,
      host: hostIds.indexOf(session.hostId),
      popular: popular.has(session.id),
      candidates: candidatesOf(instance, session),
      related: moving.flatMap((other, index) =>
        other !== session && shareSpeaker(session, other) ? [index] : [],
      ),
    }),
  );
  const times = starts.length;
  const hosts = hostIds.length;
  const own = (host: string) => sessions.filter(({ hostId }) => hostId === host).length;
  const compiled = {
    ...{ instance, movables, times, hosts, rooms: rooms.length, perTime: 1 / perSession },
    popularAt: new Int32Array(times),
    hostAt: new Int32Array(hosts * times),
    hostIn: new Int32Array(hosts * rooms.length),
    fairTime: Int32Array.from(hostIds, (id) => fairShare(own(id), times / perSession)),
    fairRoom: Int32Array.from(hostIds, (id) => fairShare(own(id), rooms.length)),
    ways: waysOf(instance),
  };
  for (const session of sessions.filter(({ fixed }) => fixed)) stand(compiled, session, hostIds, popular);
  return compiled;
}

function stand(compiled: Compiled, session: ToPlace, hostIds: string[], popular: Set<string>): void {
  const { instance, times } = compiled;
  const { start, roomId } = session.at;
  if (start === null) return;
  const host = hostIds.indexOf(session.hostId);
  for (const [time, at] of instance.starts.entries()) {
    if (at < start || at >= start + session.durationMinutes) continue;
    if (popular.has(session.id)) compiled.popularAt[time]! += 1;
    compiled.hostAt[host * times + time]! += 1;
  }
  const room = instance.rooms.findIndex(({ id }) => id === roomId);
  if (room >= 0) compiled.hostIn[host * compiled.rooms + room]! += 1;
}

function candidatesOf(instance: PlacingInstance, session: ToPlace): Candidate[] {
  const { starts, rooms } = instance;
  return starts.flatMap((start, time) => {
    const next = starts.findIndex((at) => at >= start + session.durationMinutes);
    const until = next < 0 ? starts.length : next;
    return rooms.flatMap((room, index) =>
      obstacleAt(instance, session, start, room) === null
        ? [
            {
              ...{ time, until, room: index },
              cost: fitOf(session.people, room.capacity) + movedOf(session, start, room.id),
            },
          ]
        : [],
    );
  });
}

/** How many of the possible starts lie within a session of the middle length. */
function timesWithin({ sessions, starts }: PlacingInstance): number {
  const lengths = sessions.map(({ durationMinutes }) => durationMinutes).sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 60;
  const within = starts.map((start) => starts.filter((at) => at >= start && at < start + middle).length);
  return Math.max(1, Math.round(within.reduce((sum, count) => sum + count, 0) / Math.max(1, within.length)));
}

/** As many as could each have a time of their own, and no more than an eighth of all. */
function mostWanted(sessions: ToPlace[], times: number): Set<string> {
  return new Set(
    sessions
      .filter(({ interest }) => interest > 0)
      .sort((a, b) => b.interest - a.interest || (a.id < b.id ? -1 : 1))
      .slice(0, Math.min(times, Math.ceil(sessions.length / 8)))
      .map(({ id }) => id),
  );
}

export function positionOf({ instance }: Compiled, { time, room }: Candidate): Position & { roomId: string } {
  return { start: instance.starts[time]!, roomId: instance.rooms[room]!.id };
}

/** Whether a speaker can be at both; asked too often to look anything up. */
export function canFollow(compiled: Compiled, a: Movable, at: Candidate, b: Movable, bt: Candidate): boolean {
  const { instance, ways, rooms } = compiled;
  const start = instance.starts[at.time]!;
  const other = instance.starts[bt.time]!;
  const way = ways[at.room * rooms + bt.room]!;
  return start < other
    ? other - start - a.session.durationMinutes >= way
    : start > other && start - other - b.session.durationMinutes >= way;
}

function waysOf({ rooms, distances, travelMinutes }: PlacingInstance): Int32Array {
  const byId = Object.fromEntries(rooms.map((room) => [room.id, room]));
  return Int32Array.from(
    rooms.flatMap(({ id }) =>
      rooms.map((other) => travelBetween(id, other.id, { rooms: byId, distances, travelMinutes })),
    ),
  );
}
