import { Coffee, MapPin } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { Icon, LinkButton, type MarkedOrganisation, OrganisationMark, Time } from "~/ui/index.ts";

export interface NextLectureProps {
  lecture: {
    to: string;
    series: { name: string };
    /** Empty until its speaker has named one. */
    topic: string;
    place: string;
    startsAt: IsoInstant;
    endsAt: IsoInstant;
    timeZone: string;
    speaker: { name: string; organisation: MarkedOrganisation | null } | null;
    isOpenFloor: boolean;
  };
}

/** Who speaks at the coffee machine next. */
export function NextLecture({ lecture }: NextLectureProps) {
  const { t, format } = useText();
  const { speaker } = lecture;
  return (
    <article className="card flex h-full flex-col items-start">
      <p className="flex items-center gap-2 font-semibold text-soft">
        <Icon of={Coffee} size={18} />
        {lecture.series.name}
      </p>
      <h2 className="mt-3">{lecture.topic || t("home.lecture.noTopic")}</h2>
      {speaker ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-3">
          {speaker.name}
          {speaker.organisation && <OrganisationMark organisation={speaker.organisation} size="small" />}
        </p>
      ) : (
        <p className="mt-1 text-soft">
          {t(lecture.isOpenFloor ? "turn.openFloor" : "home.lecture.noSpeaker")}
        </p>
      )}
      <p className="mt-4 font-semibold">
        <Time at={lecture.startsAt}>{format.sessionTime(lecture)}</Time>
      </p>
      <p className="flex items-center gap-2 text-soft">
        <Icon of={MapPin} size={18} />
        {lecture.place}
      </p>
      <div className="mt-auto pt-6">
        <LinkButton to={lecture.to}>{t("home.lecture.more")}</LinkButton>
      </div>
    </article>
  );
}
