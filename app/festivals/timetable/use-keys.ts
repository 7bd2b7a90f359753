import { type KeyboardEvent, useState } from "react";
import type { Card } from "./card.ts";
import { firstFree, moved, moveOfKey } from "./moves.ts";
import { type Spot, type Stretch, spotOf } from "./timetable.ts";

export interface Held {
  id: string;
  spot: Spot;
}

export interface KeyDeps {
  cards: readonly Card[];
  days: readonly string[];
  columns: readonly (string | null)[];
  day: string;
  hours: Stretch;
  onHold: (card: Card, held: Held, picked: boolean) => void;
  onDrop: (card: Card, spot: Spot) => void;
  onBack: (card: Card) => void;
  onUnplace: (card: Card) => void;
  onPin: (card: Card) => void;
  onOpen: (id: string) => void;
  onLocked: (card: Card) => void;
}

/** Everything a mouse can do, with keys alone. What is held changes nothing until it is dropped. */
export function useKeys(deps: KeyDeps) {
  const [held, setHeld] = useState<Held | null>(null);

  const hold = (card: Card, spot: Spot, picked: boolean) => {
    const next = { id: card.id, spot };
    setHeld(next);
    deps.onHold(card, next, picked);
  };

  function withHeld(event: KeyboardEvent, card: Card, { spot }: Held): boolean {
    if (event.key === "Escape") {
      setHeld(null);
      deps.onBack(card);
      return true;
    }
    if (event.key === "Enter" || event.key === " ") {
      setHeld(null);
      deps.onDrop(card, spot);
      return true;
    }
    const move = moveOfKey(event);
    if (!move) return false;
    hold(card, moved(spot, move, { days: deps.days, rooms: deps.columns }, event.altKey), false);
    return true;
  }

  function onFocused(event: KeyboardEvent, card: Card): boolean {
    if (event.ctrlKey || event.metaKey) return false;
    if (event.key.toLowerCase() === "m") {
      deps.onOpen(card.id);
      return true;
    }
    const picks = event.key === "Enter" || event.key === " ";
    const resizes = event.shiftKey && moveOfKey(event) !== null;
    const letter = event.key.toLowerCase();
    if (!picks && !resizes && letter !== "u" && letter !== "p") return false;
    if (!card.mayEdit || card.cancelled) {
      deps.onLocked(card);
      return true;
    }
    if (letter === "u") deps.onUnplace(card);
    else if (letter === "p") deps.onPin(card);
    else {
      const spot = spotOf(card) ?? firstSpot(card, deps);
      const move = resizes ? moveOfKey(event) : null;
      const start = move ? moved(spot, move, { days: deps.days, rooms: deps.columns }) : spot;
      hold(card, start, true);
    }
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (held) {
      const card = deps.cards.find(({ id }) => id === held.id);
      if (card && withHeld(event, card, held)) event.preventDefault();
      return;
    }
    const id = target.closest<HTMLElement>("[data-card]")?.dataset.card;
    const card = deps.cards.find((one) => one.id === id);
    if (card && onFocused(event, card)) event.preventDefault();
  }

  return { held, onKeyDown, letGo: () => setHeld(null) };
}

/** Where something without a time begins: in the first room, at the first hour it is free. */
function firstSpot(card: Card, { cards, day, columns, hours }: KeyDeps): Spot {
  const minutes = card.durationMinutes;
  const free = (roomId: string | null) => {
    const taken = cards.flatMap((other) => {
      const spot = other.cancelled ? null : spotOf(other);
      const here = spot?.date === day && (spot.roomId === roomId || spot.roomId === null);
      return spot && here ? [{ from: spot.from, to: spot.from + spot.minutes }] : [];
    });
    return firstFree(taken, minutes, hours);
  };
  const roomId = columns.includes(card.roomId) && card.roomId !== null ? card.roomId : (columns[0] ?? null);
  return { date: day, from: free(roomId), minutes, roomId };
}
