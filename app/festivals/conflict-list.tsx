import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";
import type { Conflict } from "./conflicts.ts";

/** What a conflict's sentence names. */
export interface Named {
  id: string;
  title: string;
  roomName: string | null;
}

export interface ConflictListProps {
  conflicts: Conflict[];
  sessions: Named[];
  /** Where a session is edited: this and its id. */
  base: string;
  limit?: number;
}

/** What does not fit, each with the way to the sessions it is about. */
export function ConflictList({ conflicts, sessions, base, limit = 6 }: ConflictListProps) {
  const { t } = useText();
  if (conflicts.length === 0) return null;
  const named = new Map(sessions.map((session) => [session.id, session]));
  const rest = conflicts.length - limit;
  return (
    <Notice tone="warning" title={t("festivals.conflicts.title", { count: conflicts.length })}>
      <ul className="mt-1 flex flex-col gap-1">
        {conflicts.slice(0, limit).map((conflict) => (
          <li key={JSON.stringify(conflict)}>
            <TextLink to={`${base}/${conflict.sessionId}`}>
              <Sentence conflict={conflict} named={named} />
            </TextLink>
          </li>
        ))}
        {rest > 0 && <li className="text-soft">{t("festivals.conflicts.more", { count: rest })}</li>}
      </ul>
    </Notice>
  );
}

function Sentence({ conflict, named }: { conflict: Conflict; named: Map<string, Named> }) {
  const { t } = useText();
  const session = named.get(conflict.sessionId);
  const title = session?.title ?? "";
  const room = session?.roomName ?? "";
  const other = "otherId" in conflict ? (named.get(conflict.otherId)?.title ?? "") : "";
  switch (conflict.kind) {
    case "room":
      return t("festivals.conflicts.room", { room, title, other });
    case "speaker":
      return t("festivals.conflicts.speaker", { speaker: conflict.speaker.name, title, other });
    case "outside":
      return t("festivals.conflicts.outside", { title });
    case "capacity": {
      const { capacity, roomCapacity } = conflict;
      return t("festivals.conflicts.capacity", { title, room, capacity, roomCapacity });
    }
  }
}
