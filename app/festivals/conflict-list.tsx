import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";
import { atLevel, type ConflictLevels } from "./conflicts/levels.ts";
import { type Named, sayConflict } from "./conflicts/sentence.ts";
import type { Conflict } from "./conflicts.ts";

export interface ConflictListProps {
  conflicts: Conflict[];
  /** What the lead chose for each kind. */
  levels: ConflictLevels;
  sessions: Named[];
  /** The organisers' pages of the festival. */
  base: string;
  limit?: number;
}

/** What does not fit, each with the way to the session it is about; what holds the release back comes first. */
export function ConflictList({ conflicts, levels, ...list }: ConflictListProps) {
  const { t } = useText();
  const blocking = atLevel(conflicts, levels, "block");
  const warned = atLevel(conflicts, levels, "warn");
  return (
    <>
      {blocking.length > 0 && (
        <Notice tone="danger" title={t("timetable.conflicts.blocking", { count: blocking.length })}>
          <Sentences conflicts={blocking} {...list} />
        </Notice>
      )}
      {warned.length > 0 && (
        <Notice tone="warning" title={t("timetable.conflicts.warned", { count: warned.length })}>
          <Sentences conflicts={warned} {...list} />
        </Notice>
      )}
    </>
  );
}

export function Sentences({ conflicts, sessions, base, limit = 6 }: Omit<ConflictListProps, "levels">) {
  const text = useText();
  const named = new Map(sessions.map((session) => [session.id, session]));
  const rest = conflicts.length - limit;
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {conflicts.slice(0, limit).map((conflict) => (
        <li key={JSON.stringify(conflict)}>
          <TextLink to={`${base}/sessions/${conflict.sessionId}`}>
            {sayConflict(conflict, named, text)}
          </TextLink>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <TextLink to={`${base}/sessions?state=conflicts`}>
            {text.t("timetable.conflicts.more", { count: rest })}
          </TextLink>
        </li>
      )}
    </ul>
  );
}
