import { useText } from "~/platform/i18n/text.tsx";
import { useEditor } from "./context.tsx";

/** What lasts the whole day takes no room in the grid. */
export function AllDay({ date }: { date: string }) {
  const { t } = useText();
  const { cards, data } = useEditor();
  const found = cards.filter((card) => card.allDay && card.startsLocal?.slice(0, 10) === date);
  if (found.length === 0) return null;
  return (
    <p className="tt-allday">
      <strong>{t("timetable.editor.allDay")}</strong>
      {found.map(({ id, title }) => (
        <a key={id} className="text-link" href={`/festivals/${data.festival.slug}/organise/sessions/${id}`}>
          {title}
        </a>
      ))}
    </p>
  );
}
