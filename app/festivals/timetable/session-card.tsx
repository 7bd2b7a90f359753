import { useDraggable } from "@dnd-kit/core";
import { Lock, Pin, TriangleAlert } from "lucide-react";
import { memo, type PointerEvent } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, organisationColour, VisuallyHidden } from "~/ui/index.ts";
import type { Card } from "./card.ts";
import { useEditor } from "./context.tsx";
import { spotOf, timeOfMinutes } from "./timetable.ts";
import { sayWhere } from "./words.ts";

export type CardSize = "flat" | "small" | "medium" | "whole";

export interface SessionCardProps {
  card: Card;
  count: number;
  /** Picked up with the keyboard. */
  held: boolean;
  /** How much of it there is room for; flat is one line. */
  size: CardSize;
  href: string;
  /** Only read and opened here: the same session can be dragged elsewhere on the page. */
  still?: boolean;
  onResize?: (event: PointerEvent, card: Card) => void;
}

/** One session: its name opens it, drags it, and takes the keys. */
export const SessionCard = memo(function SessionCard(props: SessionCardProps) {
  const { card, count, held, size, href, still, onResize } = props;
  const { ready, open, around } = useEditor();
  const text = useText();
  const { t } = text;
  const movable = card.mayEdit && !card.cancelled;
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: still ? `still ${card.id}` : card.id,
    disabled: still || !movable,
  });
  const spot = spotOf(card);
  const label = [
    t("timetable.editor.card", {
      title: card.title,
      where: sayWhere(card, spot, around, text),
      host: card.host.name,
    }),
    count > 0 && t("timetable.editor.conflictMark", { count }),
    card.pinned && t("timetable.editor.pinnedMark"),
    card.cancelled && t("timetable.editor.takenOut"),
    !card.mayEdit && t("timetable.editor.locked", { host: card.host.name }),
  ];
  const name = label.filter(Boolean).join(" ");
  const inside = (
    <>
      <VisuallyHidden>{name}</VisuallyHidden>
      <span aria-hidden className="tt-title">
        {card.title}
      </span>
      {card.speakers.length > 0 && (
        <span aria-hidden className="tt-speakers">
          {card.speakers.map((speaker) => speaker.name).join(", ")}
        </span>
      )}
      <span aria-hidden className="tt-meta">
        {count > 0 && (
          <span className="tt-wrong">
            <Icon of={TriangleAlert} size={13} />
            {count}
          </span>
        )}
        {spot && <span className="tt-start">{timeOfMinutes(spot.from)}</span>}
        <span className="tt-minutes">{t("timetable.editor.minutes", { count: card.durationMinutes })}</span>
        {card.pinned && <Icon of={Pin} size={13} />}
        {!card.mayEdit && <Icon of={Lock} size={13} />}
      </span>
    </>
  );
  return (
    <div
      ref={setNodeRef}
      className="tt-card organisation"
      style={organisationColour(card.host.colour)}
      data-size={size}
      data-held={held || undefined}
      data-dragging={isDragging || undefined}
      data-wrong={count > 0 || undefined}
      data-locked={!card.mayEdit || undefined}
      data-gone={card.cancelled || undefined}
      data-kind={card.kind}
    >
      {ready ? (
        <button
          type="button"
          className="tt-inner"
          data-card={card.id}
          aria-describedby="tt-keys"
          title={card.mayEdit ? undefined : t("timetable.editor.locked", { host: card.host.name })}
          onClick={() => open(card.id)}
          {...listeners}
        >
          {inside}
        </button>
      ) : (
        <a className="tt-inner" href={href}>
          {inside}
        </a>
      )}
      {ready && movable && onResize && spot && (
        <div aria-hidden className="tt-resize" onPointerDown={(event) => onResize(event, card)} />
      )}
    </div>
  );
});
