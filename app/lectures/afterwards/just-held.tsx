import { Heart } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Card, Inline, Section, Stack, TextLink, Time } from "~/ui/index.ts";
import { type Lecture, lecturePath } from "../lecture.ts";
import { Speaker } from "../speaker.tsx";
import { firstName } from "./first-name.ts";

export interface JustHeldLecture {
  lecture: Lecture;
  mayThank: boolean;
  hasThanked: boolean;
  isOver: boolean;
}

/** The lecture one comes from: thanks in one tap. */
export function JustHeld({ lecture, mayThank, hasThanked, isOver }: JustHeldLecture) {
  const { t, format } = useText();
  const name = firstName(lecture.speaker?.name ?? "");
  return (
    <Section id="just-held" title={t(isOver ? "lecture.justHeld.title" : "lecture.justHeld.now")}>
      <Card>
        <Stack gap="small">
          <p className="text-sm text-soft">
            <Time at={lecture.startsAt}>{format.sessionTime(lecture)}</Time>
          </p>
          <h3>
            <TextLink to={lecturePath(lecture)}>{lecture.topic || t("lectures.noTopic")}</TextLink>
          </h3>
          <p>
            <Speaker speaker={lecture.speaker} />
          </p>
          {hasThanked && <p className="font-semibold">{t("lecture.thanks.done", { name })}</p>}
          {mayThank && !hasThanked && (
            <Inline>
              <ActionForm action={lecturePath(lecture)} fields={{ intent: "thank" }} icon={Heart}>
                {t("lecture.thanks.button", { name })}
              </ActionForm>
            </Inline>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
