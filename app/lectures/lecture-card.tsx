import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Card, Stack, Time } from "~/ui/index.ts";
import { type Lecture, lecturePath } from "./lecture.ts";
import { Speaker } from "./speaker.tsx";

/** One week's lecture, all of it a link to its page. */
export function LectureCard({ lecture }: { lecture: Lecture }) {
  const { t, format } = useText();
  return (
    <Card to={lecturePath(lecture)}>
      <Stack gap="tight">
        <p className="text-sm text-soft">
          <Time at={lecture.startsAt}>{format.sessionTime(lecture)}</Time> · {lecture.place}
        </p>
        <h3>{lecture.topic || (lecture.speaker ? t("lectures.noTopic") : lecture.series.name)}</h3>
        {lecture.status === "cancelled" ? (
          <p>
            <Badge tone="danger">{t("lectures.cancelled")}</Badge>
          </p>
        ) : (
          <p>
            <Speaker speaker={lecture.speaker} isOpenFloor={lecture.isOpenFloor} />
          </p>
        )}
      </Stack>
    </Card>
  );
}
