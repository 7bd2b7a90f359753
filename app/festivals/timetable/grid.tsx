import type { PointerEvent, RefObject } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { organisationColour } from "~/ui/index.ts";
import type { Card } from "./card.ts";
import { useEditor } from "./context.tsx";
import { type Box, styleOf } from "./layout.ts";
import type { TimetableRoom } from "./page.ts";
import { type CardSize, SessionCard } from "./session-card.tsx";
import {
  lineMinutes,
  type Spot,
  type Stretch,
  timeOfMinutes,
  toPixels,
  type Zoom,
  zooms,
} from "./timetable.ts";

export interface Aim {
  card: Card;
  spot: Spot;
  /** What would be wrong there; empty when it fits. */
  wrong: string;
}

export interface GridProps {
  boxes: readonly Box[];
  columns: readonly (string | null)[];
  rooms: readonly TimetableRoom[];
  hours: Stretch;
  zoom: Zoom;
  heldId: string | null;
  aim: Aim | null;
  body: RefObject<HTMLDivElement>;
  onResize: (event: PointerEvent, card: Card) => void;
  onEmpty: (spot: { from: number; roomId: string | null }) => void;
}

/** Rooms × time of one day. Room names and times stay in view. */
export function Grid(props: GridProps) {
  const { boxes, columns, rooms, hours, zoom, heldId, aim, body, onResize, onEmpty } = props;
  const { t } = useText();
  const { counts, data } = useEditor();
  const height = (hours.to - hours.from) * zooms[zoom];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
    <section className="tt-scroll" data-zoom={zoom} aria-label={t("timetable.editor.grid")} tabIndex={0}>
      <div className="tt-sheet" style={{ "--tt-columns": columns.length } as React.CSSProperties}>
        <RoomHeads rooms={rooms} />
        <Times hours={hours} zoom={zoom} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button above the grid does the same */}
        <div
          ref={body}
          className="tt-body"
          style={
            { height: `${height}px`, "--tt-line": `${lineMinutes * zooms[zoom]}px` } as React.CSSProperties
          }
          onDoubleClick={(event) => {
            if (event.target !== event.currentTarget) return;
            const box = event.currentTarget.getBoundingClientRect();
            const index = Math.floor(((event.clientX - box.left) / box.width) * columns.length);
            const from = hours.from + (event.clientY - box.top) / zooms[zoom];
            onEmpty({ from: Math.floor(from / lineMinutes) * lineMinutes, roomId: columns[index] ?? null });
          }}
        >
          {boxes.map((box) => (
            <div
              key={box.card.id}
              className="tt-box"
              style={styleOf(
                box,
                columns.length,
                toPixels(box.spot.from, hours, zoom),
                Math.max(box.spot.minutes * zooms[zoom], 18),
              )}
            >
              <SessionCard
                card={box.card}
                count={counts.get(box.card.id) ?? 0}
                held={box.card.id === heldId}
                size={sizeOf(box.spot.minutes * zooms[zoom])}
                href={`/festivals/${data.festival.slug}/organise/sessions/${box.card.id}`}
                onResize={onResize}
              />
            </div>
          ))}
          {aim && <Ghost aim={aim} columns={columns} hours={hours} zoom={zoom} />}
        </div>
      </div>
    </section>
  );
}

function sizeOf(pixels: number): CardSize {
  if (pixels < 40) return "flat";
  if (pixels < 60) return "small";
  return pixels < 88 ? "medium" : "whole";
}

function RoomHeads({ rooms }: { rooms: readonly TimetableRoom[] }) {
  const { t } = useText();
  const venues = rooms.filter((room, index) => rooms[index - 1]?.venueId !== room.venueId);
  return (
    <div className="tt-heads">
      <div className="tt-corner">{t("timetable.editor.corner")}</div>
      {venues.map((venue) => {
        const within = rooms.filter((room) => room.venueId === venue.venueId);
        return (
          <div
            key={venue.venueId}
            className="tt-venue organisation"
            style={{ ...organisationColour(venue.colour), gridColumn: `span ${within.length}` }}
          >
            <span className="tt-venue-name">
              {venue.venueName} <span className="tt-venue-host">{venue.hostName}</span>
            </span>
            <div className="tt-rooms" style={{ gridTemplateColumns: `repeat(${within.length}, 1fr)` }}>
              {within.map((room) => (
                <div key={room.id} className="tt-room">
                  <strong>{room.name}</strong>
                  {room.capacity !== null && (
                    <span>{t("timetable.editor.holds", { count: room.capacity })}</span>
                  )}
                </div>
              ))}
            </div>
          </div>
        );
      })}
      <div className="tt-venue" title={t("timetable.editor.noRoomHint")}>
        <span className="tt-venue-name">&nbsp;</span>
        <div className="tt-rooms">
          <div className="tt-room">
            <strong>{t("timetable.editor.noRoom")}</strong>
          </div>
        </div>
      </div>
    </div>
  );
}

function Times({ hours, zoom }: { hours: Stretch; zoom: Zoom }) {
  const marks: number[] = [];
  for (let at = hours.from; at < hours.to; at += 30) marks.push(at);
  return (
    <div className="tt-times" aria-hidden>
      {marks.map((at) => (
        <span
          key={at}
          data-hour={at % 60 === 0 || undefined}
          style={{ top: `${toPixels(at, hours, zoom)}px` }}
        >
          {timeOfMinutes(at)}
        </span>
      ))}
    </div>
  );
}

/** Where it would land, and what would be wrong there. */
function Ghost({ aim, columns, hours, zoom }: Pick<GridProps, "columns" | "hours" | "zoom"> & { aim: Aim }) {
  const { spot, wrong, card } = aim;
  const index = columns.indexOf(spot.roomId);
  const across = spot.roomId === null && (card.kind === "break" || card.kind === "plenary");
  const box = {
    column: across ? 0 : index,
    columns: across ? columns.length : 1,
    ...{ lane: 0, lanes: 1 },
  };
  const height = Math.max(spot.minutes * zooms[zoom], 18);
  return (
    <div
      aria-hidden
      className="tt-ghost"
      data-wrong={wrong !== "" || undefined}
      style={styleOf(box, columns.length, toPixels(spot.from, hours, zoom), height)}
    >
      <strong>
        {timeOfMinutes(spot.from)}–{timeOfMinutes(spot.from + spot.minutes)}
      </strong>
      {wrong && <span>{wrong}</span>}
    </div>
  );
}
