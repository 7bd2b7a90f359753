import { useText } from "~/platform/i18n/text.tsx";
import { Badge, TextLink, Time } from "~/ui/index.ts";
import { type Lecture, lecturePath, untitledKey } from "./lecture.ts";

/** Weeks below each other: when, what, who. */
export function WeekList({ lectures }: { lectures: readonly Lecture[] }) {
  const { t, format } = useText();
  return (
    <ul className="flex flex-col">
      {lectures.map((lecture) => (
        <li
          key={lecture.turnId}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 last:border-0 sm:grid-cols-[8rem_minmax(0,1fr)_minmax(0,14rem)]"
        >
          <TextLink to={lecturePath(lecture)}>
            <Time at={lecture.startsAt}>{format.date(lecture.date)}</Time>
          </TextLink>
          <span>
            {lecture.status === "cancelled" ? (
              <Badge tone="danger">{t("lectures.cancelled")}</Badge>
            ) : (
              lecture.topic || <span className="text-soft">{t(untitledKey(lecture))}</span>
            )}
          </span>
          <span className="text-soft">
            {lecture.speaker &&
              [lecture.speaker.name, lecture.speaker.organisation?.name].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
