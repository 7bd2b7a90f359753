import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Conflict } from "../conflicts.ts";

/** What a conflict's sentence names. */
export interface Named {
  id: string;
  title: string;
  roomName: string | null;
}

/** What is wrong, in one sentence; the names of the sessions and of their rooms are looked up. */
export function sayConflict(
  conflict: Conflict,
  named: ReadonlyMap<string, Named>,
  { t, format }: Pick<Text, "t" | "format">,
): string {
  const session = named.get(conflict.sessionId);
  const title = session?.title ?? "";
  const room = session?.roomName ?? "";
  const other = "otherId" in conflict ? (named.get(conflict.otherId)?.title ?? "") : "";
  switch (conflict.kind) {
    case "room":
      return t("timetable.conflicts.room", { room, title, other });
    case "speaker":
      return t("timetable.conflicts.speaker", { speaker: conflict.speaker.name, title, other });
    case "plenary":
      return t("timetable.conflicts.plenary", { title, other });
    case "attendees":
      return t("timetable.conflicts.attendees", { title, other, count: conflict.people });
    case "outside":
      return t("timetable.conflicts.outside", { title });
    case "capacity": {
      const { by, people, holds } = conflict;
      return t(`timetable.conflicts.${by}`, { title, room, people, holds });
    }
    case "equipment":
      return t("timetable.conflicts.equipment", { title, room, things: format.list(conflict.missing) });
    case "travel": {
      const { speaker, people, minutes, needed } = conflict;
      if (speaker === null)
        return t("timetable.conflicts.travelPeople", { title, other, people, minutes, needed });
      return t("timetable.conflicts.travelSpeaker", {
        ...{ title, other, needed },
        speaker: speaker.name,
        count: minutes,
      });
    }
    case "away": {
      const at = (local: string) => `${format.date(local.slice(0, 10))}, ${local.slice(11, 16)}`;
      const facts = {
        ...{ title, speaker: conflict.speaker.name },
        ...{ from: at(conflict.startsLocal), to: at(conflict.endsLocal) },
      };
      if (conflict.title === null) return t("timetable.conflicts.away", facts);
      return t("timetable.conflicts.awayGives", { ...facts, other: conflict.title });
    }
  }
}
