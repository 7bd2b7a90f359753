import { useText } from "~/platform/i18n/text.tsx";

export interface DayTabsProps {
  days: readonly string[];
  day: string;
  onChoose: (day: string) => void;
  ready: boolean;
}

/** One day at a time; without script each is a link. */
export function DayTabs({ days, day, onChoose, ready }: DayTabsProps) {
  const { t, format } = useText();
  return (
    <nav aria-label={t("timetable.editor.days")} className="tt-days">
      {days.map((one) => (
        <a
          key={one}
          href={`?day=${one}`}
          aria-current={one === day ? "date" : undefined}
          onClick={(event) => {
            if (!ready || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            window.history.replaceState(window.history.state, "", `?day=${one}`);
            onChoose(one);
          }}
        >
          {format.date(one)}
        </a>
      ))}
    </nav>
  );
}
