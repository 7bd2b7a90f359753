import { dice } from "./dice.ts";
import type { PlacingInstance, PlacingRoom, ToPlace } from "./instance.ts";

export interface PlantedOptions {
  seed: number;
  sessions: number;
  rooms: number;
  /** On all days together; sessions over rooms × times says how tight it is. */
  times: number;
  days?: number;
}

const things = ["piano", "beamer", "sink", "sound", "whiteboard"];
const hosts = ["waterland", "lumen", "kade", "polder"];

/**
 * A random festival that is known to have a solution: a whole programme is made first, everything it would need is
 * drawn so that it fits, and then the times and rooms are forgotten.
 */
export function plantedInstance({ seed, sessions, rooms, times, days = 2 }: PlantedOptions): PlacingInstance {
  const throwDice = dice(seed);
  const below = (count: number) => Math.floor(throwDice() * count);
  const venues = ["wharf", "farm"];
  const made = Array.from(
    { length: rooms },
    (_, index): PlacingRoom => ({
      id: `room-${index}`,
      name: `Room ${index}`,
      venueId: venues[index < rooms / 2 ? 0 : 1]!,
      capacity: [12, 16, 20, 24, 30, 40, 60, 90][below(8)]!,
      equipment: things.filter(() => throwDice() < 0.5).join(", "),
    }),
  );
  const gap = 75;
  const timesOn = (day: number) => Math.ceil((times - day) / days);
  const starts = Array.from({ length: days }, (_, day) =>
    Array.from({ length: timesOn(day) }, (_, time) => (day * 24 + 9) * 60 + time * gap),
  ).flat();
  const cells = starts.flatMap((start) => made.map((room) => ({ start, room })));
  for (let index = cells.length - 1; index > 0; index -= 1) {
    const other = below(index + 1);
    [cells[index], cells[other]] = [cells[other]!, cells[index]!];
  }
  const absences: PlacingInstance["absences"] = {};
  const planted: { speaker: string; start: number; venueId: string }[] = [];
  const list = cells.slice(0, sessions).map(({ start, room }, index): ToPlace => {
    // Every third session is by somebody who gives another one already, at a time that suits.
    const again = planted.filter(
      (one) =>
        Math.abs(one.start - start) >= gap &&
        (one.venueId === room.venueId || Math.abs(one.start - start) > gap),
    );
    const suits = again.filter(({ speaker }) => {
      const all = planted.filter((one) => one.speaker === speaker);
      return all.length < 3 && all.every((one) => again.includes(one));
    });
    const speaker =
      index % 3 === 0 && suits.length > 0 ? suits[below(suits.length)]!.speaker : `speaker-${index}`;
    planted.push({ speaker, start, venueId: room.venueId });
    return {
      id: `session-${index}`,
      title: `Session ${index}`,
      hostId: hosts[below(hosts.length)]!,
      durationMinutes: 60,
      speakers: [speaker],
      people: Math.max(4, Math.floor(room.capacity! * (0.5 + throwDice() / 2))),
      interest: Math.floor(100 * throwDice() ** 3),
      equipment: room.equipment
        .split(", ")
        .filter((thing) => thing !== "" && throwDice() < 0.3)
        .join(", "),
      at: { start: null, roomId: null },
      fixed: false,
    };
  });
  for (const { speaker } of planted.filter((_, index) => index % 5 === 0)) {
    const own = planted.filter((one) => one.speaker === speaker).map(({ start }) => start);
    absences[speaker] = starts
      .filter((start) => !own.includes(start) && throwDice() < 0.5)
      .map((start) => ({ from: start, to: start + gap }));
  }
  const open = Array.from({ length: days }, (_, day) => ({
    from: (day * 24 + 9) * 60,
    to: (day * 24 + 9) * 60 + timesOn(day) * gap,
  }));
  return {
    ...{ sessions: list, rooms: made, starts, open, absences },
    ...{ distances: { "farm wharf": 20 }, travelMinutes: 20, roomsMustHold: true },
  };
}
