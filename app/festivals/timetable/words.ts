import type { Text } from "~/platform/i18n/catalogue.ts";
import { Temporal } from "~/platform/time.ts";
import { levelOf } from "../conflicts/levels.ts";
import { type Named, sayConflict } from "../conflicts/sentence.ts";
import { type Conflict, conflictsOf } from "../conflicts.ts";
import { type Card, isForAll } from "./card.ts";
import type { ActName, EditNote } from "./history.ts";
import type { TimetableData } from "./page.ts";
import { localOfSpot, type Spot, spotOf, timeOfMinutes } from "./timetable.ts";

export type Around = Pick<TimetableData, "surroundings" | "festival" | "rooms">;

/** “Garden room, 10:30 to 11:30”. */
export function sayWhere(
  card: Pick<Card, "kind" | "place">,
  spot: Spot | null,
  { rooms }: Around,
  { t, format }: Text,
  day = false,
) {
  if (!spot) return t("timetable.editor.unplacedSpot");
  const named = rooms.find((room) => room.id === spot.roomId)?.name;
  const nowhere = isForAll(card) ? t("timetable.editor.acrossRooms") : t("timetable.editor.noRoom");
  const room = named ?? (card.place || nowhere);
  const hours = { from: timeOfMinutes(spot.from), to: timeOfMinutes(spot.from + spot.minutes) };
  if (!day) return t("timetable.editor.spot", { room, ...hours });
  return t("timetable.editor.spotOnDay", { day: format.date(spot.date), room, ...hours });
}

export function atSpot(card: Card, spot: Spot): Card {
  const { roomId, minutes } = spot;
  return { ...card, startsLocal: localOfSpot(spot), roomId, durationMinutes: minutes };
}

/** What would be wrong with a session at a spot, without what is ignored. */
export function wrongAt(card: Card, spot: Spot, cards: readonly Card[], around: Around): Conflict[] {
  return conflictsOf(atSpot(card, spot), cards, around.surroundings).filter(
    ({ kind }) => levelOf(kind, around.festival.conflictLevels) !== "ignore",
  );
}

export function namesOf(cards: readonly Card[], { surroundings }: Around, moved?: Card): Map<string, Named> {
  const all = moved ? [...cards, moved] : cards;
  return new Map(
    all.map(({ id, title, roomId }) => [
      id,
      { id, title, roomName: roomId === null ? null : (surroundings.rooms[roomId]?.name ?? null) },
    ]),
  );
}

/** “It fits.” or what does not, in real sentences. */
export function sayFit(card: Card, spot: Spot, cards: readonly Card[], around: Around, text: Text): string {
  const wrong = wrongAt(card, spot, cards, around);
  if (wrong.length === 0) return text.t("timetable.editor.fits");
  const names = namesOf(cards, around, atSpot(card, spot));
  const what = wrong
    .slice(0, 3)
    .map((conflict) => sayConflict(conflict, names, text))
    .join(" ");
  if (wrong.length === 1) return text.t("timetable.editor.oneConflict", { what });
  return text.t("timetable.editor.manyConflicts", { count: wrong.length, what });
}

export function sayAct({ deed, title, count }: ActName, { t }: Text): string {
  return count > 1
    ? t("timetable.editor.several", { count })
    : t(`timetable.editor.deeds.${deed}`, { title });
}

/** “Bram moved Bread for beginners to Quay at 14:00, a minute ago.” */
export function sayNote(note: EditNote, text: Text, now: Temporal.Instant): string {
  const { t, format } = text;
  const facts = {
    person: note.person ?? t("timetable.editor.somebody"),
    deed: t(`timetable.editor.deeds.${note.deed}`, { title: note.title }),
    ago: sayAgo(note.editedAt, text, now),
  };
  const time = note.startsLocal
    ? t("timetable.editor.notes.dayTime", {
        day: format.date(note.startsLocal.slice(0, 10)),
        time: note.startsLocal.slice(11, 16),
      })
    : null;
  const { roomName, durationMinutes } = note;
  if (note.deed === "moved" || note.deed === "placed") {
    if (roomName && time) return t("timetable.editor.notes.where", { ...facts, room: roomName, time });
    if (time) return t("timetable.editor.notes.time", { ...facts, time });
    if (roomName) return t("timetable.editor.notes.room", { ...facts, room: roomName });
  }
  if (note.deed === "resized" && durationMinutes) {
    return t("timetable.editor.notes.minutes", { ...facts, minutes: format.minutes(durationMinutes) });
  }
  return t("timetable.editor.notes.plain", facts);
}

function sayAgo(at: string, { t, locale }: Text, now: Temporal.Instant): string {
  const minutes = Math.round(now.since(Temporal.Instant.from(at)).total("minutes"));
  if (minutes < 1) return t("timetable.editor.justNow");
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  if (minutes < 60) return relative.format(-minutes, "minute");
  if (minutes < 1440) return relative.format(-Math.round(minutes / 60), "hour");
  return relative.format(-Math.round(minutes / 1440), "day");
}

export const whereIs = (card: Card, around: Around, text: Text) => sayWhere(card, spotOf(card), around, text);
