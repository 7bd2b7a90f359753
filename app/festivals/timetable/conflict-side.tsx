import { CircleAlert, TriangleAlert } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "~/ui/index.ts";
import { levelOf } from "../conflicts/levels.ts";
import { sayConflict } from "../conflicts/sentence.ts";
import { useEditor } from "./context.tsx";
import { namesOf } from "./words.ts";

const levels = ["block", "warn"] as const;
const most = 12;

/** All that does not fit, what holds the release back first; each leads to its session. */
export function ConflictSide({ onGo }: { onGo: (id: string) => void }) {
  const text = useText();
  const { t } = text;
  const { conflicts, cards, around, ready, data } = useEditor();
  const names = namesOf(cards, around);
  return (
    <section className="tt-side" aria-labelledby="tt-conflicts">
      <h2 id="tt-conflicts">
        {t("timetable.editor.conflicts")} <span className="tt-count">{conflicts.length}</span>
      </h2>
      {conflicts.length === 0 && <p className="tt-quiet">{t("timetable.editor.noConflicts")}</p>}
      {levels.map((level) => {
        const found = conflicts.filter(({ kind }) => levelOf(kind, data.festival.conflictLevels) === level);
        if (found.length === 0) return null;
        return (
          <div key={level} data-tone={level === "block" ? "danger" : "warning"} className="tt-level">
            <h3>
              <Icon of={level === "block" ? CircleAlert : TriangleAlert} size={15} />
              {t(`timetable.editor.level.${level}`)} <span className="tt-count">{found.length}</span>
            </h3>
            <ul>
              {found.slice(0, most).map((conflict) => (
                <li key={JSON.stringify(conflict)}>
                  {ready ? (
                    <button type="button" className="tt-go" onClick={() => onGo(conflict.sessionId)}>
                      {sayConflict(conflict, names, text)}
                    </button>
                  ) : (
                    <a
                      className="tt-go"
                      href={`/festivals/${data.festival.slug}/organise/sessions/${conflict.sessionId}`}
                    >
                      {sayConflict(conflict, names, text)}
                    </a>
                  )}
                </li>
              ))}
              {found.length > most && (
                <li className="tt-quiet">
                  {t("timetable.editor.moreConflicts", { count: found.length - most })}
                </li>
              )}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
