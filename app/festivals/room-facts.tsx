import { useText } from "~/platform/i18n/text.tsx";
import type { Room } from "./venues.server.ts";

/** Seats, accessibility and equipment in one line. */
export function RoomFacts({ room }: { room: Pick<Room, "capacity" | "accessibility" | "equipment"> }) {
  const { t } = useText();
  const seats =
    room.capacity === null
      ? t("festivals.venue.seatsOpen")
      : t("festivals.venue.seatsOf", { count: room.capacity });
  return <>{[seats, room.accessibility, room.equipment].filter(Boolean).join(" · ")}</>;
}
