import { Coffee, MapPin } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { Icon, LinkButton, Time } from "~/ui/index.ts";

export interface NextLectureProps {
  lecture: {
    to: string;
    series: string;
    /** Null while nobody named one. */
    topic: string | null;
    speakers: string[];
    place: string;
    startsAt: IsoInstant;
    endsAt: IsoInstant;
    timeZone: string;
  };
}

/** Who speaks at the coffee machine next. */
export function NextLecture({ lecture }: NextLectureProps) {
  const { t, format } = useText();
  return (
    <article className="card flex h-full flex-col items-start">
      <p className="flex items-center gap-2 text-soft">
        <Icon of={Coffee} size={18} />
        {lecture.series}
      </p>
      <h2 className="mt-2">{lecture.topic ?? t("home.lecture.noTopic")}</h2>
      <p className="mt-1">
        {lecture.speakers.length > 0 ? (
          format.list(lecture.speakers)
        ) : (
          <span className="text-soft">{t("home.lecture.noSpeaker")}</span>
        )}
      </p>
      <p className="mt-4 font-semibold">
        <Time at={lecture.startsAt}>{format.sessionTime(lecture)}</Time>
      </p>
      {lecture.place && (
        <p className="flex items-center gap-2 text-soft">
          <Icon of={MapPin} size={18} />
          {lecture.place}
        </p>
      )}
      <div className="mt-auto pt-6">
        <LinkButton to={lecture.to}>{t("home.lecture.more")}</LinkButton>
      </div>
    </article>
  );
}
