import { type DragStartEvent, MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Card } from "./card.ts";
import { type Spot, type Stretch, spotOf, toLength, toMinutes, type Zoom, zooms } from "./timetable.ts";

type Target = { spot: Spot } | "unplaced" | null;

export interface DragDeps {
  cards: readonly Card[];
  date: string;
  columns: readonly (string | null)[];
  hours: Stretch;
  zoom: Zoom;
  body: RefObject<HTMLDivElement>;
  unplaced: RefObject<HTMLElement>;
  onPlace: (card: Card, spot: Spot) => void;
  onUnplace: (card: Card) => void;
}

export interface Dragging {
  card: Card;
  target: Target;
}

/** Dragging with a mouse or a finger, and pulling at the lower edge: both only show where it would land until let go. */
export function useDrag(deps: DragDeps) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const [over, setOver] = useState(false);
  const pointer = useRef({ x: 0, y: 0 });
  const grabbed = useRef(0);
  const latest = useRef(deps);
  latest.current = deps;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );

  useEffect(() => {
    const track = (event: MouseEvent | TouchEvent) => {
      const point = "touches" in event ? event.touches[0] : event;
      if (point) pointer.current = { x: point.clientX, y: point.clientY };
    };
    const options = { capture: true, passive: true };
    for (const kind of ["mousemove", "mousedown", "touchmove", "touchstart"] as const) {
      window.addEventListener(kind, track, options);
    }
    return () => {
      for (const kind of ["mousemove", "mousedown", "touchmove", "touchstart"] as const) {
        window.removeEventListener(kind, track, options);
      }
    };
  }, []);

  const targetOf = (card: Card): Target => {
    const { body, unplaced, columns, hours, zoom, date } = latest.current;
    const { x, y } = pointer.current;
    if (isInside(unplaced.current, x, y)) return "unplaced";
    const sheet = body.current;
    const window = sheet?.closest(".tt-scroll");
    if (!sheet || !window || !isInside(window, x, y)) return null;
    const box = sheet.getBoundingClientRect();
    const index = Math.floor(((x - box.left) / box.width) * columns.length);
    const roomId = columns[index];
    if (roomId === undefined) return null;
    const from = toMinutes(y - grabbed.current - box.top, hours, zoom);
    return { spot: { date, from, minutes: card.durationMinutes, roomId } };
  };

  const show = (card: Card, target: Target) =>
    setDragging((before) =>
      before?.card === card && JSON.stringify(before.target) === JSON.stringify(target)
        ? before
        : { card, target },
    );

  const current = useRef<Card | null>(null);
  const handlers = {
    onDragStart({ active }: DragStartEvent) {
      const card = latest.current.cards.find((one) => one.id === active.id);
      if (!card) return;
      current.current = card;
      const node = document.querySelector(`[data-card="${card.id}"]`)?.getBoundingClientRect();
      const inGrid = spotOf(card) !== null;
      grabbed.current = node && inGrid ? pointer.current.y - node.top : 10;
      show(card, targetOf(card));
    },
    onDragMove() {
      if (current.current) show(current.current, targetOf(current.current));
    },
    onDragEnd() {
      const card = current.current;
      current.current = null;
      setDragging(null);
      if (!card) return;
      const target = targetOf(card);
      if (target === "unplaced") latest.current.onUnplace(card);
      else if (target) latest.current.onPlace(card, target.spot);
    },
    onDragCancel() {
      current.current = null;
      setDragging(null);
    },
  };

  const resize = (event: PointerEvent, card: Card) => {
    const spot = spotOf(card);
    if (!spot || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const { y } = { y: event.clientY };
    const spotAt = (clientY: number): Spot => {
      const { zoom } = latest.current;
      return { ...spot, minutes: toLength(spot.minutes * zooms[zoom] + clientY - y, zoom) };
    };
    const move = (moved: Event) => show(card, { spot: spotAt((moved as globalThis.PointerEvent).clientY) });
    const stop = (ended: Event) => {
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", stop);
      handle.removeEventListener("pointercancel", stop);
      setOver(false);
      setDragging(null);
      const end = spotAt((ended as globalThis.PointerEvent).clientY);
      if (ended.type === "pointerup" && end.minutes !== spot.minutes) latest.current.onPlace(card, end);
    };
    setOver(true);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", stop);
    handle.addEventListener("pointercancel", stop);
  };

  return { sensors, handlers, dragging, resizing: over, resize };
}

function isInside(element: Element | null, x: number, y: number): boolean {
  if (!element) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
