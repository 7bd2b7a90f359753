import { useText } from "~/platform/i18n/text.tsx";
import { Temporal } from "~/platform/time.ts";
import { Notice } from "~/ui/index.ts";
import type { Draft } from "../draft.ts";
import { useDraftLabels } from "../draft-labels.ts";
import type { EditNote } from "./history.ts";
import { sayNote } from "./words.ts";

/** What somebody did to a session while its form was filled in, and what stands there now. */
export function ChangedSince({ notes, draft }: { notes: readonly EditNote[]; draft: Draft }) {
  const text = useText();
  const labels = useDraftLabels();
  if (notes.length === 0) return null;
  const now = Temporal.Now.instant();
  const [date = "", time = ""] = draft.startsLocal?.split("T") ?? [];
  const values: Record<string, [string, string | number | null]> = {
    title: [labels.title, draft.title],
    abstract: [labels.abstract, draft.abstract],
    startsLocal: [labels.time, draft.startsLocal && `${text.format.date(date)} ${time}`],
    durationMinutes: [labels.durationMinutes, draft.durationMinutes],
    roomId: [labels.roomId, draft.roomName],
    place: [labels.place, draft.place],
    trackId: [labels.trackId, draft.trackName],
    capacity: [labels.capacity, draft.capacity],
  };
  const changed = [...new Set(notes.flatMap((note) => note.fields))].flatMap((field) => {
    const known = values[field];
    return known ? [known] : [];
  });
  return (
    <Notice tone="warning" title={text.t("timetable.editor.staleAgain")}>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>{sayNote(note, text, now)}</li>
        ))}
      </ul>
      <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-4">
        {changed.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd>{value === null || value === "" ? "–" : value}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
