import type { DraftSpeaker } from "#db/schema/festivals.ts";
import type { SessionKind } from "#db/schema/sessions.ts";
import type { IsoDateTime } from "~/platform/time.ts";
import type { Draft } from "../draft.ts";

/** A session as the timetable shows it: what decides where it can stand, and what a reader knows it by. */
export interface Card {
  id: string;
  kind: SessionKind;
  title: string;
  organisationId: string;
  host: { name: string; slug: string; colour: string };
  trackId: string | null;
  trackName: string | null;
  /** Wall-clock time in the festival's zone; null while it has none. */
  startsLocal: IsoDateTime | null;
  durationMinutes: number;
  allDay: boolean;
  roomId: string | null;
  place: string;
  capacity: number | null;
  speakers: DraftSpeaker[];
  equipment: string;
  pinned: boolean;
  cancelled: boolean;
  released: boolean;
  version: number;
  mayEdit: boolean;
}

export function cardOf(draft: Draft, mayEdit: boolean): Card {
  const { id, kind, title, organisationId, trackId, trackName, startsLocal, durationMinutes, allDay } = draft;
  const { roomId, place, capacity, speakers, equipment, pinned, cancelled, released, version } = draft;
  const { name, slug, colour } = draft.organisation;
  return {
    ...{ id, kind, title, organisationId, trackId, trackName, startsLocal, durationMinutes, allDay },
    ...{ roomId, place, capacity, speakers, equipment, pinned, cancelled, released, version, mayEdit },
    host: { name, slug, colour },
  };
}

/** Breaks and plenary sessions are for everybody; without a room they go across all of them. */
export const isForAll = ({ kind }: Pick<Card, "kind">) => kind === "break" || kind === "plenary";

export const isUnplaced = (card: Card) => !card.cancelled && card.startsLocal === null;
