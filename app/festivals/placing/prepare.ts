import type { IsoDate } from "~/platform/time.ts";
import { localAt, minutesOf, type Span, spanOf } from "../conflicts/spans.ts";
import { speakerKey } from "../conflicts/speakers.ts";
import type { Surroundings } from "../conflicts/surroundings.ts";
import type { Draft } from "../draft.ts";
import type { PlacingInstance, PlacingRoom, ToPlace } from "./instance.ts";
import type { PlacingWish } from "./wish.ts";

export interface Prepared {
  drafts: Draft[];
  surroundings: Surroundings;
  /** In the order of the grid. */
  roomIds: string[];
  mayEdit: (draft: Draft) => boolean;
}

export const isPlaced = ({ startsLocal, roomId, place }: Draft) =>
  startsLocal !== null && (roomId !== null || place !== "");

/** What is placed for the organisers: workshops and talks; breaks and plenary sessions are theirs to put. */
export const isPlaceable = (draft: Draft) =>
  !draft.cancelled && !draft.allDay && (draft.kind === "workshop" || draft.kind === "talk");

/** A session in a place of its own needs no room of ours, and only its host knows when. */
export const hasOwnPlace = (draft: Draft) =>
  isPlaceable(draft) && draft.roomId === null && draft.place !== "" && draft.startsLocal === null;

/** What the search has to know, from what stands in the draft and what the organiser wishes. */
export function instanceOf(
  { drafts, surroundings, roomIds, mayEdit }: Prepared,
  wish: PlacingWish,
): PlacingInstance {
  const moves = (draft: Draft) =>
    isPlaceable(draft) &&
    mayEdit(draft) &&
    draft.place === "" &&
    !draft.pinned &&
    (!isPlaced(draft) || wish.moveStanding);
  const part = drafts.filter(
    (draft) => !draft.cancelled && !draft.allDay && (moves(draft) || draft.startsLocal !== null),
  );
  const { startsOn, endsOn, rooms, absences, wanted, distances, travelMinutes } = surroundings;
  const anyWishes = Object.keys(wanted).length > 0;
  const days = daysBetween(startsOn, endsOn);
  return {
    sessions: part.map((draft): ToPlace => {
      const { id, title, organisationId, durationMinutes, capacity, equipment, startsLocal, roomId } = draft;
      const wishes = wanted[id] ?? 0;
      return {
        ...{ id, title, hostId: organisationId, durationMinutes, equipment },
        speakers: draft.speakers.map(speakerKey),
        people: capacity ?? (wishes > 0 ? wishes : null),
        interest: anyWishes ? wishes : (capacity ?? 0),
        at: { start: startsLocal === null ? null : minutesOf(startsLocal), roomId },
        fixed: !moves(draft),
      };
    }),
    rooms: roomIds.flatMap((id): PlacingRoom[] => (rooms[id] ? [{ id, ...rooms[id] }] : [])),
    starts: days.flatMap((day) => wish.times.map((time) => minutesOf(`${day}T${time}`))),
    open: days.flatMap((day) => openOn(day, drafts, wish)),
    absences: Object.fromEntries(
      [...new Set(absences.map(({ personId }) => personId))].map((id) => [
        id,
        absences
          .filter(({ personId }) => personId === id)
          .map(({ startsLocal, endsLocal }) => ({ from: minutesOf(startsLocal), to: minutesOf(endsLocal) })),
      ]),
    ),
    ...{ distances, travelMinutes, roomsMustHold: wish.roomsMustHold },
  };
}

/** A day from its first time to its end, without breaks and plenary sessions. */
function openOn(day: IsoDate, drafts: Draft[], { times, until }: PlacingWish): Span[] {
  const from = minutesOf(`${day}T${times[0]}`);
  const to = minutesOf(`${day}T${until}`);
  const shut = drafts
    .filter(
      ({ kind, cancelled, allDay }) => !cancelled && !allDay && (kind === "plenary" || kind === "break"),
    )
    .flatMap(({ startsLocal, durationMinutes }) =>
      startsLocal === null ? [] : [spanOf({ startsLocal, durationMinutes })],
    )
    .sort((a, b) => a.from - b.from);
  const open: Span[] = [];
  let free = from;
  for (const span of shut) {
    if (span.from > free && free < to) open.push({ from: free, to: Math.min(span.from, to) });
    free = Math.max(free, span.to);
  }
  if (free < to) open.push({ from: free, to });
  return open;
}

function daysBetween(startsOn: IsoDate, endsOn: IsoDate): IsoDate[] {
  const first = minutesOf(startsOn);
  const count = Math.floor((minutesOf(endsOn) - first) / 1440) + 1;
  return Array.from({ length: count }, (_, day) => localAt(first + day * 1440).slice(0, 10));
}

/** The times that are in use, or a plain day: what an organiser would type first. */
export function usualTimes(drafts: Draft[]): { times: string; until: string } {
  const standing = drafts.filter((draft) => isPlaceable(draft) && draft.startsLocal !== null);
  const times = [...new Set(standing.map(({ startsLocal }) => startsLocal!.slice(11, 16)))].sort();
  const ends = standing.map(({ startsLocal, durationMinutes }) =>
    localAt(minutesOf(startsLocal!) + durationMinutes).slice(11, 16),
  );
  const last = ends.sort().at(-1);
  if (times.length < 2 || !last) return { times: "09:30, 11:00, 13:30, 15:00", until: "16:30" };
  return { times: times.join(", "), until: last };
}
