import { useText } from "~/platform/i18n/text.tsx";
import { Temporal } from "~/platform/time.ts";
import { Button, Notice } from "~/ui/index.ts";
import type { EditNote } from "./history.ts";
import type { Refused, TimetableState } from "./state.ts";
import type { Sync } from "./use-sync.ts";
import { sayNote } from "./words.ts";

/** What was not done, and what somebody did meanwhile: theirs stays, unless mine is put on top. */
export function RefusedList({ sync }: { sync: Sync }) {
  return (
    <>
      {sync.state.refused.map((refused) => (
        <RefusedNotice key={refused.key} refused={refused} sync={sync} />
      ))}
    </>
  );
}

function RefusedNotice({ refused, sync }: { refused: Refused; sync: Sync }) {
  const { t } = useText();
  const { dispatch, act, state } = sync;
  const title = "title" in refused ? refused.title : "";
  const mine = onTop(refused, state);
  const settle = () => dispatch({ type: "settled", key: refused.key });
  return (
    <Notice tone="warning" title={t(`timetable.editor.refused.${refused.reason}`, { title })}>
      {"notes" in refused && <Notes notes={refused.notes} />}
      <div className="mt-2 flex flex-wrap gap-3">
        <Button type="button" variant="secondary" size="small" onClick={settle}>
          {t(mine ? "timetable.editor.keepTheirs" : "timetable.editor.understood")}
        </Button>
        {mine && (
          <Button
            type="button"
            variant="secondary"
            size="small"
            onClick={() => {
              settle();
              act(mine);
            }}
          >
            {t("timetable.editor.applyMine")}
          </Button>
        )}
      </div>
    </Notice>
  );
}

/** My act once more, on the version as it is now. */
function onTop({ act, reason }: Refused, { cards }: TimetableState) {
  if (reason !== "stale" || !("version" in act)) return null;
  const version = cards[act.id]?.card.version;
  return version === undefined ? null : { ...act, version };
}

export function Notes({ notes }: { notes: readonly EditNote[] }) {
  const text = useText();
  return (
    <ul>
      {notes.map((note) => (
        <li key={note.id}>{sayNote(note, text, Temporal.Now.instant())}</li>
      ))}
    </ul>
  );
}
